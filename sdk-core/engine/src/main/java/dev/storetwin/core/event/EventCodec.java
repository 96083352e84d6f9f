package dev.storetwin.core.event;

import dev.storetwin.core.binary.ByteReader;
import dev.storetwin.core.binary.ByteWriter;
import dev.storetwin.core.binary.RecordReader;
import dev.storetwin.core.binary.TypeTable;
import dev.storetwin.core.crypto.PersonalCipher;
import dev.storetwin.core.crypto.WhatIfCipher;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.type.SubjectId;
import java.util.Optional;

/**
 * Writes events to bytes and reads them back, with personal values sealed on the way. Equal events give equal bytes, as long as the owners'
 * keys stand.
 *
 * <p>For any number of threads.
 */
public final class EventCodec {

    /** For a twin that never writes to disk: personal values stay as they are. */
    public static final EventCodec PLAIN = new EventCodec(PersonalCipher.PLAIN);

    private final PersonalCipher cipher;
    private final Forgotten forgotten;

    /** Where nobody is forgotten. */
    public EventCodec(PersonalCipher cipher) {
        this(cipher, Forgotten.nobody());
    }

    /** @param forgotten whose values get no key any more */
    public EventCodec(PersonalCipher cipher, Forgotten forgotten) {
        this.cipher = cipher;
        this.forgotten = forgotten;
    }

    /** For a branch: what it seals itself makes no key. */
    public EventCodec whatIf() {
        return cipher == PersonalCipher.PLAIN ? this : new EventCodec(new WhatIfCipher(cipher), forgotten);
    }

    /**
     * The person that an event is about, where that person was forgotten and nothing of what the event says gets a key.
     *
     * @see Forgotten
     */
    public Optional<SubjectId> forgottenIn(TwinEvent event) {
        return forgotten.isEmpty()
                ? Optional.empty()
                : PersonalValues.subject(event)
                        .filter(it -> forgotten.owner(it, event, cipher).isEmpty());
    }

    /** The answer remembers the event, so that what is decoded next costs nothing. */
    public EncodedEvent encode(TwinEvent event) {
        return encode(event, new ByteWriter());
    }

    /**
     * The same, for many in a row.
     *
     * @param room to write in; what it held is gone
     */
    public EncodedEvent encode(TwinEvent event, ByteWriter room) {
        return encode(event, room, PersonalValues.writing(cipher, forgotten, event));
    }

    private static EncodedEvent encode(TwinEvent event, ByteWriter room, PersonalValues personal) {
        var out = room.reset();
        var document = event.document();
        boolean isOwn = document.equals(event.header().entity());
        out.writeBoolean(!isOwn);
        if (!isOwn) {
            out.writeVarint(EventKinds.ENTITIES.indexOf(document.kind())).writeString(document.id());
        }
        EventKinds.CODEC.write(event, out, personal);
        return EncodedEvent.of(out.toByteArray(), event);
    }

    /**
     * The event. Personal values whose owner was forgotten are erased ones.
     *
     * @throws dev.storetwin.core.binary.MalformedBytes when the bytes are no event
     */
    public TwinEvent decode(EncodedEvent encoded) {
        return encoded.remembered().orElseGet(() -> {
            var in = encoded.eventBytes();
            var event = EventKinds.CODEC.read(in, PersonalValues.reading(cipher, forgotten));
            in.expectEnd();
            return event;
        });
    }

    /** The same bytes with the memory of the event that they were decoded to. */
    public EncodedEvent remembering(EncodedEvent encoded, TwinEvent decoded) {
        return encoded.isOpen() ? encoded : encoded.remembering(decoded);
    }

    /** How this version writes events, as text: to be kept beside their bytes. */
    public static String types() {
        return EventKinds.CODEC.types().toString();
    }

    /**
     * Reads events that any version wrote.
     *
     * @param types what {@link #types} said when they were written
     * @throws dev.storetwin.core.binary.UnsupportedBytes when it is no such text
     */
    public EventReader reader(String types) {
        return new EventReader(this, TypeTable.parse(types));
    }

    /** What was written with other types, as this version writes it. */
    EncodedEvent renewed(RecordReader<TwinEvent> reader, ByteReader in) {
        var personal = PersonalValues.reading(cipher, forgotten);
        var event = reader.read(in, personal);
        in.expectEnd();
        return encode(event, new ByteWriter(), personal.writingAgain(event));
    }
}
