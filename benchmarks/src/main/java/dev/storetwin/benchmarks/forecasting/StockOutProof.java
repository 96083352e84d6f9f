package dev.storetwin.benchmarks.forecasting;

import dev.storetwin.core.forecast.ForecastMethods;
import dev.storetwin.core.forecast.panel.ForecastBatch;
import dev.storetwin.core.random.Draw;
import dev.storetwin.core.random.Draws;
import dev.storetwin.forecast.DemandForecast;
import dev.storetwin.forecast.Progress;
import dev.storetwin.forecast.TimeSeries;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Mean demand as the default forecaster foretells it from sales with stock-outs, against the truth, for demand that no fitted family
 * contains.
 *
 * <p>A week is seven days. It runs out part of the way through, either because the supply has a gap from some day on or because demand
 * was above a stock that is filled up to some level each week. Each series is forecast alone and then among its shop. Usage: {@code java
 * ... StockOutProof [SERIES [WEEKS]]}, series per generator and cause.
 */
public final class StockOutProof {

    private static final int DAYS = 7;
    private static final int HORIZON = 8;
    private static final double SPIKES = .08;
    private static final Draws DRAWS = Draws.of(20_260_101);

    private StockOutProof() {}

    enum Generator {
        POISSON_MIXTURE,
        LOG_NORMAL,
        PROMOTION_SPIKES
    }

    enum Cause {
        SUPPLY,
        DEMAND,
        BOTH
    }

    /** One simulated series: what was wanted, what was sold, and where it was there throughout. */
    record Series(String name, double meanDemand, double[] sales, boolean[] inStock) {

        static Series of(Generator generator, Cause cause, int index, int weeks) {
            var draw = DRAWS.keyed(generator + "/" + cause, "series", index);
            double level = 8 + 60 * draw.nextDouble();
            double lift = 1.5 + 1.5 * draw.nextDouble();
            double share = .1 + .3 * draw.nextDouble();
            double spread = .2 + .4 * draw.nextDouble();
            double usual = level * meanFactor(generator, share, lift, spread);
            var sales = new double[weeks];
            var inStock = new boolean[weeks];
            double demand = 0;
            for (int week = 0; week < weeks; week++) {
                double factor =
                        switch (generator) {
                            case POISSON_MIXTURE -> draw.nextBoolean(share) ? lift : 1;
                            case LOG_NORMAL -> Math.exp(spread * draw.nextGaussian());
                            case PROMOTION_SPIKES -> draw.nextBoolean(SPIKES) ? 1 + lift : 1;
                        };
                var days = days(generator, level * factor, draw);
                double total = Arrays.stream(days).sum();
                demand += total;
                boolean bySupply = cause == Cause.SUPPLY || (cause == Cause.BOTH && draw.nextBoolean(.5));
                double stock = bySupply ? Double.POSITIVE_INFINITY : usual * (.8 + .8 * draw.nextDouble());
                int open = bySupply && draw.nextBoolean(.36) ? 1 + draw.nextInt(DAYS - 1) : DAYS;
                double offered = Arrays.stream(days, 0, open).sum();
                sales[week] = Math.min(offered, generator == Generator.LOG_NORMAL ? stock : Math.rint(stock));
                inStock[week] = open == DAYS && sales[week] == total;
            }
            return new Series("%s-%s-%d".formatted(generator, cause, index), demand / weeks, sales, inStock);
        }

        private static double meanFactor(Generator generator, double share, double lift, double spread) {
            return switch (generator) {
                case POISSON_MIXTURE -> 1 + share * (lift - 1);
                case LOG_NORMAL -> Math.exp(spread * spread / 2);
                case PROMOTION_SPIKES -> 1 + SPIKES * lift;
            };
        }

        private static double[] days(Generator generator, double level, Draw draw) {
            var days = new double[DAYS];
            for (int day = 0; day < DAYS; day++) {
                days[day] = generator == Generator.LOG_NORMAL
                        ? level / DAYS * Math.exp(.4 * draw.nextGaussian() - .08)
                        : poisson(level / DAYS, draw);
            }
            return days;
        }

        /** Counts arrivals of a unit-rate process. */
        private static double poisson(double mean, Draw draw) {
            int count = 0;
            double time = -Math.log(draw.nextOpenDouble());
            while (time < mean) {
                count++;
                time -= Math.log(draw.nextOpenDouble());
            }
            return count;
        }

