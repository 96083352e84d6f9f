package dev.storetwin.core.event;

import dev.storetwin.core.binary.ByteReader;
import dev.storetwin.core.binary.ByteWriter;
import dev.storetwin.core.binary.Fingerprint;
import dev.storetwin.core.binary.Moments;
import dev.storetwin.event.Entity;
import dev.storetwin.event.EntityKind;
import dev.storetwin.event.EventKey;
import dev.storetwin.event.SourceVersion;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.type.Source;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An event in the bytes of this version. Equal events have equal bytes; what is asked of them most is read without making an event.
 *
 * <p>How it works: the bytes are the document, where it is not the event's own entity, and then the event as {@link EventCodec} writes it:
 * the number of its kind, the six components of its header, and its other components. The places of these are found once, when it is made.
 *
 * <p>Immutable: nobody may change the bytes that it was made of.
 */
public final class EncodedEvent {

    private final byte[] bytes;
    private final int from;
    private final int until;
    private final int kind;
    private final int key;
    private final int eventId;
    private final int entity;
    private final int version;
    private final int receivedAt;
    private final int cause;
    private final int content;
    private final @Nullable TwinEvent event;

    private EncodedEvent(byte[] bytes, int offset, int length, @Nullable TwinEvent event) {
        var in = new ByteReader(bytes, offset, length);
        this.bytes = bytes;
        this.from = offset;
        this.until = offset + length;
        this.event = event;
        if (in.readBoolean()) {
            skipEntity(in);
        }
        this.kind = in.position();
        EventKinds.read(in);
        this.key = in.position();
        in.skipBytes();
        this.eventId = in.position();
        in.skipBytes();
        this.entity = in.position();
        skipEntity(in);
        this.version = in.position();
        in.readZigzag();
        skipInstant(in);
        this.receivedAt = in.position();
        skipInstant(in);
        this.cause = in.position();
        if (in.readBoolean()) {
            in.skipBytes();
            in.skipBytes();
        }
        this.content = in.position();
    }

    /**
     * Bytes that this version wrote.
     *
     * @throws dev.storetwin.core.binary.MalformedBytes when they do not begin like an event
     */
    public static EncodedEvent of(byte[] bytes) {
        return of(bytes, 0, bytes.length);
    }

    /** A part of an array, which is not copied. */
    public static EncodedEvent of(byte[] bytes, int offset, int length) {
        return new EncodedEvent(bytes, offset, length, null);
    }

    static EncodedEvent of(byte[] bytes, TwinEvent event) {
        return new EncodedEvent(bytes, 0, bytes.length, event);
    }

    /** Whether the event that it is lies beside the bytes, so that decoding costs nothing. */
    public boolean isOpen() {
        return event != null;
    }

    EncodedEvent remembering(TwinEvent decoded) {
        return new EncodedEvent(bytes, from, until - from, decoded);
    }

    private static void skipEntity(ByteReader in) {
        in.readChoice(EntityKind.values().length);
        in.skipBytes();
    }

    private static void skipInstant(ByteReader in) {
        in.readVarint();
        in.readVarint();
    }

    private ByteReader at(int position) {
        return new ByteReader(bytes, position, until - position);
    }

    /** The event that it was made of, as long as it is remembered. */
    Optional<TwinEvent> remembered() {
        return Optional.ofNullable(event);
    }

    /** The same bytes in an array of their own, without memory of the event that they were made of. */
    public EncodedEvent alone() {
        return of(toByteArray());
    }

    /** What kind of event it is. */
    public Class<? extends TwinEvent> kind() {
        return event == null ? EventKinds.read(at(kind)) : event.getClass();
    }

    public boolean is(Class<? extends TwinEvent> type) {
        return type.isAssignableFrom(kind());
    }

    public EventKey key() {
        var in = at(key);
        return new EventKey(new Source(in.readString()), in.readString());
    }

    public Entity entity() {
        return readEntity(at(entity));
    }

    /** Where it belongs: {@link TwinEvent#document()}. */
    public Entity document() {
        return bytes[from] == 0 ? entity() : readEntity(at(from + 1));
    }

    private static Entity readEntity(ByteReader in) {
        return new Entity(EventKinds.ENTITIES.get(in.readChoice(EventKinds.ENTITIES.size())), in.readString());
    }

    public SourceVersion version() {
        return new SourceVersion(versionNumber());
    }

    private long versionNumber() {
        return at(version).readZigzag();
    }

    public Instant occurredAt() {
        var in = at(version);
        in.readZigzag();
        return Moments.read(in);
    }

    public Instant receivedAt() {
        return Moments.read(at(receivedAt));
    }

    /** Whether both have one source and one event id. */
    public boolean sameKey(EncodedEvent other) {
        return same(key, entity, other, other.key, other.entity);
    }

    public boolean sameVersion(EncodedEvent other) {
        return versionNumber() == other.versionNumber();
    }

    /** Whether both are of one kind and say the same about one entity, however they came: under another id, of another version. */
    public boolean sameContent(EncodedEvent other) {
        return same(kind, key, other, other.kind, other.key)
                && same(entity, version, other, other.entity, other.version)
                && same(content, until, other, other.content, other.until);
    }

    private boolean same(int begin, int end, EncodedEvent other, int otherBegin, int otherEnd) {
        return Arrays.equals(bytes, begin, end, other.bytes, otherBegin, otherEnd);
    }

    /** Order of what follows what within a document: version, moment, key, kind, content. Equal only when all of these are. */
    public int compareTo(EncodedEvent other) {
        int order = Long.compare(versionNumber(), other.versionNumber());
        order = order != 0 ? order : occurredAt().compareTo(other.occurredAt());
        order = order != 0 ? order : compare(key, eventId, other, other.key, other.eventId);
        order = order != 0 ? order : compare(eventId, entity, other, other.eventId, other.entity);
        order = order != 0 ? order : compare(kind, key, other, other.kind, other.key);
        order = order != 0 ? order : compare(entity, version, other, other.entity, other.version);
        return order != 0 ? order : compare(content, until, other, other.content, other.until);
    }

    private int compare(int begin, int end, EncodedEvent other, int otherBegin, int otherEnd) {
        return Arrays.compareUnsigned(bytes, begin, end, other.bytes, otherBegin, otherEnd);
    }

    /** Of source and event id alone. */
    public Fingerprint keyFingerprint() {
        return Fingerprint.NONE.and(bytes, key, entity);
    }

    /** Of everything but when we heard of it. */
    public Fingerprint fingerprint() {
        return Fingerprint.NONE.and(bytes, from, receivedAt).and(bytes, cause, until);
    }

    /** Of the fact alone: what it says, of which version, and when it happened. The same fact under another id has the same one. */
    public Fingerprint factFingerprint() {
        return Fingerprint.NONE.and(bytes, kind, key).and(bytes, entity, receivedAt).and(bytes, content, until);
    }

    /** In bytes. */
    public int length() {
        return until - from;
    }

    public byte[] toByteArray() {
        return Arrays.copyOfRange(bytes, from, until);
    }

    public void writeTo(ByteWriter out) {
        out.writeRaw(bytes, from, until - from);
    }

    /** The event without its document, for its codec. */
    ByteReader eventBytes() {
        return at(kind);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EncodedEvent encoded && same(from, until, encoded, encoded.from, encoded.until);
    }

    @Override
    public int hashCode() {
        return keyFingerprint().hashCode();
    }

    /** Kind and key; what it says stays in the bytes. */
    @Override
    public String toString() {
        return kind().getSimpleName() + " " + key();
    }
}
