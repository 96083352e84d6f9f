package dev.storetwin.core.crypto;

/**
 * A key as it may lie on disk: sealed under the master key.
 *
 * <p>Holds its bytes without a copy; whoever gives or takes them does not change them.
 */
public final class WrappedKey {

    private final int version;
    private final byte[] bytes;

    private WrappedKey(int version, byte[] bytes) {
        this.version = version;
        this.bytes = bytes;
    }

    /**
     * A key as it is kept.
     *
     * @param version counts an owner's keys from 1
     * @param bytes   what the vault made of the key; at most {@value KeyStore#LONGEST}
     */
    public static WrappedKey of(int version, byte[] bytes) {
        if (version < 1 || bytes.length == 0 || bytes.length > KeyStore.LONGEST) {
            throw new IllegalArgumentException("""
                    A wrapped key has a version from 1 on and 1 to %d bytes, not version %d and %d bytes.
                    Maybe the vault wraps more than the key.""".formatted(KeyStore.LONGEST, version, bytes.length));
        }
        return new WrappedKey(version, bytes);
    }

    public int version() {
        return version;
    }

    public byte[] bytes() {
        return bytes;
    }

    @Override
    public String toString() {
        return "key " + version;
    }
}
