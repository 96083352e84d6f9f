package dev.storetwin.together;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.storetwin.Twin;
import dev.storetwin.core.StoreTwin;
import dev.storetwin.core.crypto.FileKeyStore;
import dev.storetwin.core.crypto.KeysUnusable;
import dev.storetwin.event.Claim;
import dev.storetwin.event.ClaimKind;
import dev.storetwin.event.EntityKind;
import dev.storetwin.event.EventHeader;
import dev.storetwin.event.IdentityClaimed;
import dev.storetwin.state.Acceptance;
import dev.storetwin.type.Source;
import dev.storetwin.type.SubjectId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A twin whose key files were lost or damaged says which, makes none in their place, and opens again when they are back. */
class LostKeysTest {

    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");

    @TempDir
    private Path folder;

    private Twin twin() {
        return StoreTwin.builder()
                .clock(new MovableClock(NOON))
                .dataDirectory(folder.resolve("twin"))
                .build();
    }

    private void keepAnna() {
        try (var twin = twin()) {
            var claim = new IdentityClaimed(
                    EventHeader.of(Source.of("test"), EntityKind.SUBJECT, "anna", NOON),
                    SubjectId.of("anna"),
                    List.of(Claim.of(ClaimKind.EMAIL, "anna@example.org")));
            assertThat(twin.accept(claim)).isInstanceOf(Acceptance.Accepted.class);
        }
    }

    private Path keyFile(String name) {
        return folder.resolve("twin/keys").toAbsolutePath().resolve(name);
    }

    private static void delete(Path directory) throws IOException {
        try (var files = Files.list(directory)) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
        }
    }

    private void opensWithAnna() {
        try (var again = twin()) {
            assertThat(again.state().revision()).isEqualTo(1);
        }
    }

    @Test
    void a_damaged_master_key_is_refused_and_leaves_nothing_locked() throws IOException {
        keepAnna();
        var bytes = Files.readAllBytes(keyFile("master.key"));
        var damaged = bytes.clone();
        damaged[3] ^= 1;
        Files.write(keyFile("master.key"), damaged);

        assertThatThrownBy(this::twin).isInstanceOf(KeysUnusable.class);

        Files.write(keyFile("master.key"), bytes);
        opensWithAnna();
    }

    @Test
    void a_lost_master_key_is_named_and_no_new_one_is_made() throws IOException {
        refusesWithout("master.key");
    }

    @Test
    void a_lost_key_store_is_named_and_no_new_one_is_made() throws IOException {
        refusesWithout("owners.keys");
    }

    private void refusesWithout(String name) throws IOException {
        keepAnna();
        var bytes = Files.readAllBytes(keyFile(name));
        Files.delete(keyFile(name));

        for (int attempt = 0; attempt < 2; attempt++) {
            assertThatThrownBy(this::twin)
                    .isInstanceOf(KeysUnusable.class)
                    .hasMessageContaining(keyFile(name) + " is missing")
                    .hasMessageContaining("bring it back from a safe copy");
        }
        assertThat(keyFile(name)).doesNotExist();

        Files.write(keyFile(name), bytes);
        opensWithAnna();
    }

    @Test
    void a_folder_of_keys_that_is_gone_is_not_made_anew() throws IOException {
        keepAnna();
        Files.move(folder.resolve("twin/keys"), folder.resolve("keys"));

        assertThatThrownBy(this::twin).hasMessageContaining(keyFile("owners.keys") + " is missing");

        assertThat(folder.resolve("twin/keys")).doesNotExist();
        Files.move(folder.resolve("keys"), folder.resolve("twin/keys"));
        opensWithAnna();
    }

    @Test
    void a_first_start_that_ended_between_key_store_and_master_key_is_gone_on_with() throws IOException {
        twin().close();
        delete(folder.resolve("twin/keys"));
        FileKeyStore.open(folder.resolve("twin/keys")).close();
        assertThat(keyFile("master.key")).doesNotExist();

        keepAnna();

        opensWithAnna();
    }
}
