package dev.storetwin.privacy;

import dev.storetwin.core.crypto.KeyStore;
import dev.storetwin.core.crypto.MasterKey;
import dev.storetwin.core.crypto.Vault;
import dev.storetwin.core.crypto.VaultProvider;

/** Makes vaults that seal with Tink. */
public final class TinkVaultProvider implements VaultProvider {

    @Override
    public Vault open(KeyStore keys, MasterKey master) {
        return TinkVault.over(keys, master);
    }
}
