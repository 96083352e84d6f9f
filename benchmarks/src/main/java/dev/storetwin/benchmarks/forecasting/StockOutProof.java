package dev.storetwin.benchmarks.forecasting;

import dev.storetwin.core.forecast.censored.Uncensored;
import dev.storetwin.core.random.Draw;
import dev.storetwin.core.random.Draws;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Mean demand estimated from sales with stock-outs, against the truth, for demand that no fitted family contains.
 *
 * <p>A week is seven days. It runs out part of the way through, either because the supply has a gap from some day on or because demand
 * was above a stock that varies from week to week. Usage: {@code java ... StockOutProof [SERIES [WEEKS]]}.
 */
public final class StockOutProof {

    private static final int DAYS = 7;
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
    record Series(double meanDemand, double[] sales, boolean[] inStock) {

        static Series of(Generator generator, Cause cause, int index, int weeks) {
            var draw = DRAWS.keyed(generator + "/" + cause, "series", index);
            double level = 8 + 60 * draw.nextDouble();
            double lift = 1.5 + 1.5 * draw.nextDouble();
            double share = .1 + .3 * draw.nextDouble();
            double spread = .2 + .4 * draw.nextDouble();
            var sales = new double[weeks];
            var inStock = new boolean[weeks];
            double demand = 0;
            for (int week = 0; week < weeks; week++) {
                double factor =
                        switch (generator) {
                            case POISSON_MIXTURE -> draw.nextBoolean(share) ? lift : 1;
                            case LOG_NORMAL -> Math.exp(spread * draw.nextGaussian());
                            case PROMOTION_SPIKES -> draw.nextBoolean(.08) ? 1 + lift : 1;
                        };
                var days = days(generator, level * factor, draw);
                double total = Arrays.stream(days).sum();
                demand += total;
                boolean bySupply = cause == Cause.SUPPLY || (cause == Cause.BOTH && draw.nextBoolean(.5));
                double stock = bySupply ? Double.POSITIVE_INFINITY : level * (.5 + 2.5 * draw.nextDouble());
                int open = bySupply && draw.nextBoolean(.36) ? 1 + draw.nextInt(DAYS - 1) : DAYS;
                double offered = Arrays.stream(days, 0, open).sum();
                sales[week] = Math.min(offered, generator == Generator.LOG_NORMAL ? stock : Math.rint(stock));
                inStock[week] = open == DAYS && sales[week] == total;
            }
            return new Series(demand / weeks, sales, inStock);
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
     * Relative errors of one kind of shop.
     *
     * @param out   share of weeks that ran out
     * @param error standard error of {@code shop}
     */
    record Result(double out, double raw, double masked, double alone, double shop, double error) {}

    static Result run(Generator generator, Cause cause, int count, int weeks) {
        var series = new ArrayList<Series>();
        var alone = new ArrayList<Uncensored>();
        for (int i = 0; i < count; i++) {
            var one = Series.of(generator, cause, i, weeks);
            series.add(one);
            alone.add(Uncensored.of(one.sales(), one.inStock(), 1));
        }
        return judge(series, alone);
    }

    private static Result judge(List<Series> series, List<Uncensored> alone) {
        var together = Uncensored.together(alone);
        double truth = 0;
        double raw = 0;
        double masked = 0;
        double single = 0;
        double shop = 0;
        double out = 0;
        for (int i = 0; i < series.size(); i++) {
            truth += series.get(i).meanDemand();
            raw += mean(series.get(i).sales());
            masked += series.get(i).masked();
            single += mean(alone.get(i).values());
            shop += mean(together.get(i).values());
            out += alone.get(i).censoredShare() / series.size();
        }
        double bias = shop / truth - 1;
        double squares = 0;
        for (int i = 0; i < series.size(); i++) {
            double error =
                    mean(together.get(i).values()) - (1 + bias) * series.get(i).meanDemand();
            squares += error * error;
        }
        return new Result(
                out, raw / truth - 1, masked / truth - 1, single / truth - 1, bias, Math.sqrt(squares) / truth);
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).sum() / values.length;
    }

    public static void main(String[] args) {
        int count = args.length > 0 ? Integer.parseInt(args[0]) : 400;
        int weeks = args.length > 1 ? Integer.parseInt(args[1]) : 104;
        System.out.println(
                "generator         cause      out    raw  masked  alone   shop  (standard error), percent of mean"
                        + " demand");
        for (var generator : Generator.values()) {
            for (var cause : Cause.values()) {
                var it = run(generator, cause, count, weeks);
                System.out.printf(
                        Locale.ROOT,
                        "%-17s %-7s %6.1f %6.2f %7.2f %6.2f %6.2f  (%.2f)%n",
                        generator,
                        cause,
                        100 * it.out(),
                        100 * it.raw(),
                        100 * it.masked(),
                        100 * it.alone(),
                        100 * it.shop(),
                        100 * it.error());
            }
        }
    }
}
