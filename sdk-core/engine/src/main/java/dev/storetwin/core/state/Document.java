package dev.storetwin.core.state;

import dev.storetwin.core.binary.ByteReader;
import dev.storetwin.core.binary.ByteWriter;
import dev.storetwin.core.binary.Fingerprint;
import dev.storetwin.core.event.EncodedEvent;
import dev.storetwin.core.event.EventCodec;
import dev.storetwin.core.event.EventReader;
import dev.storetwin.event.Entity;
import dev.storetwin.event.EventKey;
import dev.storetwin.event.EventRetracted;
import dev.storetwin.event.TwinEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Everything that was ever heard about one order, price, count or other document.
 *
 * <p>How it works: all events are kept in the order of their versions, whatever order they came in. Of each slot the newest that is not
 * retracted stands; these facts alone are folded. So a late event, a repetition or a correction leads to the same facts.
 *
 * <p>A state keeps the bytes; this is made of them to be asked a few questions. Events are compared as they lie, and only facts that are
 * asked for are decoded. Not for several threads.
 */
final class Document {

    private final EventCodec codec;
    private final List<EncodedEvent> events;
    private @Nullable Map<EncodedEvent, TwinEvent> decoded;
    private @Nullable List<EncodedEvent> standing;

    private Document(List<EncodedEvent> events, EventCodec codec) {
        this(events, codec, null);
    }

    private Document(List<EncodedEvent> events, EventCodec codec, @Nullable Map<EncodedEvent, TwinEvent> decoded) {
        this.events = events;
        this.codec = codec;
        this.decoded = decoded;
    }

    static Document empty(EventCodec codec) {
        return new Document(List.of(), codec);
    }

    /** Reads what {@link #toByteArray} wrote. */
    static Document of(byte[] bytes, EventCodec codec) {
        var events = new ArrayList<EncodedEvent>();
        var in = new ByteReader(bytes);
        in.readInt();
        while (in.remaining() > 0) {
            int length = in.readCount();
            events.add(EncodedEvent.of(bytes, in.position(), length));
            in.skip(length);
        }
        return new Document(events, codec);
    }

    /** Reads what {@link #writeTo} wrote, which may have been another version. */
    static Document read(ByteReader in, EventCodec codec, EventReader reader) {
        int count = in.readCount();
        var document = empty(codec);
        for (int i = 0; i < count; i++) {
            document = document.with(reader.read(in.readBytes()));
        }
        return document;
    }

    /** Reads what {@link #toByteArray} wrote, which may have been another version. */
    static Document read(byte[] bytes, EventCodec codec, EventReader reader) {
        var document = empty(codec);
        var in = new ByteReader(bytes);
        in.readInt();
        while (in.remaining() > 0) {
            int length = in.readCount();
            document = document.with(reader.read(bytes, in.position(), length));
            in.skip(length);
        }
        return document;
    }

    /** For whatever version will read it: the number of its events, and each after its length. */
    void writeTo(ByteWriter out) {
        out.writeVarint(events.size());
        for (var event : events) {
            out.writeVarint(event.length());
            event.writeTo(out);
        }
    }

    /** Of all its events but when we heard of them, whatever order they came in. */
    Fingerprint fingerprint() {
        var out = new ByteWriter();
        for (var event : events) {
            var one = event.fingerprint();
            out.writeLong(one.high()).writeLong(one.low());
        }
        return Fingerprint.of(out.toByteArray());
    }

    /** Which document it is; it must not be empty. */
    Entity id() {
        return events.get(0).document();
    }

    /** Which document some bytes are. */
    static Entity id(byte[] bytes) {
        var in = new ByteReader(bytes);
        in.readInt();
        int length = in.readCount();
        return EncodedEvent.of(bytes, in.position(), length).document();
    }

    /** The same for all bytes of one document, and in every run. */
    static int hash(Entity id) {
        return 31 * id.kind().name().hashCode() + id.id().hashCode();
    }

    /** What {@link #hash} says of the document that some bytes are. */
    static int hash(byte[] bytes) {
        return new ByteReader(bytes).readInt();
    }

    /** How many events it has, standing or not. */
    int size() {
        return events.size();
    }

    boolean isEmpty() {
        return events.isEmpty();
    }

    byte[] toByteArray() {
        return toByteArray(new ByteWriter());
    }

    /**
     * The hash of its key, so that it is found without being read, and all events, each after its length.
     *
     * @param room to write it in; what it held is gone
     */
    byte[] toByteArray(ByteWriter room) {
        var out = room.reset().writeInt(hash(id()));
        for (var event : events) {
            out.writeVarint(event.length());
            event.writeTo(out);
        }
        return out.toByteArray();
    }

    /** Whether this very event is here already, whatever became of it. */
    boolean holds(EncodedEvent event) {
        for (var known : events) {
            if (known.sameKey(event) && known.sameContent(event)) {
                return true;
            }
        }
        return false;
    }

