package dev.storetwin.core.pricing;

import dev.storetwin.core.numeric.LogLinearCounts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The weeks of one SKU in one channel, and the elasticity that they show.
 *
 * <p>Demand of a week is modelled as exp(level + elasticity * log price + lift * promoted + trend * time), times how many days it was on
 * offer (by how much each day of the week sells) and times the tide of the channel. The lift is believed to be moderate and the trend
 * slow, so that prices which move only in campaigns, or once, still say something, but less.
 */
final class WeeklyResponse {

    private static final double LEAST_SPREAD = .02;
    private static final double FEWEST_UNITS = 10;
    private static final double WIDEST_ERROR = 3;
    private static final double LARGEST = 12;
    private static final double HALF_YEAR = 26;
    private static final double LIFT_SPREAD = .3;
    private static final double TREND_SPREAD = .5;
    private static final double CERTAINLY = 1.645;

    private final double[] units;
    private final double[] exposures;
    private final double[] logPrices;
    private final double[] promoted;
    private final double[] times;
    private final double lowest;
    private final double highest;

    private WeeklyResponse(List<double[]> rows, double lowest, double highest) {
        this.units = column(rows, 0);
        this.exposures = column(rows, 1);
        this.logPrices = column(rows, 2);
        this.promoted = column(rows, 3);
        this.times = column(rows, 4);
        this.lowest = lowest;
        this.highest = highest;
    }

    private static double[] column(List<double[]> rows, int index) {
        return rows.stream().mapToDouble(it -> it[index]).toArray();
    }

    /** Weeks with at least one usable day. */
    static WeeklyResponse of(PricedSales sales, ChannelTide tide) {
        var days = tide.days();
        var weeks = tide.weeksWithout(sales);
        var rows = new ArrayList<double[]>();
        double lowest = Double.POSITIVE_INFINITY;
        double highest = 0;
        for (int week = 0; week < weeks.length; week++) {
            double sold = 0;
            double offered = 0;
            double logPrice = 0;
            double promoted = 0;
            for (int day = week * ChannelTide.WEEK; day < (week + 1) * ChannelTide.WEEK; day++) {
                if (sales.usable()[day]) {
                    double weight = days[day % ChannelTide.WEEK];
                    sold += sales.units()[day];
                    offered += weight;
                    logPrice += weight * StrictMath.log(sales.prices()[day]);
                    promoted += sales.promoted()[day] ? weight : 0;
                    lowest = Math.min(lowest, sales.prices()[day]);
                    highest = Math.max(highest, sales.prices()[day]);
                }
            }
            if (offered > 0) {
                rows.add(new double[] {
                    sold, offered * weeks[week], logPrice / offered, promoted / offered, week / HALF_YEAR
                });
            }
        }
        return new WeeklyResponse(rows, rows.isEmpty() ? 0 : lowest, highest);
    }

    OwnElasticity estimate(int fewestWeeks) {
        if (units.length < fewestWeeks) {
            return problem("%d weeks of sales at a known price are fewer than %d".formatted(units.length, fewestWeeks));
        }
        if (highest < lowest * (1 + LEAST_SPREAD)) {
            return problem("its price has hardly moved");
        }
        if (Arrays.stream(units).sum() < FEWEST_UNITS) {
            return problem("it has sold fewer than %d units".formatted((int) FEWEST_UNITS));
        }
        return fit().map(this::judged).orElseGet(() -> problem("its price cannot be told apart from other changes"));
    }

    private Optional<LogLinearCounts.Fit> fit() {
        var columns = new ArrayList<double[]>();
        var precisions = new ArrayList<Double>();
        var ones = new double[units.length];
        Arrays.fill(ones, 1);
        columns.add(ones);
        precisions.add(0.0);
        columns.add(centred(logPrices));
        precisions.add(0.0);
        columns.add(centred(times));
        precisions.add(1 / (TREND_SPREAD * TREND_SPREAD));
        if (spread(promoted) > 0) {
            columns.add(centred(promoted));
            precisions.add(1 / (LIFT_SPREAD * LIFT_SPREAD));
        }
        return LogLinearCounts.fit(
                units,
                exposures,
                columns.toArray(double[][]::new),
                new double[columns.size()],
                precisions.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static double[] centred(double[] values) {
        double mean = Arrays.stream(values).average().orElse(0);
        return Arrays.stream(values).map(it -> it - mean).toArray();
    }

    private static double spread(double[] values) {
        return Arrays.stream(values).max().orElse(0)
                - Arrays.stream(values).min().orElse(0);
    }

    private OwnElasticity judged(LogLinearCounts.Fit fit) {
        double estimate = fit.coefficients()[1];
        double error = fit.standardErrors()[1];
        return Double.isFinite(estimate)
                        && Double.isFinite(error)
                        && error > 0
                        && error <= WIDEST_ERROR
                        && Math.abs(estimate) <= LARGEST
                ? new OwnElasticity(estimate, error, units.length, lowest, highest, Optional.empty())
                : problem("its estimate is too uncertain to say anything");
    }

    private OwnElasticity problem(String problem) {
        return new OwnElasticity(0, 0, units.length, lowest, highest, Optional.of(problem));
    }

    /** Whether an estimate is above zero by more than chance explains: then something else than the price is at work. */
    static boolean isCertainlyPositive(OwnElasticity own) {
        return own.estimate() - CERTAINLY * own.standardError() > 0;
    }
}
