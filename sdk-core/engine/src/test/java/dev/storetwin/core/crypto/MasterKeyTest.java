package dev.storetwin.core.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MasterKeyTest {

    @TempDir
    private Path directory;

    @Test
    void a_master_key_is_made_once_and_found_again() {
        var key = FileMasterKey.in(directory).current();

        assertThat(key).hasSize(MasterKey.BYTES);
        assertThat(FileMasterKey.in(directory).current()).isEqualTo(key);
    }

    @Test
    void the_next_key_waits_beside_the_old_one_until_it_is_promoted() {
        var master = FileMasterKey.in(directory);
        var old = master.current();

        var next = master.next();

        assertThat(master.current()).isEqualTo(old);
        assertThat(master.next()).isEqualTo(next);
        master.promote();
        assertThat(master.current()).isEqualTo(next);
        assertThat(master.pending()).isEmpty();
    }

    @Test
    void promoting_without_a_next_key_changes_nothing() {
        var master = FileMasterKey.in(directory);
        var key = master.current();

        master.promote();

        assertThat(master.current()).isEqualTo(key);
    }

    @Test
    void a_file_that_is_no_key_is_refused() throws IOException {
        Files.writeString(directory.resolve("master.key"), "secret");

        assertThatThrownBy(() -> FileMasterKey.in(directory).current())
                .isInstanceOf(KeysUnusable.class)
                .hasMessageContaining("has 6 bytes")
                .hasMessageNotContaining("secret");
    }

    @Test
    void a_given_key_is_replaced_only_by_another_given_one() {
        var before = new byte[MasterKey.BYTES];
        var after = new byte[MasterKey.BYTES];
        after[0] = 1;

        assertThatThrownBy(() -> MasterKey.given(before).next()).hasMessageContaining("no other to replace it");
        var master = MasterKey.given(before, Optional.of(after));
        master.promote();
        assertThat(master.current()).isEqualTo(after);
        assertThatThrownBy(() -> MasterKey.given(new byte[16])).hasMessageContaining("32 bytes");
    }
}
