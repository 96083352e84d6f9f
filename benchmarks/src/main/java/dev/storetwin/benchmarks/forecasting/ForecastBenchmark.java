package dev.storetwin.benchmarks.forecasting;

import dev.storetwin.core.forecast.ForecastMethods;
import dev.storetwin.core.forecast.ets.Ets;
import dev.storetwin.core.forecast.method.FittedMethod;
import dev.storetwin.core.forecast.theta.StandardTheta;
import dev.storetwin.forecast.DemandForecaster;
import dev.storetwin.forecast.DemandModel;
import dev.storetwin.forecast.QuantileLevels;
import dev.storetwin.forecast.Seasonality;
import dev.storetwin.forecast.TimeSeries;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What one forecast of a year costs for one monthly series of length 100; many made-up series take turns. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class ForecastBenchmark {

    private static final int SERIES = 200;
    private static final int LENGTH = 100;
    private static final int SEASON = 12;

    @SuppressWarnings("NullAway.Init") // the harness calls prepare first
    private double[][] values;

    @SuppressWarnings("NullAway.Init")
    private DemandForecaster usual;

    @SuppressWarnings("NullAway.Init")
    private DemandModel fitted;

    private int next;

    /** Makes the series up. */
    @Setup
    public void prepare() {
        values = IntStream.range(0, SERIES)
                .mapToObj(it -> MadeUpSeries.of(it, LENGTH, SEASON))
                .toArray(double[][]::new);
        usual = ForecastMethods.usual();
        fitted = usual.fit(series());
    }

    private TimeSeries series() {
        return TimeSeries.of("made-up", turn()).withSeasonality(Seasonality.of(SEASON));
    }

    private double[] turn() {
        next = (next + 1) % SERIES;
        return values[next];
    }

    @Benchmark
    public double ets() {
        return year(Ets.auto(turn(), SEASON));
    }

    @Benchmark
    public double theta() {
        return year(StandardTheta.fit(turn()));
    }

    @Benchmark
    public double[][] usual() {
        return year(usual.fit(series()));
    }

    @Benchmark
    public double[][] appendAndForecast() {
        return year(fitted.append(100, true));
    }

    private static double year(FittedMethod method) {
        return method.means(SEASON)[SEASON - 1] + method.deviations(SEASON)[SEASON - 1];
    }

    private static double[][] year(DemandModel model) {
        return model.forecast(SEASON).quantiles(QuantileLevels.DEFAULT);
    }
}
