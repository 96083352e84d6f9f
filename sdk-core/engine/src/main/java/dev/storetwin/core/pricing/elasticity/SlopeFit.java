package dev.storetwin.core.pricing.elasticity;

import dev.storetwin.core.pricing.elasticity.Slope.Instrument;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Demand and price of one series freed of stores and regressors, and the slope between what is left (Frisch and Waugh 1933): by least squares,
 * or by an instrument.
 */
final class SlopeFit {

    private static final int PERIODS_PER_TERM = 4;
    private static final int FEWEST_FREE = 4;
    private static final double SHARE_OF_PRICE = .9995;
    private static final double LEAST_EXPLAINED = 1e-6;
    private static final double LEAST_MOVE = 1e-4;
    private static final double CERTAINLY = 2;
    private static final double CONTRADICTION = 3;

    private final SeriesCase one;
    private final Demand form;
    private final Basis basis = new Basis();
    private final double[] demand;
    private final double[] price;
    private final double priceBefore;
    private final int terms;

    SlopeFit(SeriesCase one, Demand form, List<Term> terms) {
        this.one = one;
        this.form = form;
        var series = one.series();
        int most = series.distinctPeriods() / PERIODS_PER_TERM;
        for (var term : terms) {
            if (basis.size() < most) {
                basis.add(series.within(term.values(one)));
            }
        }
        this.terms = basis.size();
        var plain = series.within(form.price(one));
        this.priceBefore = Basis.dot(plain, plain);
        this.price = basis.residual(plain);
        this.demand = basis.residual(series.within(one.logUnits()));
    }

    /** How many regressors say something. */
    int terms() {
        return terms;
    }

    int freedom() {
        return one.size() - one.series().stores() - terms - 1;
    }

    /** What a slope leaves of demand. */
    private double[] residuals(double slope) {
        return IntStream.range(0, demand.length)
                .mapToDouble(row -> demand[row] - slope * price[row])
                .toArray();
    }

    /** Share of the price's movement that the regressors leave over. */
    double overlap() {
        return priceBefore == 0 ? 0 : Basis.dot(price, price) / priceBefore;
    }

    /** Standard deviation of the log price that the regressors leave over. */
    double move() {
        return Math.sqrt(Basis.dot(price, price) / Math.max(1, freedom() + 1));
    }

    boolean isIdentified() {
        return freedom() >= FEWEST_FREE && move() > LEAST_MOVE;
    }

    /** By least squares, without more ado. */
    double slope() {
        return Basis.dot(price, demand) / Basis.dot(price, price);
    }

    /** Sum of squares that price and regressors leave of demand. */
    double residualSquares() {
        return Arrays.stream(residuals(slope())).map(it -> it * it).sum();
    }

    /** Without an instrument; empty when a count model does not settle. */
    Optional<Estimate> plain() {
        return form == Demand.COUNTS
                ? new CountFit(one, basis, price).plain()
                : Optional.of(new Straight(price, FirstStage.NONE));
    }

    /**
     * By the cost as an instrument; empty when it says nothing that the price does not, or nothing of the price.
     *
     * @param costs logarithms, {@code NaN} where there is none
     */
    Optional<Estimate> by(double[] costs) {
        var cost = basis.residual(one.series().within(filledIn(costs)));
        double squares = Basis.dot(cost, cost);
        double prices = Basis.dot(price, price);
        double across = Basis.dot(cost, price);
        double explained = squares > 1e-12 && prices > 0 ? across * across / (squares * prices) : 0;
        if (explained > SHARE_OF_PRICE || explained < LEAST_EXPLAINED) {
            return Optional.empty();
        }
        double share = across / squares;
        var left = price.clone();
        for (int row = 0; row < left.length; row++) {
            left[row] -= share * cost[row];
        }
        var stage = new FirstStage(
                explained / (1 - explained) * freedom(),
                firstStage(cost, share),
                share,
                pullError(cost, share),
                Optional.of(withTaken(left, cost)));
        return form == Demand.COUNTS
                ? new CountFit(one, basis, price).by(cost, stage, freedom())
                : Optional.of(new Straight(cost, stage));
    }

    private Lasting.Residuals withTaken(double[] left, double[] by) {
        var taken = new ArrayList<>(basis.directions());
        taken.add(by);
        var level = new double[by.length];
        Arrays.fill(level, 1);
        return new Lasting.Residuals(one.series(), left, level, taken);
    }

    private double[] filledIn(double[] costs) {
        double mean =
                Arrays.stream(costs).filter(it -> !Double.isNaN(it)).average().orElse(0);
        return Arrays.stream(costs).map(it -> Double.isNaN(it) ? mean : it).toArray();
    }

