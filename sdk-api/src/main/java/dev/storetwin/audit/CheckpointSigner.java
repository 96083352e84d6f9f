package dev.storetwin.audit;

/** Signs with an Ed25519 key that it keeps to itself: one in a file, in a vault, or in a machine that never hands it out. */
public interface CheckpointSigner {

    /** Whose trail and key it is, such as {@code shop.example/audit}: without spaces and plus signs. */
    String name();

    /** As RFC 8032 has it, 32 bytes. */
    byte[] publicKey();

    /** The signature of exactly these bytes, 64 bytes. */
    byte[] sign(byte[] message);

    /** What others need to check the signatures. */
    default CheckpointKey key() {
        return CheckpointKey.of(name(), publicKey());
    }
}
