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
    private @Nullable IdentityHashMap<Personal, byte[]> unreadable;
    private @Nullable TwinEvent event;

    private PersonalValues(PersonalCipher cipher, @Nullable TwinEvent event) {
        this.cipher = cipher;
        this.event = event;
    }

    static PersonalValues reading(PersonalCipher cipher) {
        return new PersonalValues(cipher, null);
    }

    static PersonalValues writing(PersonalCipher cipher, TwinEvent event) {
        return new PersonalValues(cipher, event);
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
        var owner = owner(written);
        var sealed = cipher.seal(owner, context(written.header(), path), value.reveal());
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

    /** The person where the event knows one, else the visit, else the document. */
    static String owner(TwinEvent event) {
        return subject(event).map(PersonalOwner::of).orElseGet(() -> place(event));
    }

    private static Optional<SubjectId> subject(TwinEvent event) {
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
