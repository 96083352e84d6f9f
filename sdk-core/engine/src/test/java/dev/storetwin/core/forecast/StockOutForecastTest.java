package dev.storetwin.core.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.core.forecast.panel.ForecastBatch;
import dev.storetwin.core.random.Draw;
import dev.storetwin.core.random.Draws;
import dev.storetwin.forecast.DemandForecast;
import dev.storetwin.forecast.DemandForecaster;
import dev.storetwin.forecast.TimeSeries;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The default forecaster on sales with stock-outs, against demand of families that it does not fit. */
class StockOutForecastTest {

    private static final Draws DRAWS = Draws.of(11);
    private static final int SERIES = 40;
    private static final int WEEKS = 104;
    private static final int HORIZON = 4;
    private static final double CLOSE = .01;

    private enum Generator {
        POISSON_MIXTURE,
        LOG_NORMAL,
        PROMOTION_SPIKES;

        /** With a mean of 1 over many weeks. */
        double factor(Draw draw) {
            return switch (this) {
                case POISSON_MIXTURE -> draw.nextBoolean(.7) ? .7 : 1.7;
                case LOG_NORMAL -> StrictMath.exp(.5 * draw.nextGaussian() - .125);
                case PROMOTION_SPIKES -> (draw.nextBoolean(.1) ? 2.5 : 1) / 1.15;
            };
        }
    }

    private interface Trade {
        /** What is sold of a demand when the ordinary one is 1 (both in the same unit). */
        double sold(double demand, Draw draw);
    }

    private record Sample(double demand, TimeSeries observed) {}

    private record Bias(double found, double error, double raw) {}

    @ParameterizedTest
    @EnumSource
    void finds_mean_demand_behind_gaps_in_the_supply(Generator generator) {
        var samples = samples(generator, StockOutForecastTest::soldUntilTheGap);

        for (var bias : List.of(alone(samples), inTheShop(samples))) {
            assertThat(bias.raw()).isLessThan(-.07);
            assertThat(Math.abs(bias.found())).isLessThan(CLOSE + 2 * bias.error());
        }
    }

    @ParameterizedTest
    @EnumSource
    void finds_mean_demand_behind_late_gaps_in_the_supply(Generator generator) {
        var samples = samples(generator, StockOutForecastTest::soldUntilTheLateGap);

        var bias = inTheShop(samples);

        assertThat(bias.raw()).isLessThan(-.07);
        assertThat(Math.abs(bias.found())).isLessThan(CLOSE + 2 * bias.error());
    }

    @ParameterizedTest
    @EnumSource
    void finds_more_than_half_of_the_demand_that_an_order_up_to_stock_hides(Generator generator) {
        var samples = samples(generator, StockOutForecastTest::soldFromStock);

        var bias = inTheShop(samples);

        assertThat(bias.raw()).isLessThan(-.07);
        assertThat(Math.abs(bias.found())).isLessThan(-bias.raw() / 2);
    }

    private static double soldUntilTheGap(double demand, Draw draw) {
        return draw.nextBoolean(.35) ? demand * draw.nextDouble() : demand;
    }

    private static double soldUntilTheLateGap(double demand, Draw draw) {
        return draw.nextBoolean(.35) ? demand * (1 + draw.nextDouble()) / 2 : demand;
    }

    private static double soldFromStock(double demand, Draw draw) {
        return Math.min(demand, .8 + .8 * draw.nextDouble());
    }

    private static List<Sample> samples(Generator generator, Trade trade) {
        return IntStream.range(0, SERIES)
                .mapToObj(i -> sample(generator, trade, i))
                .toList();
    }

    private static Sample sample(Generator generator, Trade trade, int index) {
        var draw = DRAWS.keyed(generator.name(), "sku", index);
        double level = 2 * StrictMath.exp(draw.nextDouble() * StrictMath.log(50));
        var sales = new double[WEEKS];
        var inStock = new boolean[WEEKS];
        double sum = 0;
        for (int week = 0; week < WEEKS; week++) {
            double mean = level * generator.factor(draw);
            double demand = generator == Generator.LOG_NORMAL ? mean : poisson(mean, draw);
            double sold = level * trade.sold(demand / level, draw);
            sales[week] = generator == Generator.LOG_NORMAL ? sold : Math.floor(sold + .5);
            inStock[week] = sold > demand * .999_999;
            sum += demand;
        }
        return new Sample(sum / WEEKS, TimeSeries.of("sku-" + index, sales).withInStock(inStock));
    }

    /** Counts arrivals of a unit-rate process. */
    private static double poisson(double mean, Draw draw) {
        int count = 0;
        double time = -StrictMath.log(draw.nextOpenDouble());
        while (time < mean) {
            count++;
            time -= StrictMath.log(draw.nextOpenDouble());
        }
        return count;
    }

    private static Bias alone(List<Sample> samples) {
        DemandForecaster usual = ForecastMethods.usual();
        return bias(
                samples,
                samples.stream()
                        .map(it -> usual.forecast(it.observed(), HORIZON))
                        .toList());
    }

    private static Bias inTheShop(List<Sample> samples) {
        var observed = samples.stream().map(Sample::observed).toList();
        return bias(samples, ForecastBatch.of(ForecastMethods.usual()).forecast(observed, HORIZON));
    }

    /** Means of the relative errors, and the standard error of the first. */
    private static Bias bias(List<Sample> samples, List<DemandForecast> forecasts) {
        var errors = new double[samples.size()];
        double raw = 0;
        for (int i = 0; i < errors.length; i++) {
            double demand = samples.get(i).demand();
            errors[i] = mean(forecasts.get(i).means()) / demand - 1;
            raw += mean(samples.get(i).observed().values()) / demand - 1;
        }
        double mean = mean(errors);
        double squares =
                Arrays.stream(errors).map(it -> (it - mean) * (it - mean)).sum();
        return new Bias(mean, Math.sqrt(squares) / errors.length, raw / errors.length);
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }
}
