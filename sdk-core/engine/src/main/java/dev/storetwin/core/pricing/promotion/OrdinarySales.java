package dev.storetwin.core.pricing.promotion;

import dev.storetwin.core.numeric.Cholesky;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What one thing would have sold in periods that are hidden from it.
 *
 * <p>How it works: the periods in which it could be bought and was not promoted are regressed on a level that drifts (straight pieces), a
 * year of two waves, the days of the week, what moved other categories, and distributed leads and lags of its own promotions. All
 * coefficients but the mean have normal priors at zero, so that a short history bends little. The weights are those of one equation of a
 * seemingly unrelated system: with the same kind of columns on the right in each, solving them together changes nothing (Zellner 1962);
 * how the errors hang together is read from placebo windows instead. Hiding a window takes its rows out of the normal equations; nothing
 * is fitted anew.
 */
final class OrdinarySales {

    private static final double TREND_SPREAD = .5;
    private static final double BEND_SPREAD = .15;
    private static final int WEEKS_OF_A_PIECE = 13;
    private static final double[] WAVE_SPREADS = {.3, .15};
    private static final double TIDE_SPREAD = .7;
    private static final double LAG_SPREAD = .5;
    private static final double PROFILE_PRIOR = 2;

    private final PromotedSales sales;
    private final Rhythm rhythm;
    private final double[] tide;
    private final double[] profile;
    private final double scale;
    private final int bends;
    private final int columns;
    private final double[][] rows;
    private final double[][] information;
    private final double[] moments;

    OrdinarySales(PromotionPanel panel, int place) {
        this.sales = panel.member(place);
        this.rhythm = panel.rhythm();
        this.tide = panel.tideOutside(place);
        this.scale = sales.ordinaryMean();
        this.profile = profile();
        this.bends = Math.max(0, sales.periods() / (WEEKS_OF_A_PIECE * rhythm.week()) - 1);
        this.columns = 2 + bends + 2 * WAVE_SPREADS.length + 1 + rhythm.before() + rhythm.after();
        this.rows = new double[sales.periods()][];
        for (int t = 0; t < rows.length; t++) {
            rows[t] = row(t, Optional.empty());
        }
        this.information = new double[columns][columns];
        this.moments = new double[columns];
        gather();
    }

    /** Shares of the days of the week, 1 on average. */
    private double[] profile() {
        int week = rhythm.week();
        var sums = new double[week];
        var counts = new double[week];
        for (int t = 0; t < sales.periods() && scale > 0; t++) {
            if (sales.isOrdinary(t)) {
                sums[t % week] += sales.units(t) / scale;
                counts[t % week]++;
            }
        }
        var profile = new double[week];
        for (int day = 0; day < week; day++) {
            profile[day] = week == 1 ? 1 : (sums[day] + PROFILE_PRIOR) / (counts[day] + PROFILE_PRIOR);
        }
        return profile;
    }

    private double[] row(int t, Optional<Span> withoutPromotion) {
        var row = new double[columns];
        int at = 0;
        row[at++] = 1;
        row[at++] = (t - sales.periods() / 2.0) / rhythm.year();
        double piece = (double) sales.periods() / (bends + 1);
        for (int bend = 1; bend <= bends; bend++) {
            row[at++] = Math.max(0, t - bend * piece) / piece;
        }
        for (int wave = 1; wave <= WAVE_SPREADS.length; wave++) {
            double angle = 2 * Math.PI * wave * t / rhythm.year();
            row[at++] = StrictMath.sin(angle);
            row[at++] = StrictMath.cos(angle);
        }
        row[at++] = tide[t];
        for (var promotion : sales.promotions()) {
            if (withoutPromotion.isEmpty() || !withoutPromotion.get().equals(promotion)) {
                markReach(row, at, t, promotion);
            }
        }
        return row;
    }

    private void markReach(double[] row, int first, int t, Span promotion) {
        if (t < promotion.from() && t >= promotion.from() - rhythm.before() * rhythm.week()) {
            row[first + (promotion.from() - 1 - t) / rhythm.week()] = 1;
        } else if (t >= promotion.until() && t < promotion.until() + rhythm.after() * rhythm.week()) {
            row[first + rhythm.before() + (t - promotion.until()) / rhythm.week()] = 1;
        }
    }

