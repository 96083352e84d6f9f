package dev.storetwin.benchmarks.forecasting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.benchmarks.forecasting.StockOutProof.Cause;
import dev.storetwin.benchmarks.forecasting.StockOutProof.Generator;
import dev.storetwin.benchmarks.forecasting.StockOutProof.Result;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StockOutProofTest {

    @ParameterizedTest
    @EnumSource
    void stock_outs_of_every_cause_hide_demand_and_forecasts_find_most_of_it(Cause cause) {
        var result = Result.of(StockOutProof.run(Generator.LOG_NORMAL, cause, 12, 104, Runnable::run));

        assertThat(result.out()).isBetween(.2, .5);
        assertThat(result.raw()).isLessThan(-.07);
        assertThat(Math.abs(result.alone())).isLessThan(-result.raw() / 2);
        assertThat(Math.abs(result.shop())).isLessThan(-result.raw() / 2);
        assertThat(result.shopError()).isPositive();
    }
}