        TimeSeries observed() {
            return TimeSeries.of(name, sales).withInStock(inStock);
        }

        double out() {
            return (double) IntStream.range(0, sales.length)
                            .filter(week -> !inStock[week])
                            .count()
                    / sales.length;
        }

        double masked() {
            double sum = 0;
            int known = 0;
            for (int week = 0; week < sales.length; week++) {
                sum += inStock[week] ? sales[week] : 0;
                known += inStock[week] ? 1 : 0;
            }
            return sum / Math.max(1, known);
        }
    }

    /**
     * Relative errors of one kind of shop, or of several together.
     *
     * @param out        share of weeks that ran out
     * @param aloneError standard error of {@code alone}
     * @param shopError  standard error of {@code shop}
     */
    record Result(
            double out, double raw, double masked, double alone, double aloneError, double shop, double shopError) {

        static Result of(List<Estimates> all) {
            double truth = all.stream().mapToDouble(Estimates::truth).sum();
            double raw =
                    all.stream().mapToDouble(it -> mean(it.series().sales())).sum();
            double masked = all.stream().mapToDouble(it -> it.series().masked()).sum();
            double alone = all.stream().mapToDouble(Estimates::alone).sum();
            double shop = all.stream().mapToDouble(Estimates::shop).sum();
            return new Result(
                    all.stream().mapToDouble(it -> it.series().out()).sum() / all.size(),
                    raw / truth - 1,
                    masked / truth - 1,
                    alone / truth - 1,
                    error(all.stream().mapToDouble(it -> it.alone() - alone / truth * it.truth()), truth),
                    shop / truth - 1,
                    error(all.stream().mapToDouble(it -> it.shop() - shop / truth * it.truth()), truth));
        }

        /** Of a ratio of sums. */
        private static double error(DoubleStream residuals, double truth) {
            return Math.sqrt(residuals.map(it -> it * it).sum()) / truth;
        }

        void print(String generator, String cause) {
            System.out.printf(
                    Locale.ROOT,
                    "%-17s %-7s %6.1f %6.2f %7.2f %6.2f (%.2f) %6.2f (%.2f)%n",
                    generator,
                    cause,
                    100 * out,
                    100 * raw,
                    100 * masked,
                    100 * alone,
                    100 * aloneError,
                    100 * shop,
                    100 * shopError);
        }
    }

    /** Means of the forecasts of one series. */
    record Estimates(Series series, double alone, double shop) {

        double truth() {
            return series.meanDemand();
        }
    }

    static List<Estimates> run(Generator generator, Cause cause, int count, int weeks, Executor executor) {
        var series = IntStream.range(0, count)
                .mapToObj(i -> Series.of(generator, cause, i, weeks))
                .toList();
        var observed = series.stream().map(Series::observed).toList();
        var usual = ForecastMethods.usual();
        var shop = new ForecastBatch(usual, executor, Progress.NONE).forecast(observed, HORIZON);
        var estimates = new ArrayList<Estimates>();
        for (int i = 0; i < count; i++) {
            estimates.add(
                    new Estimates(series.get(i), mean(usual.forecast(observed.get(i), HORIZON)), mean(shop.get(i))));
        }
        return estimates;
    }

    private static double mean(DemandForecast forecast) {
        return mean(forecast.means());
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).sum() / values.length;
    }

    public static void main(String[] args) {
        int count = args.length > 0 ? Integer.parseInt(args[0]) : 400;
        int weeks = args.length > 1 ? Integer.parseInt(args[1]) : 104;
        var executor = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        System.out.println(
                "generator         cause      out    raw  masked  alone (error)   shop (error), percent of mean demand");
        try {
            var all = new ArrayList<Estimates>();
            for (var cause : Cause.values()) {
                var ofCause = new ArrayList<Estimates>();
                for (var generator : Generator.values()) {
                    var estimates = run(generator, cause, count, weeks, executor);
                    Result.of(estimates).print(generator.name(), cause.name());
                    ofCause.addAll(estimates);
                }
                Result.of(ofCause).print("all", cause.name());
                all.addAll(ofCause);
            }
            Result.of(all).print("all", "all");
        } finally {
            executor.shutdown();
        }
    }
}
