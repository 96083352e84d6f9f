package dev.storetwin.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.storetwin.core.crypto.KeyId;
import dev.storetwin.core.crypto.KeyMaterial;
import dev.storetwin.core.crypto.KeyStore;
import dev.storetwin.core.crypto.KeysUnusable;
import dev.storetwin.core.crypto.MasterKey;
import dev.storetwin.core.crypto.Vault;
import dev.storetwin.core.crypto.WrappedKey;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/**
 * A vault by AES-SIV.
 *
 * <p>How it works: each owner has a random secret of 32 bytes, kept in the key store under the master key; an owner's cipher is derived
 * from it and held while it is in use. The store knows owners by a keyed digest of their name, made with the {@link RootSecret}, as are
 * tokens; so both outlive a change of the master key.
 */
final class TinkVault implements Vault {

    /** Owners whose ciphers are held; one takes some 2 KiB. */
    private static final int HELD = 1 << 14;

    private static final byte[] NO_CONTEXT = {};

    private final KeyStore keys;
    private final MasterKey master;
    private final Siv ids;
    private final Siv tokens;
    private final OwnerCache cache = new OwnerCache(HELD);
    private final KeyMaterial material = new KeyMaterial();
    private final ReadWriteLock change = new ReentrantReadWriteLock();
    private Wrapping wrapping;

    private TinkVault(KeyStore keys, MasterKey master, Wrapping wrapping, byte[] root) {
        this.keys = keys;
        this.master = master;
        this.wrapping = wrapping;
        this.ids = Siv.of(root, "storetwin owner ids 1");
        this.tokens = Siv.of(root, "storetwin tokens 1");
    }

    static TinkVault over(KeyStore keys, MasterKey master) {
        var root = new RootSecret(keys, master);
        var wrapping = root.wrapping();
        var secret = root.reveal(wrapping);
        var vault = new TinkVault(keys, master, wrapping, secret);
        Arrays.fill(secret, (byte) 0);
        return vault;
    }

    @Override
    public byte[] seal(String owner, byte[] context, String value) {
        return sealBytes(owner, context, value.getBytes(UTF_8));
    }

    @Override
    public Optional<String> open(String owner, byte[] context, byte[] sealed) {
        return openBytes(owner, context, sealed).map(it -> new String(it, UTF_8));
    }

    @Override
    public byte[] sealBytes(String owner, byte[] context, byte[] value) {
        var key = cache.get(owner, this::foundOrMade).orElse(OwnerKey.ERASED);
        return key.cipher()
                .map(it -> SealedValue.of(key.version(), it.seal(value, context)))
                .orElseGet(SealedValue::nothing);
    }

    @Override
    public Optional<byte[]> openBytes(String owner, byte[] context, byte[] sealed) {
        var value = ByteBuffer.wrap(sealed);
        int version = SealedValue.version(value);
        return version == 0
                ? Optional.empty()
                : cipher(owner, version).map(it -> opened(it, owner, context, SealedValue.rest(value)));
    }

    private static byte[] opened(Siv cipher, String owner, byte[] context, byte[] sealed) {
        return cipher.open(sealed, context).orElseThrow(() -> new KeysUnusable("""
                %d sealed bytes of %s do not open under the key that they name.
                Maybe they were moved to another place, or are damaged.""".formatted(sealed.length, owner)));
    }

    /** Empty when the owner was erased. */
    private Optional<Siv> cipher(String owner, int version) {
        var newest = cache.get(owner, this::found);
        var cipher = newest.filter(it -> it.version() == version).flatMap(OwnerKey::cipher);
        return cipher.isPresent() ? cipher : older(owner, version);
    }

    private Optional<Siv> older(String owner, int version) {
        var id = id(owner);
        var key = underOneMaster(() -> keys.find(id, version).map(it -> unwrapped(id, it)));
        if (key.isEmpty() && !keys.isDestroyed(id)) {
            throw new KeysUnusable("""
                    The %s hold no key %d of %s, and it was not erased.
                    Maybe the keys are older than the data: bring them from the same backup.""".formatted(keys, version, owner));
        }
        return key.flatMap(OwnerKey::cipher);
    }

    private Optional<OwnerKey> found(String owner) {
        var id = id(owner);
        return underOneMaster(() -> keys.isDestroyed(id)
                ? Optional.of(OwnerKey.ERASED)
                : keys.newest(id).map(it -> unwrapped(id, it)));
    }

    private Optional<OwnerKey> foundOrMade(String owner) {
        var found = found(owner);
        return found.isPresent() ? found : Optional.of(made(id(owner), 1));
    }

    private OwnerKey made(KeyId id, int version) {
        var secret = material.bytes(RootSecret.BYTES);
        boolean isKept = underOneMaster(() -> keys.add(id, wrapping.wrap(id, version, secret)));
        return isKept ? cipher(version, secret) : OwnerKey.ERASED;
    }

    private OwnerKey unwrapped(KeyId id, WrappedKey key) {
        var secret = wrapping.unwrap(id, key).orElseThrow(() -> new KeysUnusable("""
                A key in the %s does not open under the master key, though others do.
                Maybe the file was put together from two: bring it back from a safe copy.""".formatted(keys)));
        return cipher(key.version(), secret);
    }

    /** Wipes the secret. */
    private static OwnerKey cipher(int version, byte[] secret) {
        var cipher = Siv.of(secret, "storetwin personal values 1");
        Arrays.fill(secret, (byte) 0);
        return OwnerKey.of(version, cipher);
    }

    private <T> T underOneMaster(Supplier<T> step) {
        change.readLock().lock();
        try {
            return step.get();
        } finally {
            change.readLock().unlock();
        }
    }

    @Override
    public String token(String source, String id) {
        return Base32.of(tokens.digest(id.getBytes(UTF_8), source.getBytes(UTF_8)));
    }

    @Override
    public void erase(Collection<String> owners) {
        keys.destroy(owners.stream().map(this::id).toList());
        owners.forEach(cache::forget);
    }

    @Override
    public boolean isErased(String owner) {
        return keys.isDestroyed(id(owner));
    }

    @Override
    public boolean hasKey(String owner) {
        return keys.newest(id(owner)).isPresent();
    }

    /** The root secret is no owner's. */
    @Override
    public int owners() {
        return keys.size() - 1;
    }

    @Override
    public void rotate(String owner) {
        var id = id(owner);
        cache.replace(owner, it -> keys.newest(id).ifPresent(old -> made(id, old.version() + 1)));
    }

    @Override
    public void rotateMasterKey() {
        change.writeLock().lock();
        try {
            var next = Wrapping.of(master.next());
            keys.rewrap((id, key) -> rewrapped(id, key, next));
            wrapping = next;
            master.promote();
        } finally {
            change.writeLock().unlock();
        }
    }

    private WrappedKey rewrapped(KeyId id, WrappedKey key, Wrapping next) {
        var secret = wrapping.unwrap(id, key).orElseThrow();
        var wrapped = next.wrap(id, key.version(), secret);
        Arrays.fill(secret, (byte) 0);
        return wrapped;
    }

    @Override
    public void force() {
        keys.force();
    }

    @Override
    public void close() {
        cache.clear();
        keys.close();
    }

    private KeyId id(String owner) {
        var digest = ByteBuffer.wrap(ids.digest(owner.getBytes(UTF_8), NO_CONTEXT));
        return new KeyId(digest.getLong(), digest.getLong());
    }

    @Override
    public String toString() {
        return "vault over " + keys;
    }
}
