package dev.storetwin.benchmarks.memory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AsOfTest {

    @Test
    void questions_about_a_year_ago_are_answered_and_timed() {
        var latencies = AsOf.run(TwoYears.of(3, MadeUpShop.of(20, 2), SparseDays.STOCK_CODE), 50);

        assertThat(latencies.millis(0)).isPositive();
    }
}