    /** By how much the strength of the instrument is overstated, for shocks of neighbours are shared (Olea and Pflueger 2013). */
    private double firstStage(double[] cost, double share) {
        var scores = new double[cost.length];
        double noise = 0;
        for (int row = 0; row < cost.length; row++) {
            double error = price[row] - share * cost[row];
            noise += error * error;
            scores[row] = cost[row] * error;
        }
        return Dependence.ratio(one.series(), scores, noise / freedom() * Basis.dot(cost, cost));
    }

    private double pullError(double[] cost, double share) {
        double noise = 0;
        for (int row = 0; row < cost.length; row++) {
            double error = price[row] - share * cost[row];
            noise += error * error;
        }
        return Math.sqrt(noise / freedom() / Basis.dot(cost, cost));
    }

    /** A slope between logarithms. */
    private final class Straight implements Estimate {

        private final double[] by;
        private final FirstStage stage;
        private final double across;
        private final double[] residuals;

        Straight(double[] by, FirstStage stage) {
            this.by = by;
            this.stage = stage;
            this.across = Basis.dot(by, price);
            this.residuals = SlopeFit.this.residuals(value());
        }

        private double value() {
            return Basis.dot(by, demand) / across;
        }

        @Override
        public Optional<Lasting.Residuals> residuals() {
            return Optional.of(withTaken(residuals, by));
        }

        @Override
        public Optional<Lasting.Residuals> leftOfPrice() {
            return stage.left();
        }

        @Override
        public Slope slope(Lasting lasting, Lasting ofPrice) {
            var series = one.series();
            double squares = Basis.dot(by, by);
            var scores = new double[by.length];
            for (int row = 0; row < scores.length; row++) {
                scores[row] = by[row] * residuals[row];
            }
            double wider = lasting.variance(series, by) / squares;
            double noise = Math.max(Basis.dot(residuals, residuals), 1e-18) / lasting.freedom(series, basis, wider);
            double unit = squares / (across * across);
            boolean certain = Math.abs(value()) > CERTAINLY * Math.sqrt(noise * unit);
            return new Slope(
                    value(),
                    noise,
                    unit,
                    SlopeFit.this.freedom(),
                    Dependence.ratio(series, scores, noise * squares),
                    Dependence.withinPeriods(series, scores, noise * squares),
                    wider,
                    series.distinctPeriods(),
                    instrument(ofPrice.variance(series, by) / squares),
                    certain ? unstable(by) : "");
        }

        /** What is left of demand, held against what the instrument leaves of the price. */
        private Instrument instrument(double wider) {
            double across = 0;
            double squares = 0;
            for (int row = 0; row < by.length; row++) {
                double left = price[row] - stage.pull() * by[row];
                across += left * residuals[row];
                squares += left * left;
            }
            double all = Basis.dot(residuals, residuals);
            return squares > 0 && all > 0
                    ? stage.given(wider, across / squares, across * across / squares / all)
                    : stage.given(wider, 0, 0);
        }
    }

    /** Its sign hangs on a single period, or the halves of the history contradict each other beyond noise. */
    private String unstable(double[] by) {
        var above = new double[demand.length];
        var below = new double[demand.length];
        for (int row = 0; row < demand.length; row++) {
            above[row] = by[row] * demand[row];
            below[row] = by[row] * price[row];
        }
        var tops = PeriodSums.of(one.series(), above);
        var bottoms = PeriodSums.of(one.series(), below).sums();
        double top = Arrays.stream(tops.sums()).sum();
        double bottom = Arrays.stream(bottoms).sum();
        for (int i = 0; i < bottoms.length; i++) {
            double without = (top - tops.sums()[i]) / (bottom - bottoms[i]);
            if (without > 0 != top / bottom > 0) {
                return "its sign hangs on period " + tops.periods()[i];
            }
        }
        return halves(by, tops.periods());
    }

    private String halves(double[] by, long[] periods) {
        long middle = periods[periods.length / 2];
        double early = certainty(by, row -> one.series().periods()[row] < middle);
        double late = certainty(by, row -> one.series().periods()[row] >= middle);
        return early * late < 0 && Math.min(Math.abs(early), Math.abs(late)) > CONTRADICTION
                ? "its first and second half contradict each other"
                : "";
    }

    /** The slope of some rows in standard errors. */
    private double certainty(double[] by, IntPredicate rows) {
        double across = 0;
        double told = 0;
        double squares = 0;
        int count = 0;
        for (int row = 0; row < by.length; row++) {
            if (rows.test(row)) {
                across += by[row] * price[row];
                told += by[row] * demand[row];
                squares += by[row] * by[row];
                count++;
            }
        }
        double value = told / across;
        double noise = 0;
        for (int row = 0; row < by.length; row++) {
            if (rows.test(row)) {
                double error = demand[row] - value * price[row];
                noise += error * error;
            }
        }
        double error = Math.sqrt(noise / Math.max(1, count - 2) * squares) / Math.abs(across);
        return error > 0 ? value / error : 0;
    }
}
