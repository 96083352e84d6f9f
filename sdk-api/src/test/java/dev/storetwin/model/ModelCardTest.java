package dev.storetwin.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ModelCardTest {

    @Test
    void sorts_settings_and_keeps_its_own() {
        var settings = new HashMap<>(Map.of("gamma", "3", "alpha", "1", "beta", "2"));
        var card = ModelCard.of("theta", "1").withSettings(settings);

        settings.clear();

        assertThat(card.settings().keySet()).containsExactly("alpha", "beta", "gamma");
        assertThatThrownBy(() -> card.settings().put("delta", "4")).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void says_what_it_was_fitted_to_and_by_which_chance() {
        var card = ModelCard.of("theta", "1")
                .withData(new DataRange("2025-01-01", "2025-03-31", 88))
                .withSeed(42);

        assertThat(card.data()).hasToString("Optional[2025-01-01..2025-03-31 (88 observations)]");
        assertThat(card.seed()).hasValue(42);
        assertThat(ModelCard.of("theta", "1").data()).isEmpty();
        assertThat(ModelCard.of("theta", "1").seed()).isEmpty();
    }

    @Test
    void needs_a_name_a_version_and_a_possible_count() {
        assertThatThrownBy(() -> ModelCard.of("", "1")).hasMessageContaining("name");
        assertThatThrownBy(() -> ModelCard.of("theta", " ")).hasMessageContaining("version");
        assertThatThrownBy(() -> new DataRange("1", "2", -1)).hasMessageContaining("-1");
    }
}
