package dev.storetwin.core.forecast.ets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EtsModelTest {

    @Test
    void is_read_from_its_letters() {
        var model = EtsModel.of("MAdN");

        assertThat(model.error()).isEqualTo(Component.MULTIPLICATIVE);
        assertThat(model.trend()).isEqualTo(Component.ADDITIVE);
        assertThat(model.damped()).isTrue();
        assertThat(model.season()).isEqualTo(Component.NONE);
        assertThat(model.name()).isEqualTo("ETS(M,Ad,N)");
    }

    @ParameterizedTest
    @CsvSource({"ANN, 2", "AAN, 4", "AAdN, 5", "ANA, 14", "MAM, 16", "MAdM, 17"})
    void counts_what_is_free_to_choose_with_a_season_of_twelve(String letters, int free) {
        assertThat(EtsModel.of(letters).freeParameters(12)).isEqualTo(free);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ANM", "AAM", "AMN", "AMdA", "MMA"})
    void knows_when_it_is_unstable(String letters) {
        assertThat(EtsModel.of(letters).isUnstable()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ANN", "AAdA", "MNA", "MAM", "MMN", "MMM"})
    void knows_when_it_is_stable(String letters) {
        assertThat(EtsModel.of(letters).isUnstable()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"NNN", "ANdN", "AN", "AXN", "AAeN"})
    void refuses_letters_that_make_no_model(String letters) {
        assertThatThrownBy(() -> EtsModel.of(letters)).isInstanceOf(IllegalArgumentException.class);
    }
}
