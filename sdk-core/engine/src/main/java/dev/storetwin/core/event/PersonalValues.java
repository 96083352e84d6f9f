package dev.storetwin.core.event;

import dev.storetwin.core.binary.ByteReader;
import dev.storetwin.core.binary.ByteWriter;
import dev.storetwin.core.binary.MalformedBytes;
import dev.storetwin.core.binary.PersonalForm;
import dev.storetwin.core.crypto.PersonalCipher;
import dev.storetwin.event.EventHeader;
import dev.storetwin.event.IdentityEvent;
import dev.storetwin.event.OrderPlaced;
import dev.storetwin.event.ShopperEvent;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.type.Personal;
import dev.storetwin.type.SubjectId;
import java.util.IdentityHashMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The personal values of one event, sealed under the key of whom it is about.
 *
 * <p>The bytes are the owner, in the clear since it is a token, and what the cipher made of the value; or nothing at all for a value that
 * was erased before it was written. What binds a value is the entity, the version and the place in the event, not the event's id: so the
 * same fact under another id has the same bytes.
 */
final class PersonalValues implements PersonalForm {

    private static final byte[] ERASED = {};

    private final PersonalCipher cipher;
    private final Forgotten forgotten;
    private @Nullable IdentityHashMap<Personal, byte[]> unreadable;
    private @Nullable TwinEvent event;

    private PersonalValues(PersonalCipher cipher, Forgotten forgotten, @Nullable TwinEvent event) {
        this.cipher = cipher;
        this.forgotten = forgotten;
        this.event = event;
    }

    static PersonalValues reading(PersonalCipher cipher, Forgotten forgotten) {
        return new PersonalValues(cipher, forgotten, null);
    }

    static PersonalValues writing(PersonalCipher cipher, Forgotten forgotten, TwinEvent event) {
        return new PersonalValues(cipher, forgotten, event);
    }

    /** Writes the event that was just read. What could not be opened stays as it was, so that its bytes survive a change of version. */
    PersonalValues writingAgain(TwinEvent read) {
        event = read;
        return this;
    }

    @Override
    public byte[] write(Personal value, String path) {
        if (value.isErased()) {
            return unreadable == null ? ERASED : unreadable.getOrDefault(value, ERASED);
        }
        var written = event;
        if (written == null) {
            throw new IllegalStateException("Personal values of an event that is only read cannot be written.");
        }
        return owner(written)
                .map(it -> sealed(it, context(written.header(), path), value))
                .orElse(ERASED);
    }

    private byte[] sealed(String owner, byte[] context, Personal value) {
        var sealed = cipher.seal(owner, context, value.reveal());
        return new ByteWriter(owner.length() + sealed.length + 4)
                .writeString(owner)
                .writeRaw(sealed, 0, sealed.length)
                .toByteArray();
    }

    @Override
    public Personal read(byte[] written, String path, @Nullable Object head) {
        if (written.length == 0) {
            return Personal.erased();
        }
        if (!(head instanceof EventHeader header)) {
            throw new MalformedBytes(0, "the header of an event before its personal values");
        }
        var in = new ByteReader(written);
        var owner = in.readString();
        var opened = cipher.open(owner, context(header, path), in.readRaw(in.remaining()));
        return opened.map(Personal::of).orElseGet(() -> erased(written));
    }

    private Personal erased(byte[] written) {
        var erased = Personal.erased();
        if (unreadable == null) {
            unreadable = new IdentityHashMap<>();
        }
        unreadable.put(erased, written);
        return erased;
    }

    private static byte[] context(EventHeader header, String path) {
        return new ByteWriter(64)
                .writeString(header.entity().kind().name())
                .writeString(header.entity().id())
                .writeZigzag(header.version().value())
                .writeString(path)
                .toByteArray();
    }

    /** The person where the event knows one, else the visit, else the document; nobody when the person was forgotten. */
    private Optional<String> owner(TwinEvent event) {
        var subject = subject(event);
        return subject.isPresent() ? forgotten.owner(subject.get(), event, cipher) : Optional.of(place(event));
    }

    /** Who an event says that it is about. */
    static Optional<SubjectId> subject(TwinEvent event) {
        if (event instanceof IdentityEvent identity) {
            return Optional.of(identity.subject());
        }
        if (event instanceof ShopperEvent shopper) {
            return shopper.visit().subject();
        }
        return event instanceof OrderPlaced order ? order.subject() : Optional.empty();
    }

    private static String place(TwinEvent event) {
        if (event instanceof ShopperEvent shopper) {
            return PersonalOwner.of(shopper.visit().session());
        }
        return PersonalOwner.of(event.document());
    }
}
