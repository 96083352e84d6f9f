package dev.storetwin.core.crypto;

/**
 * Whose key it is, as a key store sees it: 128 bits that a vault makes from the owner with a key of its own. Without the vault nobody can
 * tell which owner stands behind it.
 */
public record KeyId(long high, long low) {

    @Override
    public String toString() {
        return "%016x%016x".formatted(high, low);
    }
}
