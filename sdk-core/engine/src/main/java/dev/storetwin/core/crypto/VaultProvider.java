package dev.storetwin.core.crypto;

import java.util.Optional;
import java.util.ServiceLoader;

/** Makes vaults. Found by {@link ServiceLoader}, so that the engine need not know the library that seals. */
public interface VaultProvider {

    /**
     * A vault over these keys; it closes the key store when it is closed.
     *
     * @throws KeysUnusable when the keys lie under another master key
     */
    Vault open(KeyStore keys, MasterKey master);

    /** The provider on the class path or module path. */
    static Optional<VaultProvider> find() {
        return ServiceLoader.load(VaultProvider.class, VaultProvider.class.getClassLoader())
                .findFirst();
    }
}
