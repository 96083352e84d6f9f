package dev.storetwin.core.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.storetwin.model.DataRange;
import dev.storetwin.model.ModelAddress;
import dev.storetwin.model.ModelCard;
import dev.storetwin.model.ModelLookup;
import dev.storetwin.model.ModelRegistry;
import dev.storetwin.model.ModelStanding;
import dev.storetwin.model.StoredModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ModelRegistryTest {

    private static final ModelCard CARD = ModelCard.of("lightgbm", "4.3.0")
            .withSettings(Map.of("objective", "quantile 0.9", "odd", "tab\there, line\nthere, back\\slash"))
            .withData(new DataRange("2024-01", "2024-12", 12))
            .withSeed(-7);

    private static final StoredModel OLD = StoredModel.of(CARD, "old".getBytes(UTF_8));
    private static final StoredModel NEW = StoredModel.of(CARD, "new".getBytes(UTF_8));

    @TempDir
    private static Path scratch;

    static Stream<ModelRegistry> registries() throws IOException {
        return Stream.of(
                new MemoryModelRegistry(), FileModelRegistry.open(Files.createTempDirectory(scratch, "models")));
    }

    @ParameterizedTest
    @MethodSource("registries")
    void a_stored_model_is_found_under_its_address_with_its_card(ModelRegistry registry) {
        var address = registry.store(OLD);

        var found = registry.find(address).model().orElseThrow();

        assertThat(address.sha256()).isEqualTo("cba06b5736faf67e54b07b561eae94395e774c517a7d910a54369e1263ccfbd4");
        assertThat(found.bytes()).isEqualTo(OLD.bytes());
        assertThat(found.card()).isEqualTo(CARD);
    }

    @ParameterizedTest
    @MethodSource("registries")
    void the_same_bytes_are_kept_once_with_the_first_card(ModelRegistry registry) {
        registry.store(OLD);
        registry.store(StoredModel.of(ModelCard.of("other", "1"), OLD.bytes()));

        assertThat(registry.find(OLD.address()).model().orElseThrow().card()).isEqualTo(CARD);
    }

    @ParameterizedTest
    @MethodSource("registries")
    void what_was_never_stored_is_missing(ModelRegistry registry) {
        assertThat(registry.find(OLD.address())).isInstanceOf(ModelLookup.Missing.class);
        assertThat(registry.standing("demand")).isEqualTo(ModelStanding.NONE);
        assertThat(registry.champion("demand")).isInstanceOf(ModelLookup.Missing.class);
    }

    @ParameterizedTest
    @MethodSource("registries")
    void a_challenger_becomes_champion_and_can_be_rolled_back(ModelRegistry registry) {
        registry.store(OLD);
        registry.store(NEW);
        registry.challenge("demand", OLD.address());
        registry.promote("demand");
        registry.challenge("demand", NEW.address());

        assertThat(registry.standing("demand").champion()).contains(OLD.address());
        assertThat(registry.standing("demand").challenger()).contains(NEW.address());
        assertThat(registry.promote("demand").champion()).contains(NEW.address());
        assertThat(registry.rollBack("demand").champion()).contains(OLD.address());
        assertThat(registry.champion("demand").model().orElseThrow().bytes()).isEqualTo(OLD.bytes());
    }

    @ParameterizedTest
    @MethodSource("registries")
    void nothing_is_promoted_or_rolled_back_without_a_candidate(ModelRegistry registry) {
        registry.store(OLD);
        registry.challenge("demand", OLD.address());
        registry.promote("demand");

        assertThatThrownBy(() -> registry.promote("demand")).hasMessageContaining("no challenger");
        assertThatThrownBy(() -> registry.rollBack("demand")).hasMessageContaining("no champion before");
        assertThatThrownBy(() -> registry.challenge("demand", NEW.address())).hasMessageContaining("No sound model");
        assertThatThrownBy(() -> registry.standing("../demand")).hasMessageContaining("is called");
    }

    @Test
    void a_restart_changes_nothing(@TempDir Path folder) {
        var registry = FileModelRegistry.open(folder);
        registry.store(OLD);
        registry.store(NEW);
        registry.challenge("demand", OLD.address());
        registry.promote("demand");
        registry.challenge("demand", NEW.address());

        var reopened = FileModelRegistry.open(folder);

        assertThat(reopened.standing("demand")).isEqualTo(registry.standing("demand"));
        assertThat(reopened.champion("demand").model().orElseThrow().card()).isEqualTo(CARD);
    }

    @Test
    void a_damaged_model_is_refused_with_its_name(@TempDir Path folder) throws IOException {
        var registry = FileModelRegistry.open(folder);
        var address = registry.store(OLD);
        Files.writeString(folder.resolve("models").resolve(address + ".model"), "olD");

        assertThat(registry.find(address)).isInstanceOfSatisfying(ModelLookup.Damaged.class, it -> assertThat(it.file())
                .isEqualTo(address + ".model"));
        assertThatThrownBy(() -> registry.challenge("demand", address)).hasMessageContaining("No sound model");
    }

    @Test
    void a_damaged_model_is_mended_by_storing_it_again(@TempDir Path folder) throws IOException {
        var registry = FileModelRegistry.open(folder);
        var address = registry.store(OLD);
        Files.writeString(folder.resolve("models").resolve(address + ".model"), "");

        registry.store(OLD);

        assertThat(registry.find(address)).isInstanceOf(ModelLookup.Found.class);
    }

    @Test
    void a_damaged_card_is_refused_with_its_name(@TempDir Path folder) throws IOException {
        var registry = FileModelRegistry.open(folder);
        var address = registry.store(OLD);
        var file = folder.resolve("models").resolve(address + ".card");
        Files.writeString(file, Files.readString(file).replace("0.9", "0.5"));

        assertThat(registry.find(address)).isInstanceOfSatisfying(ModelLookup.Damaged.class, it -> assertThat(it.file())
                .isEqualTo(address + ".card"));
    }

    @Test
    void a_damaged_standing_is_refused_with_its_name(@TempDir Path folder) throws IOException {
        var registry = FileModelRegistry.open(folder);
        registry.store(OLD);
        registry.challenge("demand", OLD.address());
        Files.writeString(folder.resolve("names").resolve("demand.standing"), "champion");

        assertThatThrownBy(() -> registry.standing("demand"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("demand.standing");
    }

    @Test
    void what_a_crash_left_half_written_is_not_looked_at(@TempDir Path folder) throws IOException {
        var registry = FileModelRegistry.open(folder);
        Files.writeString(folder.resolve("models").resolve(OLD.address() + ".model.part"), "ol");

        assertThat(registry.find(OLD.address())).isInstanceOf(ModelLookup.Missing.class);
        assertThat(registry.find(registry.store(OLD))).isInstanceOf(ModelLookup.Found.class);
        try (var files = Files.list(folder.resolve("models"))) {
            assertThat(files).noneMatch(it -> it.toString().endsWith(".part"));
        }
    }

    @Property
    void every_card_is_read_as_it_was_written(@ForAll String name, @ForAll String value, @ForAll long seed) {
        var card = ModelCard.of("x" + wellFormed(name), "1")
                .withSettings(Map.of(wellFormed(name), wellFormed(value)))
                .withSeed(seed);

        var lines = CheckedText.read(CheckedText.write(CardText.write(card)));

        assertThat(lines.map(CardText::read)).isEqualTo(Optional.of(card));
    }

    /** Half a surrogate pair has no UTF-8, and other line ends than these are not told apart. */
    private static String wellFormed(String text) {
        return new String(text.getBytes(UTF_8), UTF_8);
    }

    @Test
    void an_address_is_64_digits() {
        assertThatThrownBy(() -> new ModelAddress("ABC")).hasMessageContaining("64 hexadecimal digits");
    }
}
