package dev.storetwin.core.forecast.intermittent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DemandClassTest {

    @Test
    void tells_the_four_kinds_apart() {
        assertThat(DemandClass.of(new double[] {5, 6, 5, 4, 5})).isEqualTo(DemandClass.SMOOTH);
        assertThat(DemandClass.of(new double[] {1, 30, 2, 1, 40})).isEqualTo(DemandClass.ERRATIC);
        assertThat(DemandClass.of(new double[] {2, 0, 0, 2, 0, 3})).isEqualTo(DemandClass.INTERMITTENT);
        assertThat(DemandClass.of(new double[] {1, 0, 0, 30, 0, 1})).isEqualTo(DemandClass.LUMPY);
    }

    @Test
    void waiting_for_the_first_sale_and_unknown_periods_are_no_intervals() {
        assertThat(DemandClass.of(new double[] {0, 0, 0, 0, 5, 5, 6, 5})).isEqualTo(DemandClass.SMOOTH);
        assertThat(DemandClass.of(new double[] {5, Double.NaN, Double.NaN, 5, 6}))
                .isEqualTo(DemandClass.SMOOTH);
    }

    @Test
    void what_was_never_sold_is_slow() {
        assertThat(DemandClass.of(new double[0]).isSlow()).isTrue();
        assertThat(DemandClass.of(new double[] {0, Double.NaN, -1}).isSlow()).isTrue();
    }
}
