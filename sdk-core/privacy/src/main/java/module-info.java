/** Personal values sealed under one key per person. Tink has no module descriptor, only a stable name. */
@SuppressWarnings("requires-automatic")
module dev.storetwin.privacy {
    requires dev.storetwin.core;
    requires static org.jspecify;
    requires com.google.crypto.tink;

    provides dev.storetwin.core.crypto.VaultProvider with
            dev.storetwin.privacy.TinkVaultProvider;
}