    /** Whether an event under another id tells the same of the same version, and was not retracted. */
    boolean isTold(EncodedEvent event) {
        if (events.isEmpty()) {
            return false;
        }
        var retracted = retracted();
        return events.stream()
                .filter(it -> it.sameVersion(event) && it.sameContent(event))
                .anyMatch(it -> !retracted.contains(it.key()));
    }

    Document with(EncodedEvent event) {
        if (events.isEmpty()) {
            return new Document(List.of(event), codec);
        }
        int place = events.size();
        while (place > 0 && events.get(place - 1).isAfter(event)) {
            place--;
        }
        var more = new ArrayList<>(events);
        more.add(place, event);
        return new Document(more, codec);
    }

    /** The bytes of the facts that stand. */
    List<EncodedEvent> encodedFacts() {
        return standing();
    }

    /** The facts that stand, oldest first. */
    List<TwinEvent> facts() {
        return facts(TwinEvent.class);
    }

    /** Whether anything is left once what was retracted is gone. */
    boolean hasFacts() {
        return !standing().isEmpty();
    }

    boolean stands(EncodedEvent event) {
        return event.is(EventRetracted.class) || standing().contains(event);
    }

    private List<EncodedEvent> standing() {
        var known = standing;
        if (known == null) {
            known = newest();
            standing = known;
        }
        return known;
    }

    private List<EncodedEvent> newest() {
        if (events.size() == 1) {
            return events.get(0).is(EventRetracted.class) ? List.of() : events;
        }
        var retracted = retracted();
        var newest = new LinkedHashMap<Slot, EncodedEvent>();
        for (var event : events) {
            if (!event.is(EventRetracted.class) && !retracted.contains(event.key())) {
                var slot = Slot.of(event);
                newest.remove(slot);
                newest.put(slot, event);
            }
        }
        return List.copyOf(newest.values());
    }

    private Set<EventKey> retracted() {
        if (!hasRetractions()) {
            return Set.of();
        }
        return events.stream()
                .filter(it -> it.is(EventRetracted.class))
                .map(it -> ((EventRetracted) decoded(it)).retracted())
                .collect(Collectors.toSet());
    }

    private boolean hasRetractions() {
        for (var event : events) {
            if (event.is(EventRetracted.class)) {
                return true;
            }
        }
        return false;
    }

    /** Every event of one kind that was not retracted, oldest first: also what newer ones replaced. */
    <T extends TwinEvent> List<T> history(Class<T> type) {
        var retracted = retracted();
        var history = new ArrayList<T>(events.size());
        for (var event : events) {
            if (event.is(type) && (retracted.isEmpty() || !retracted.contains(event.key()))) {
                history.add(type.cast(decoded(event)));
            }
        }
        return history;
    }

    /** What it was at a moment, as far as is known now: without what happened later, and without what was retracted at any time. */
    Document asOf(Instant moment) {
        return new Document(
                events.stream()
                        .filter(it ->
                                it.is(EventRetracted.class) || !it.occurredAt().isAfter(moment))
                        .toList(),
                codec,
                decoded());
    }

    /** When anything happened that was not retracted, in order. */
    SortedSet<Instant> moments() {
        var retracted = retracted();
        var moments = new TreeSet<Instant>();
        for (var event : events) {
            if (!event.is(EventRetracted.class) && !retracted.contains(event.key())) {
                moments.add(event.occurredAt());
            }
        }
        return moments;
    }

    /** When the first of it happened that was not retracted. */
    Optional<Instant> began() {
        if (events.size() == 1 && !hasRetractions()) {
            return Optional.of(events.get(0).occurredAt());
        }
        var moments = moments();
        return moments.isEmpty() ? Optional.empty() : Optional.of(moments.first());
    }

    /** When the newest of its events happened, retracted or not. */
    Instant latest() {
        return events.stream()
                .map(EncodedEvent::occurredAt)
                .max(Comparator.naturalOrder())
                .orElse(Instant.MIN);
    }

    private TwinEvent decoded(EncodedEvent event) {
        return event.isOpen() ? codec.decode(event) : decoded().computeIfAbsent(event, codec::decode);
    }

    /** What was decoded so far, which a document of an earlier moment shares. */
    private Map<EncodedEvent, TwinEvent> decoded() {
        var known = decoded;
        if (known == null) {
            known = new HashMap<>();
            decoded = known;
        }
        return known;
    }

    /** The newest fact of one kind. */
    <T extends TwinEvent> Optional<T> newest(Class<T> type) {
        var facts = standing();
        for (int i = facts.size() - 1; i >= 0; i--) {
            if (facts.get(i).is(type)) {
                return Optional.of(type.cast(decoded(facts.get(i))));
            }
        }
        return Optional.empty();
    }

    /** The facts of one kind, oldest first. */
    <T extends TwinEvent> List<T> facts(Class<T> type) {
        var facts = new ArrayList<T>(events.size());
        for (var event : standing()) {
            if (event.is(type)) {
                facts.add(type.cast(decoded(event)));
            }
        }
        return facts;
    }
}
