package dev.storetwin.core.crypto;

import java.util.Optional;

/** A master key that the host keeps in a place of its own. */
final class GivenMasterKey implements MasterKey {

    private byte[] current;
    private Optional<byte[]> next;

    GivenMasterKey(byte[] current, Optional<byte[]> next) {
        this.current = checked(current).clone();
        this.next = next.map(it -> checked(it).clone());
    }

    private static byte[] checked(byte[] key) {
        if (key.length != BYTES) {
            throw new IllegalArgumentException("""
                    A master key has %d bytes, this one has %d.
                    Maybe it is written as text and wants to be decoded.""".formatted(BYTES, key.length));
        }
        return key;
    }

    @Override
    public synchronized byte[] current() {
        return current.clone();
    }

    @Override
    public synchronized Optional<byte[]> pending() {
        return next.map(byte[]::clone);
    }

    @Override
    public byte[] next() {
        return pending().orElseThrow(() -> new UnsupportedOperationException("""
                The host gave the master key and no other to replace it.
                Maybe give both, the one in force and the one to come, for the time of the change."""));
    }

    @Override
    public synchronized void promote() {
        next.ifPresent(it -> current = it);
        next = Optional.empty();
    }

    @Override
    public String toString() {
        return "given master key";
    }
}
