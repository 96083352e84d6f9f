package dev.storetwin.core.forecast.features;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a series looks like, in numbers that do not depend on its unit (after Hyndman, Wang and Laptev 2015 and Montero-Manso et al.
 * 2020, by cheaper means): each in one or a few passes, each finite for every input. Unknown values are left out.
 */
public final class SeriesFeatures {

    /** Names of the numbers, in their order. */
    public static final List<String> NAMES = List.of(
            "length",
            "period",
            "trend",
            "season",
            "linearity",
            "curvature",
            "acf1",
            "acf10",
            "change_acf1",
            "change_acf10",
            "turn_acf1",
            "season_acf1",
            "rest_acf1",
            "predictability",
            "stability",
            "lumpiness",
            "asymmetry",
            "memory",
            "crossings",
            "flatness",
            "zero_share",
            "dispersion",
            "recency");

    private static final int LAGS = 10;
    private static final int TILE = 10;
    private static final int BLOCK = 8;
    private static final double MOST_DISPERSION = 100;

    private final double[] numbers;

    private SeriesFeatures(double[] numbers) {
        this.numbers = numbers;
    }

    /**
     * Looks at a series.
     *
     * @param values oldest first, {@code NaN} for unknown
     * @param period of the season, 1 for none
     */
    public static SeriesFeatures of(double[] values, int period) {
        var known = Arrays.stream(values).filter(Double::isFinite).toArray();
        var shape = Standardized.of(known);
        var parts = TrendAndSeason.of(shape.values(), known.length >= 2 * period ? period : 1);
        var changes = Autocorrelation.differences(shape.values());
        var acf = Autocorrelation.of(shape.values(), LAGS);
        var changeAcf = Autocorrelation.of(changes, LAGS);
        int tile = period > 1 ? period : TILE;
        return new SeriesFeatures(new double[] {
            StrictMath.log(1 + known.length),
            period,
            parts.trendStrength(),
            parts.seasonStrength(),
            parts.linearity(),
            parts.curvature(),
            acf[0],
            Autocorrelation.squares(acf),
            changeAcf[0],
            Autocorrelation.squares(changeAcf),
            Autocorrelation.of(Autocorrelation.differences(changes), 1)[0],
            period > 1 ? Autocorrelation.at(shape.values(), period) : 0,
            Autocorrelation.of(parts.rest(), 1)[0],
            Autocorrelation.predictability(acf),
            Tiles.variance(Tiles.means(shape.values(), tile)),
            Tiles.variance(Tiles.variances(shape.values(), tile)),
            asymmetry(changes),
            memory(shape.values()),
            crossings(shape.values()),
            longestRun(known),
            zeroShare(known),
            Math.min(MOST_DISPERSION, shape.dispersion()),
            recency(shape.values())
        });
    }

    /** Skew of the changes: rises and falls differ in kind when time has a direction. */
    private static double asymmetry(double[] changes) {
        double squares = 0;
        double cubes = 0;
        for (double change : changes) {
            squares += change * change;
            cubes += change * change * change;
        }
        double variance = changes.length == 0 ? 0 : squares / changes.length;
        return variance < 1e-12 ? 0 : cubes / changes.length / (variance * Math.sqrt(variance));
    }

    /**
     * Like the exponent of Hurst: how slowly averages over blocks calm down, 0.5 when values are independent, towards 1 when they
     * remember.
     */
    private static double memory(double[] values) {
        double blocks = Tiles.variance(Tiles.means(values, BLOCK));
        double single = Tiles.variance(values);
        if (single < 1e-12 || blocks < 1e-12) {
            return .5;
        }
        return Math.max(0, Math.min(1.5, 1 + StrictMath.log(blocks / single) / (2 * StrictMath.log(BLOCK))));
    }

    /** Share of steps that cross the mean. */
    private static double crossings(double[] values) {
        int crossings = 0;
        for (int i = 1; i < values.length; i++) {
            crossings += values[i] > 0 != values[i - 1] > 0 ? 1 : 0;
        }
        return values.length < 2 ? 0 : (double) crossings / (values.length - 1);
    }

    /** Longest run of one value, as a share of all. */
    private static double longestRun(double[] values) {
        int longest = 0;
        int run = 0;
        for (int i = 0; i < values.length; i++) {
            run = i > 0 && values[i] == values[i - 1] ? run + 1 : 1;
            longest = Math.max(longest, run);
        }
        return values.length == 0 ? 0 : (double) longest / values.length;
    }

    private static double zeroShare(double[] values) {
        return values.length == 0
                ? 0
                : (double) Arrays.stream(values).filter(value -> value == 0).count() / values.length;
    }

    /** Mean of the last tenth, in standard deviations from that of all. */
    private static double recency(double[] values) {
        int from = values.length - Math.max(1, values.length / 10);
        return values.length == 0
                ? 0
                : Arrays.stream(values, from, values.length).average().orElse(0);
    }

    /** In the order of {@link #NAMES}; a copy. */
    public double[] toArray() {
        return numbers.clone();
    }

    public double value(String name) {
        int index = NAMES.indexOf(name);
        if (index < 0) {
            throw new IllegalArgumentException("'%s' is no feature of a series; there are %s.".formatted(name, NAMES));
        }
        return numbers[index];
    }

    /** By name, in order. */
    public Map<String, Double> toMap() {
        var map = new LinkedHashMap<String, Double>();
        for (int i = 0; i < numbers.length; i++) {
            map.put(NAMES.get(i), numbers[i]);
        }
        return map;
    }

    @Override
    public String toString() {
        return toMap().toString();
    }
}
