package dev.storetwin.core.crypto;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * One record of a key file, always of the same size.
 *
 * <pre>
 * kind 1 | bytes of the wrapped key 1 | zero 2 | version 4 | owner 16 | previous 4 | wrapped key 48 | CRC32C of all that 4
 * </pre>
 *
 * @param owner    whose it is; for a batch its own place and how many records follow in it
 * @param previous place of the owner's record before this one, or {@link #NONE}
 * @param wrapped  empty unless it is a key
 */
record Slot(Kind kind, int version, KeyId owner, int previous, byte[] wrapped) {

    static final int BYTES = 80;
    static final int NONE = -1;

    private static final int CHECKED = BYTES - Integer.BYTES;
    private static final int KEY_AT = CHECKED - KeyStore.LONGEST;

    /** By the number that stands for them in the file. */
    private static final List<Kind> KINDS = List.of(Kind.values());

    private static final byte[] NOTHING = {};

    /** The order is that of the format. */
    enum Kind {
        /** Its check sum is wrong; the fields are as they lie. */
        DAMAGED,
        /** Says how many records were written in one go. */
        BATCH,
        KEY,
        /** A key that was overwritten. */
        DESTROYED,
        /** The owner is erased and never gets a key again. */
        TOMBSTONE
    }

    static Slot batch(int place, int count) {
        return new Slot(Kind.BATCH, 0, new KeyId(place, count), NONE, NOTHING);
    }

    static Slot key(KeyId owner, WrappedKey key, int previous) {
        return new Slot(Kind.KEY, key.version(), owner, previous, key.bytes());
    }

    static Slot tombstone(KeyId owner, int previous) {
        return new Slot(Kind.TOMBSTONE, 0, owner, previous, NOTHING);
    }

    /** The same without the key. Written over a key, all that stays has the same bytes as before, so that a torn write leaves it whole. */
    Slot destroyed() {
        return new Slot(Kind.DESTROYED, version, owner, previous, NOTHING);
    }

    boolean isBatchAt(int place) {
        return kind == Kind.BATCH && owner.high() == place && owner.low() >= 0;
    }

    WrappedKey key() {
        return WrappedKey.of(version, wrapped);
    }

    void writeTo(ByteBuffer to) {
        int start = to.position();
        to.put((byte) KINDS.indexOf(kind)).put((byte) wrapped.length).putShort((short) 0);
        to.putInt(version).putLong(owner.high()).putLong(owner.low()).putInt(previous);
        to.put(wrapped).put(new byte[KeyStore.LONGEST - wrapped.length]);
        to.putInt(checkSum(to, start));
    }

    static Slot readFrom(ByteBuffer from) {
        int start = from.position();
        int kind = from.get(start);
        int length = from.get(start + 1);
        var wrapped = NOTHING;
        boolean intact = from.getInt(start + CHECKED) == checkSum(from, start) && kind > 0;
        if (intact) {
            wrapped = new byte[length];
            from.get(start + KEY_AT, wrapped);
        }
        from.position(start + BYTES);
        return new Slot(
                intact ? KINDS.get(kind) : Kind.DAMAGED,
                from.getInt(start + 4),
                new KeyId(from.getLong(start + 8), from.getLong(start + 16)),
                from.getInt(start + 24),
                wrapped);
    }

    private static int checkSum(ByteBuffer bytes, int start) {
        var crc = new CRC32C();
        crc.update(bytes.duplicate().position(start).limit(start + CHECKED));
        return (int) crc.getValue();
    }
}
