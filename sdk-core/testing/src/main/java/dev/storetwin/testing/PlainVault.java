package dev.storetwin.testing;

import dev.storetwin.core.crypto.PersonalCipher;
import dev.storetwin.core.crypto.Vault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Seals nothing, and forgets whom it is told to: for tests in which it matters that a vault is asked, not how it seals. */
public final class PlainVault implements Vault {

    private final Set<String> known;
    private final Set<String> erased;
    private boolean isFull;

    /** That knows nobody yet. */
    public PlainVault() {
        known = new HashSet<>();
        erased = new HashSet<>();
    }

    /** From now on no key can be made, as when the disk of the keys is full; or it can again. */
    public synchronized void fill(boolean full) {
        isFull = full;
    }

    @Override
    public synchronized byte[] seal(String owner, byte[] context, String value) {
        if (isFull && !known.contains(owner)) {
            throw new UncheckedIOException(new IOException("No space left for keys"));
        }
        known.add(owner);
        return isErased(owner) ? new byte[0] : PersonalCipher.PLAIN.seal(owner, context, value);
    }

    @Override
    public synchronized Optional<String> open(String owner, byte[] context, byte[] sealed) {
        return isErased(owner) ? Optional.empty() : PersonalCipher.PLAIN.open(owner, context, sealed);
    }

    @Override
    public synchronized byte[] sealBytes(String owner, byte[] context, byte[] value) {
        known.add(owner);
        return isErased(owner) ? new byte[0] : value.clone();
    }

    @Override
    public synchronized Optional<byte[]> openBytes(String owner, byte[] context, byte[] sealed) {
        return isErased(owner) ? Optional.empty() : Optional.of(sealed.clone());
    }

    @Override
    public String token(String source, String id) {
        return source + id;
    }

    @Override
    public synchronized void erase(Collection<String> owners) {
        erased.addAll(owners);
    }

    @Override
    public synchronized boolean isErased(String owner) {
        return erased.contains(owner);
    }

    @Override
    public synchronized boolean hasKey(String owner) {
        return known.contains(owner) && !isErased(owner);
    }

    @Override
    public synchronized int owners() {
        return known.size();
    }

    @Override
    public void rotate(String owner) {}

    @Override
    public void rotateMasterKey() {}

    @Override
    public void force() {}

    @Override
    public void close() {}
}
