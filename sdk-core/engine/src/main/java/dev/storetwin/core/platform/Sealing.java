package dev.storetwin.core.platform;

import dev.storetwin.core.crypto.Vault;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Optional;

/**
 * Seals what waits in an inbox: bodies hold personal data before anybody knows whose. Keys are numbered, so that all that was delivered can
 * be made unreadable by destroying the older ones, once what still waits is sealed under the newest. For one thread.
 */
public interface Sealing {

    /** For an inbox whose disk is protected otherwise: bytes stay as they are. */
    Sealing PLAIN = new Sealing() {
        @Override
        public byte[] seal(byte[] plain) {
            return plain;
        }

        @Override
        public Optional<byte[]> open(int key, byte[] sealed) {
            return Optional.of(sealed);
        }

        @Override
        public void force() {}
    };

    /** Number of the key that seals now; never 0, which stands for {@link #FIRST_OWNER}. */
    default int key() {
        return 1;
    }

    /** Under the newest key. */
    byte[] seal(byte[] plain);

    /** Empty when the key is gone. */
    Optional<byte[]> open(int key, byte[] sealed);

    /** Returns when what was sealed can be opened after a crash. */
    void force();

    /** From now on a key seals that has sealed nothing yet, where there are keys. */
    default void renew() {}

    /** Destroys all keys of this inbox but the newest. */
    default void forgetOlder() {}

    /** Whose key sealed the messages of all inboxes before they had keys of their own. */
    String FIRST_OWNER = "inbox/messages";

    /**
     * Under an inbox's own keys.
     *
     * @param inbox its name on disk
     */
    static Sealing of(Vault vault, String inbox) {
        return new Keyed(vault, inbox);
    }

    /** Keys of a vault. */
    final class Keyed implements Sealing {

        private static final byte[] CONTEXT = FIRST_OWNER.getBytes(StandardCharsets.UTF_8);

        private final Vault vault;
        private final String inbox;
        private int oldest = 1;
        private int newest;

        private Keyed(Vault vault, String inbox) {
            this.vault = vault;
            this.inbox = inbox;
            while (vault.isErased(owner(oldest))) {
                oldest++;
            }
            newest = oldest;
            while (vault.hasKey(owner(newest + 1))) {
                newest++;
            }
        }

        private String owner(int key) {
            return key == 0 ? FIRST_OWNER : "inbox/" + inbox + "/" + key;
        }

        @Override
        public int key() {
            return newest;
        }

        @Override
        public byte[] seal(byte[] plain) {
            return vault.sealBytes(owner(newest), CONTEXT, plain);
        }

        @Override
        public Optional<byte[]> open(int key, byte[] sealed) {
            return vault.openBytes(owner(key), CONTEXT, sealed);
        }

        @Override
        public void force() {
            vault.force();
        }

        @Override
        public void renew() {
            newest++;
        }

        @Override
        public void forgetOlder() {
            var older = new ArrayList<String>();
            for (int key = oldest; key < newest; key++) {
                older.add(owner(key));
            }
            vault.erase(older);
            oldest = newest;
        }
    }
}
