package dev.storetwin.privacy;

import dev.storetwin.core.crypto.KeyId;
import dev.storetwin.core.crypto.KeyMaterial;
import dev.storetwin.core.crypto.KeyStore;
import dev.storetwin.core.crypto.KeysUnusable;
import dev.storetwin.core.crypto.MasterKey;
import dev.storetwin.core.crypto.WrappedKey;
import java.util.Arrays;
import java.util.Optional;

/**
 * The secret of a key store that never changes: ids and tokens are made with it. It lies in the store like an owner's key, and proves that
 * the master key is the right one.
 */
final class RootSecret {

    static final KeyId PLACE = new KeyId(0, 0);
    static final int BYTES = 32;

    private final KeyStore keys;
    private final MasterKey master;

    RootSecret(KeyStore keys, MasterKey master) {
        this.keys = keys;
        this.master = master;
    }

    /** What wraps the keys of this store: made from the current master key or, when a replacement was cut short, from the pending one. */
    Wrapping wrapping() {
        var current = Wrapping.of(master.current());
        var stored = keys.newest(PLACE);
        if (stored.isEmpty()) {
            create(current);
            return current;
        }
        return opens(current, stored.get())
                ? current
                : pending(stored.get()).orElseThrow(() -> new KeysUnusable("""
                        The %s are wrapped under another master key than the %s.
                        Maybe the wrong directory is configured, or the key was restored from a copy made before it was replaced.""".formatted(keys, master)));
    }

    /** The secret; whoever asked wipes it. */
    byte[] reveal(Wrapping wrapping) {
        return wrapping.unwrap(PLACE, keys.newest(PLACE).orElseThrow()).orElseThrow();
    }

    private Optional<Wrapping> pending(WrappedKey stored) {
        var pending = master.pending().map(Wrapping::of).filter(it -> opens(it, stored));
        pending.ifPresent(it -> master.promote());
        return pending;
    }

    private static boolean opens(Wrapping wrapping, WrappedKey stored) {
        return wrapping.unwrap(PLACE, stored).isPresent();
    }

    private void create(Wrapping wrapping) {
        if (keys.size() > 0) {
            throw new KeysUnusable(
                    "The %s have lost their root secret.\nMaybe the file was edited: bring it back from a safe copy."
                            .formatted(keys));
        }
        var secret = new KeyMaterial().bytes(BYTES);
        keys.add(PLACE, wrapping.wrap(PLACE, 1, secret));
        keys.force();
        Arrays.fill(secret, (byte) 0);
    }
}
