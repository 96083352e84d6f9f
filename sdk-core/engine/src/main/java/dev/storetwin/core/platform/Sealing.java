package dev.storetwin.core.platform;

import dev.storetwin.core.crypto.Vault;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Seals what waits in the inbox: bodies hold personal data before anybody knows whose. */
public interface Sealing {

    /** For an inbox whose disk is protected otherwise: bytes stay as they are. */
    Sealing PLAIN = new Sealing() {
        @Override
        public byte[] seal(byte[] plain) {
            return plain;
        }

        @Override
        public Optional<byte[]> open(byte[] sealed) {
            return Optional.of(sealed);
        }

        @Override
        public void force() {}
    };

    byte[] seal(byte[] plain);

    /** Empty when the key is gone. */
    Optional<byte[]> open(byte[] sealed);

    /** Returns when what was sealed can be opened after a crash. */
    void force();

    /** Under the inbox's own key. Erasing the owner {@value #OWNER} makes all that waits unreadable. */
    static Sealing of(Vault vault) {
        var context = OWNER.getBytes(StandardCharsets.UTF_8);
        return new Sealing() {
            @Override
            public byte[] seal(byte[] plain) {
                return vault.sealBytes(OWNER, context, plain);
            }

            @Override
            public Optional<byte[]> open(byte[] sealed) {
                return vault.openBytes(OWNER, context, sealed);
            }

            @Override
            public void force() {
                vault.force();
            }
        };
    }

    /** Whose key seals what waits. */
    String OWNER = "inbox/messages";
}
