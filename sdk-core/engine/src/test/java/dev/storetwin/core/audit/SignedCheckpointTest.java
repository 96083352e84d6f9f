package dev.storetwin.core.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.storetwin.audit.CheckpointKey;
import dev.storetwin.audit.SignedCheckpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignedCheckpointTest {

    /** The verifier key that the documentation of signed notes gives as its example. */
    private static final String PUBLISHED_KEY = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

    private static final String PUBLISHED_NOTE = """
            If you think cryptography is the answer to your problem,
            then you don't know what your problem is.

            \u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
            """;

    @TempDir
    private Path folder;

    private final JsonLinesAuditTrail trail = JsonLinesAuditTrail.inMemory();

    @Test
    void is_a_note_that_others_can_check_with_the_public_key_alone() {
        trail.append(SampleEntries.note(0));
        var signer = SigningKeyFile.open(folder.resolve("key"), "shop.example/audit");

        var signed = SignedCheckpoint.of(trail.checkpoint(), signer);

        var key = CheckpointKey.parse(signer.key().text());
        assertThat(SignedCheckpoint.verified(signed.note(), key)).isEqualTo(signed);
        assertThat(signed.note().lines())
                .startsWith("shop.example/audit", "1")
                .hasSize(5)
                .last()
                .asString()
                .startsWith("\u2014 shop.example/audit ");
    }

    @Test
    void any_other_sign_before_the_signature_is_refused() {
        var signer = SigningKeyFile.open(folder.resolve("key"), "shop");
        var note = SignedCheckpoint.of(trail.checkpoint(), signer).note();
        int end = note.indexOf("\n\n");

        for (int at = 0; at < end; at++) {
            var other = note.substring(0, at) + (note.charAt(at) == 'A' ? 'B' : 'A') + note.substring(at + 1);
            assertThatThrownBy(() -> SignedCheckpoint.verified(other, signer.key()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("refused");
        }
    }

    @Test
    void the_signature_of_another_key_does_not_count() {
        var signer = SigningKeyFile.open(folder.resolve("key"), "shop");
        var other = SigningKeyFile.open(folder.resolve("other"), "shop");

        var note = SignedCheckpoint.of(trail.checkpoint(), other).note();

        assertThatThrownBy(() -> SignedCheckpoint.verified(note, signer.key())).hasMessageContaining("did not sign it");
    }

    @Test
    void a_key_is_made_once_and_read_by_its_owner_alone() throws IOException {
        var file = folder.resolve("key");
        var first = SigningKeyFile.open(file, "shop");

        assertThat(SigningKeyFile.open(file, "shop").key()).isEqualTo(first.key());
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
        }
        assertThat(first.toString()).isEqualTo("SigningKeyFile[shop]");
    }

    @Test
    void reads_keys_as_others_write_them() {
        assertThat(CheckpointKey.parse(PUBLISHED_KEY).name()).isEqualTo("PeterNeumann");
        assertThatThrownBy(() -> CheckpointKey.parse(PUBLISHED_KEY.replace("c74f", "c74e")))
                .hasMessageContaining("NAME+ID+KEY");
        assertThat(Base64.getDecoder().decode(PUBLISHED_KEY.substring(PUBLISHED_KEY.length() - 44)))
                .hasSize(33);
    }

    @Test
    void a_signed_note_about_something_else_is_no_checkpoint() {
        assertThatThrownBy(() -> SignedCheckpoint.verified(PUBLISHED_NOTE, CheckpointKey.parse(PUBLISHED_KEY)))
                .hasMessageContaining("no checkpoint of 'PeterNeumann'");
    }
}
