package dev.storetwin.core.memory;

import dev.storetwin.core.crypto.FileKeyStore;
import dev.storetwin.core.crypto.FileMasterKey;
import dev.storetwin.core.crypto.KeysUnusable;
import dev.storetwin.core.crypto.Vault;
import dev.storetwin.core.crypto.VaultProvider;
import dev.storetwin.core.journal.DataDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The vault of a twin whose host gave none: its keys lie in the data directory. */
final class OwnVault {

    private OwnVault() {}

    /**
     * Opens the keys, or makes them for a twin that has kept nothing yet.
     *
     * @throws KeysUnusable when a key file is missing or damaged; nothing is made in its place, and nothing stays open
     */
    static Vault open(DataDirectory data) throws IOException {
        var provider = VaultProvider.find().orElseThrow(() -> new IllegalStateException("""
                There is a data directory but nothing that can seal what is personal in it.
                Maybe add the dependency dev.storetwin:storetwin-privacy, or merge META-INF/services in the host's jar."""));
        var directory = data.path().resolve("keys");
        var master = FileMasterKey.in(directory);
        requireKeys(data, FileKeyStore.file(directory), master);
        var keys = FileKeyStore.open(directory);
        try {
            return provider.open(keys, master.neededBy(keys));
        } catch (RuntimeException | Error unusable) {
            keys.close();
            throw unusable;
        }
    }

    /** They are made before the master key, and both before the first event: a crash never leaves one of these without them. */
    private static void requireKeys(DataDirectory data, Path keys, FileMasterKey master) throws IOException {
        if (!Files.exists(keys) && (master.exists() || hasJournal(data))) {
            throw new KeysUnusable("""
                    %s is missing, and what is personal in the journal %s is sealed under the keys in it. No new ones are made.
                    Maybe it was not copied with the directory: bring it back from a safe copy. \
                    Or the host kept the keys so far: give its vault to the builder.""".formatted(keys, data.journal()));
        }
    }

    private static boolean hasJournal(DataDirectory data) throws IOException {
        return data.disk().exists(data.journal())
                && !data.disk().list(data.journal()).isEmpty();
    }
}
