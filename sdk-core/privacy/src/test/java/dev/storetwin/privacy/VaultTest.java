package dev.storetwin.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.storetwin.core.crypto.FileKeyStore;
import dev.storetwin.core.crypto.FileMasterKey;
import dev.storetwin.core.crypto.KeysUnusable;
import dev.storetwin.core.crypto.MasterKey;
import dev.storetwin.core.crypto.Vault;
import dev.storetwin.core.crypto.VaultProvider;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VaultTest {

    private static final String ANNA = "subject/s-anna";
    private static final byte[] FACT = "IdentityClaimed 1 email".getBytes(UTF_8);
    private static final byte[] OTHER_FACT = "IdentityClaimed 2 email".getBytes(UTF_8);

    @TempDir
    private Path directory;

    private Vault vault;

    @BeforeEach
    void open() {
        vault = open(FileMasterKey.in(directory.resolve("master")));
    }

    private Vault open(MasterKey master) {
        return VaultProvider.find().orElseThrow().open(FileKeyStore.open(directory.resolve("keys")), master);
    }

    private void restart() {
        vault.close();
        open();
    }

    @AfterEach
    void close() {
        vault.close();
    }

    @Test
    void what_is_sealed_opens_again() {
        var sealed = vault.seal(ANNA, FACT, "anna@example.org");

        assertThat(vault.open(ANNA, FACT, sealed)).contains("anna@example.org");
        assertThat(new String(sealed, UTF_8)).doesNotContain("anna");
    }

    @Test
    void the_same_value_in_the_same_fact_gives_the_same_bytes() {
        var sealed = vault.seal(ANNA, FACT, "anna@example.org");

        assertThat(vault.seal(ANNA, FACT, "anna@example.org")).isEqualTo(sealed);
    }

    @Test
    void the_same_value_in_another_fact_or_of_another_owner_gives_other_bytes() {
        var sealed = vault.seal(ANNA, FACT, "anna@example.org");

        assertThat(vault.seal(ANNA, OTHER_FACT, "anna@example.org")).isNotEqualTo(sealed);
        assertThat(vault.seal("subject/s-bert", FACT, "anna@example.org")).isNotEqualTo(sealed);
    }

    @Test
    void a_value_does_not_open_in_another_fact() {
        var sealed = vault.seal(ANNA, FACT, "anna@example.org");

        assertThatThrownBy(() -> vault.open(ANNA, OTHER_FACT, sealed))
                .isInstanceOf(KeysUnusable.class)
                .hasMessageContaining("do not open")
                .hasMessageNotContaining("example.org");
    }

    @Test
    void bytes_that_were_never_sealed_are_refused() {
        assertThatThrownBy(() -> vault.open(ANNA, FACT, new byte[0])).hasMessageContaining("no sealed value");
    }

    @Test
    void values_open_after_a_restart_and_still_give_the_same_bytes() {
        var sealed = vault.seal(ANNA, FACT, "anna@example.org");

        restart();

        assertThat(vault.open(ANNA, FACT, sealed)).contains("anna@example.org");
        assertThat(vault.seal(ANNA, FACT, "anna@example.org")).isEqualTo(sealed);
        assertThat(vault.owners()).isEqualTo(1);
    }

    @Test
    void an_erased_owner_can_never_be_read_again() {
        var sealed = vault.seal(ANNA, FACT, "anna@example.org");

        vault.erase(List.of(ANNA));

        assertThat(vault.open(ANNA, FACT, sealed)).isEmpty();
        assertThat(vault.isErased(ANNA)).isTrue();
        assertThat(vault.hasKey(ANNA)).isFalse();
        restart();
        assertThat(vault.open(ANNA, FACT, sealed)).isEmpty();
        assertThat(vault.isErased(ANNA)).isTrue();
    }

    @Test
    void what_comes_late_for_an_erased_owner_is_sealed_to_nothing() {
        vault.seal(ANNA, FACT, "anna@example.org");
        vault.erase(List.of(ANNA));

        var late = vault.seal(ANNA, OTHER_FACT, "anna@example.net");

        assertThat(late).hasSize(1);
        assertThat(vault.open(ANNA, OTHER_FACT, late)).isEmpty();
        assertThat(vault.owners()).isZero();
    }

    @Test
    void an_owner_who_never_had_a_key_gets_none_after_the_erasure() {
        vault.erase(List.of(ANNA));

        assertThat(vault.seal(ANNA, FACT, "anna@example.org")).hasSize(1);
    }

    @Test
    void erasing_twice_is_harmless_and_leaves_others_alone() {
        var bert = vault.seal("subject/s-bert", FACT, "bert@example.org");

        vault.erase(List.of(ANNA, "order/1001", ANNA));
        vault.erase(List.of(ANNA));

        assertThat(vault.open("subject/s-bert", FACT, bert)).contains("bert@example.org");
    }

    @Test
    void after_a_rotation_new_values_have_the_new_key_and_old_ones_open() {
        var old = vault.seal(ANNA, FACT, "anna@example.org");

        vault.rotate(ANNA);

        var now = vault.seal(ANNA, FACT, "anna@example.org");
        assertThat(now).isNotEqualTo(old);
        assertThat(vault.open(ANNA, FACT, old)).contains("anna@example.org");
        restart();
        assertThat(vault.open(ANNA, FACT, old)).contains("anna@example.org");
        assertThat(vault.open(ANNA, FACT, now)).contains("anna@example.org");
        vault.erase(List.of(ANNA));
        assertThat(vault.open(ANNA, FACT, old)).isEmpty();
        assertThat(vault.open(ANNA, FACT, now)).isEmpty();
    }

    @Test
    void many_rotations_of_one_key_are_told_apart() {
        var sealed = IntStream.range(0, 200)
                .mapToObj(i -> {
                    var value = vault.seal(ANNA, FACT, "value " + i);
                    vault.rotate(ANNA);
                    return value;
                })
                .toList();

        assertThat(IntStream.range(0, 200)).allSatisfy(i -> assertThat(vault.open(ANNA, FACT, sealed.get(i)))
                .contains("value " + i));
    }

    @Test
    void a_new_master_key_changes_no_value_and_no_token() {
        var sealed = vault.seal(ANNA, FACT, "anna@example.org");
        var token = vault.token("shop", "4711");
        vault.erase(List.of("subject/s-bert"));

        vault.rotateMasterKey();
        restart();

        assertThat(vault.open(ANNA, FACT, sealed)).contains("anna@example.org");
        assertThat(vault.seal(ANNA, FACT, "anna@example.org")).isEqualTo(sealed);
        assertThat(vault.token("shop", "4711")).isEqualTo(token);
        assertThat(vault.isErased("subject/s-bert")).isTrue();
    }

    @Test
    void another_master_key_is_refused() {
        vault.close();

        var other = MasterKey.given(new byte[MasterKey.BYTES]);

        assertThatThrownBy(() -> open(other))
                .isInstanceOf(KeysUnusable.class)
                .hasMessageContaining("another master key");
    }

    @Test
    void a_replacement_of_the_master_key_that_was_cut_short_is_ended_on_opening() {
        var before = new byte[MasterKey.BYTES];
        var after = new byte[MasterKey.BYTES];
        after[0] = 1;
        var own = directory.resolve("own");
        var sealed = sealedUnder(own, MasterKey.given(before, Optional.of(after)));

        try (var reopened = provider().open(FileKeyStore.open(own), MasterKey.given(before, Optional.of(after)))) {
            assertThat(reopened.open(ANNA, FACT, sealed)).contains("anna@example.org");
        }
    }

    private byte[] sealedUnder(Path own, MasterKey master) {
        try (var first = provider().open(FileKeyStore.open(own), master)) {
            var sealed = first.seal(ANNA, FACT, "anna@example.org");
            first.rotateMasterKey();
            return sealed;
        }
    }

    private static VaultProvider provider() {
        return VaultProvider.find().orElseThrow();
    }

    @Test
    void a_token_is_the_same_for_the_same_id_of_the_same_source_alone() {
        var token = vault.token("shopify:my-shop", "4711");

        assertThat(token).hasSize(16).matches("[a-z2-7]+");
        assertThat(vault.token("shopify:my-shop", "4711")).isEqualTo(token);
        assertThat(vault.token("shopify:other", "4711")).isNotEqualTo(token);
        assertThat(vault.token("shopify:my-shop", "4712")).isNotEqualTo(token);
        restart();
        assertThat(vault.token("shopify:my-shop", "4711")).isEqualTo(token);
    }

    @Test
    void two_vaults_give_the_same_id_different_tokens() {
        try (var other = provider()
                .open(FileKeyStore.open(directory.resolve("other")), FileMasterKey.in(directory.resolve("other")))) {
            assertThat(other.token("shop", "4711")).isNotEqualTo(vault.token("shop", "4711"));
        }
    }

    @Test
    void more_owners_than_are_held_at_once_keep_their_keys() {
        var sealed = IntStream.range(0, 40_000)
                .mapToObj(i -> vault.seal("order/" + i, FACT, "parcel " + i))
                .toList();

        assertThat(vault.owners()).isEqualTo(40_000);
        assertThat(IntStream.range(0, 40_000)).allSatisfy(i -> assertThat(vault.open("order/" + i, FACT, sealed.get(i)))
                .contains("parcel " + i));
    }

    @Test
    void a_vault_says_nothing_of_its_keys() {
        assertThat(vault).hasToString("vault over keys in " + directory.resolve("keys"));
    }
}
