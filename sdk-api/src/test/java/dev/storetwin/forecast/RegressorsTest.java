package dev.storetwin.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RegressorsTest {

    private static final TimeSeries MUG = TimeSeries.of("mug", 4, 9);
    private static final Regressors PLAN =
            Regressors.of(Regressors.PRICE, 10, 8, 9).with(Regressors.PROMOTION, 0, 1);

    @Test
    void are_not_changed_by_changing_the_arrays_they_were_made_of_or_gave_away() {
        double[] prices = {10, 8};
        var regressors = Regressors.of("price", prices);

        prices[0] = 99;
        regressors.column("price", 2)[1] = 99;

        assertThat(regressors).isEqualTo(Regressors.of("price", 10, 8));
    }

    @Test
    void equal_by_content_whatever_the_order_in_which_they_came() {
        assertThat(PLAN)
                .isEqualTo(Regressors.of("promo", 0, 1).with("price", 10, 8, 9))
                .hasSameHashCodeAs(Regressors.of("promo", 0, 1).with("price", 10, 8, 9))
                .isNotEqualTo(PLAN.with("price", 10, 8, 8))
                .isNotEqualTo(PLAN.with("rain", 0, 0))
                .isNotEqualTo(Regressors.NONE);
    }

    @Test
    void are_unknown_beyond_their_end_and_where_there_is_no_such_column() {
        assertThat(PLAN.value("price", 2)).isEqualTo(9);
        assertThat(PLAN.value("promo", 2)).isNaN();
        assertThat(PLAN.value("rain", 0)).isNaN();
        assertThat(PLAN.column("promo", 3)).containsExactly(0, 1, Double.NaN);
        assertThat(PLAN.column("price", 1)).containsExactly(10);
        assertThat(PLAN.column("rain", 1)).containsExactly(Double.NaN);
        assertThat(PLAN.names()).containsExactly("price", "promo");
        assertThat(PLAN.has("rain")).isFalse();
        assertThat(Regressors.NONE.isEmpty()).isTrue();
    }

    @Test
    void go_with_a_series_and_tell_it_apart() {
        var series = MUG.withRegressors(PLAN);

        assertThat(series.regressors()).isEqualTo(PLAN);
        assertThat(series)
                .isNotEqualTo(MUG)
                .isEqualTo(MUG.withRegressors(PLAN))
                .hasSameHashCodeAs(MUG.withRegressors(PLAN));
        assertThat(series.withSeasonality(Seasonality.of(7))
                        .withInStock(true, false)
                        .regressors())
                .isEqualTo(PLAN);
    }

    @Test
    void of_an_earlier_time_still_know_what_was_planned() {
        var past = MUG.withRegressors(PLAN).head(1);

        assertThat(past.regressors().value("price", 2)).isEqualTo(9);
        assertThat(past.append(9, true)).isEqualTo(MUG.withRegressors(PLAN));
    }

    @Test
    void are_unknown_for_an_appended_period_that_was_not_planned() {
        var longer = MUG.withRegressors(PLAN).append(5, true).append(6, true);

        assertThat(longer.regressors().value("price", 3)).isNaN();
    }

    @Test
    void refuse_what_cannot_be_a_column() {
        assertThatThrownBy(() -> Regressors.of(" ", 1)).hasMessageContaining("name");
        assertThatThrownBy(() -> Regressors.of("price", 1, 1 / 0.0)).hasMessageContaining("period 2");
        assertThatThrownBy(() -> MUG.withRegressors(Regressors.of("price", 10)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("price")
                .hasMessageContaining("Maybe");
    }
}