    private double[] spreads() {
        var spreads = new double[columns];
        Arrays.fill(spreads, LAG_SPREAD);
        spreads[0] = Double.POSITIVE_INFINITY;
        spreads[1] = TREND_SPREAD;
        Arrays.fill(spreads, 2, 2 + bends, BEND_SPREAD);
        int at = 2 + bends;
        for (double spread : WAVE_SPREADS) {
            spreads[at++] = spread;
            spreads[at++] = spread;
        }
        spreads[at] = TIDE_SPREAD;
        return spreads;
    }

    private double relative(int t) {
        return sales.units(t) / (scale * profile[t % rhythm.week()]);
    }

    /** Fits once with the variance of the sales themselves, and again with that of what is left. */
    private void gather() {
        double variance = variance(new double[columns], 1);
        for (int pass = 0; pass < 2; pass++) {
            for (var line : information) {
                Arrays.fill(line, 0);
            }
            Arrays.fill(moments, 0);
            for (int t = 0; t < rows.length; t++) {
                add(information, moments, t, 1);
            }
            var spreads = spreads();
            for (int i = 0; i < columns; i++) {
                information[i][i] += Math.max(1e-6, variance) / (spreads[i] * spreads[i]);
            }
            if (pass == 0) {
                var fitted = Cholesky.solve(information, moments);
                variance = fitted.isPresent() ? variance(fitted.get(), 0) : variance;
            }
        }
    }

    private double variance(double[] coefficients, double level) {
        double squares = 0;
        int known = 0;
        for (int t = 0; t < rows.length; t++) {
            if (sales.isOrdinary(t) && scale > 0) {
                double error = relative(t) - level - dot(rows[t], coefficients);
                squares += error * error;
                known++;
            }
        }
        return known == 0 ? 1 : squares / known;
    }

    private void add(double[][] matrix, double[] right, int t, int sign) {
        if (!sales.isOrdinary(t) || scale == 0) {
            return;
        }
        var row = rows[t];
        double value = relative(t);
        for (int i = 0; i < columns; i++) {
            if (row[i] != 0) {
                double signed = sign * row[i];
                right[i] += signed * value;
                for (int j = 0; j < columns; j++) {
                    matrix[i][j] += signed * row[j];
                }
            }
        }
    }

    private static double dot(double[] row, double[] coefficients) {
        double sum = 0;
        for (int i = 0; i < row.length; i++) {
            sum += row[i] * coefficients[i];
        }
        return sum;
    }

    PromotedSales sales() {
        return sales;
    }

    /**
     * What is expected when some spans tell nothing; empty when too little is left to tell.
     *
     * @param withoutPromotion the promotion that is thought away, with its leads and lags
     */
    Optional<Expectation> hiding(List<Span> hidden, Optional<Span> withoutPromotion) {
        if (!(scale > 0)) {
            return Optional.empty();
        }
        var matrix = Arrays.stream(information).map(double[]::clone).toArray(double[][]::new);
        var right = moments.clone();
        var hides = new boolean[rows.length];
        for (var span : hidden) {
            for (int t = Math.max(0, span.from()); t < Math.min(rows.length, span.until()); t++) {
                hides[t] = true;
            }
        }
        for (int t = 0; t < rows.length; t++) {
            if (hides[t]) {
                add(matrix, right, t, -1);
            }
        }
        return Cholesky.solve(matrix, right).map(it -> new Expectation(it, withoutPromotion));
    }

    /** Sales that would have been, by the periods that were not hidden. */
    final class Expectation {

        private final double[] coefficients;
        private final Optional<Span> withoutPromotion;

        private Expectation(double[] coefficients, Optional<Span> withoutPromotion) {
            this.coefficients = coefficients;
            this.withoutPromotion = withoutPromotion;
        }

        /** Not negative. */
        double at(int t) {
            var row = withoutPromotion.isPresent() ? row(t, withoutPromotion) : rows[t];
            return Math.max(0, scale * profile[t % rhythm.week()] * dot(row, coefficients));
        }

        /** Sold and expected over the periods of a span in which the thing could be bought. */
        Surprise over(Span span) {
            double sold = 0;
            double expected = 0;
            int known = 0;
            for (int t = Math.max(0, span.from()); t < Math.min(rows.length, span.until()); t++) {
                if (sales.isUsable(t)) {
                    sold += sales.units(t);
                    expected += at(t);
                    known++;
                }
            }
            return new Surprise(sold, expected, known / (double) span.length());
        }
    }
}
