package dev.storetwin.core.forecast.ces;

import dev.storetwin.core.forecast.method.FittedMethod;
import java.util.Arrays;
import java.util.List;

/**
 * Complex exponential smoothing (Svetunkov, Kourentzes and Ord 2022; with season, Svetunkov and Kourentzes 2018): the kind of season
 * chosen by the corrected Akaike criterion under normal errors, the parameters by maximum likelihood among those that forget the past.
 *
 * <p>A fit whose forecasts leave what was seen far behind is passed over for the next best; where none is left it is a level.
 */
public final class ComplexSmoothing {

    /*
     * The kinds are fitted from the simple to the rich, each from where the one before it ended: with imaginary part 1 the complex
     * level is the plain one, the full season the partial one. So few evaluations do.
     *
     * The published choice counts smoothing parameters alone, as its first states come by backcasting. Here the first states are
     * fitted, so they count, and so does each position of the pattern.
     */

    private static final int FEWEST_FOR_LEVEL = 3;
    private static final int FEWEST_FOR_COMPLEX = 8;
    private static final int SHORTEST_LOOK = 12;
    /** Ranges beyond what was seen. */
    private static final double TOO_FAR = 1;

    private static final int EVALUATIONS_EACH = 50;
    private static final double[] STEPS = {.1, .01, .1, .01};
    private static final double[] LEVEL_STARTS = {1.05, 1.2, 1.5, 1.8};
    private static final double[] SEASON_STARTS = {1.02, 1.2, 1.5, 1.85};
    private static final double NEUTRAL = 1.3;

    private final double[] values;
    private final int known;
    private final Bounds bounds;
    private final SeasonPattern pattern;
    private final CesStart start;
    private final double growth;

    private ComplexSmoothing(double[] values, int period) {
        this.values = values;
        this.known = (int) Arrays.stream(values).filter(it -> !Double.isNaN(it)).count();
        this.bounds = Bounds.of(values);
        this.pattern = SeasonPattern.of(values, period);
        this.start = new CesStart(values, pattern.addends());
        this.growth = 1 + .5 / Math.max(1, values.length);
    }

    /**
     * Fitted to a series, {@code NaN} for unknown.
     *
     * @param period of the season; 1 for none. Beyond 24, or seen less than twice, it is taken as none
     */
    public static FittedMethod fit(double[] values, int period) {
        return new ComplexSmoothing(values, period).best();
    }

    private FittedCes best() {
        var level = level();
        var chosen = level;
        if (known < FEWEST_FOR_COMPLEX || !(level.error > 0)) {
            return fitted(level);
        }
        for (var candidate : candidates(level)) {
            if (candidate.criterion < chosen.criterion && isSane(fitted(candidate))) {
                chosen = candidate;
            }
        }
        return fitted(chosen);
    }

    private List<Candidate> candidates(Candidate level) {
        double a0 = level.point[0];
        var none = search(CesSeason.NONE, new double[][] {{a0, 1}, {a0, .99}, {a0, 1.01}, {1.5, .98}, {1.5, 1.02}});
        if (pattern.period() == 1) {
            return List.of(none);
        }
        var simple = search(CesSeason.SIMPLE, pairs(SEASON_STARTS));
        var partial = better(partial(none.point[0], none.point[1]), partial(NEUTRAL, 1));
        var p = partial.point;
        var full = search(
                CesSeason.FULL,
                new double[][] {{p[0], p[1], p[2], 1}, {p[0], p[1], p[2], .98}, {p[0], p[1], p[2], 1.02}});
        return List.of(none, simple, partial, full);
    }

    private static double[][] pairs(double[] reals) {
        return Arrays.stream(reals).mapToObj(it -> new double[] {it, 1}).toArray(double[][]::new);
    }

    /** The error has two valleys: the level follows and the season stays, or the season follows and the level is calm. */
    private Candidate partial(double real, double imaginary) {
        return search(
                CesSeason.PARTIAL,
                Arrays.stream(SEASON_STARTS)
                        .mapToObj(it -> new double[] {real, imaginary, it})
                        .toArray(double[][]::new));
    }

    private static Candidate better(Candidate one, Candidate other) {
        return other.error < one.error ? other : one;
    }

    private Candidate level() {
        if (known < FEWEST_FOR_LEVEL) {
            return candidate(CesSeason.LEVEL, new double[] {LEVEL_STARTS[1]});
        }
        return search(
                CesSeason.LEVEL,
                Arrays.stream(LEVEL_STARTS).mapToObj(it -> new double[] {it}).toArray(double[][]::new));
    }

    private Candidate search(CesSeason season, double[][] starts) {
        var from = starts[0];
        double least = Double.POSITIVE_INFINITY;
        for (var point : starts) {
            double error = error(season, point);
            if (error < least) {
                least = error;
                from = point;
            }
        }
        var found = SimplexSearch.minimum(
                point -> error(season, point), from, STEPS, EVALUATIONS_EACH * season.parameters());
        return candidate(season, found);
    }

    private double error(CesSeason season, double[] point) {
        var model = CesModel.at(point, season, pattern.period());
        return model.forgets(growth) ? start.error(model) : Double.POSITIVE_INFINITY;
    }

    private Candidate candidate(CesSeason season, double[] point) {
        double error = error(season, point);
        return new Candidate(season, point, error, criterion(season, error));
    }

    /** Degrees of freedom without the variance. */
    private int used(CesSeason season) {
        return season.parameters() + CesStart.parts(season) + positions(season);
    }

    /** Degrees of freedom of the pattern. */
    private int positions(CesSeason season) {
        return season.isLagged() ? pattern.period() - 1 : 0;
    }

    /**
     * Akaike's. The positions of the pattern count singly: they are averages, and the correction for short series would forbid a plain
     * season that was seen three times.
     */
    private double criterion(CesSeason season, double error) {
        int few = used(season) + 1 - positions(season);
        int free = known - few - 1;
        if (free <= 0 || known <= used(season) + 1 || !(error > 0)) {
            return Double.POSITIVE_INFINITY;
        }
        return known * StrictMath.log(error / known)
                + 2.0 * positions(season)
                + 2.0 * few
                + 2.0 * few * (few + 1) / free;
    }

    private FittedCes fitted(Candidate candidate) {
        var model = CesModel.at(candidate.point, candidate.season, pattern.period());
        int used = used(candidate.season);
        double variance = known > used ? candidate.error / (known - used) : 0;
        return new FittedCes(model, start.path(model), values.length, variance, bounds);
    }

    private boolean isSane(FittedCes fitted) {
        return fitted.staysWithin(TOO_FAR, Math.max(SHORTEST_LOOK, Math.min(values.length / 2, 2 * pattern.period())));
    }

    private record Candidate(CesSeason season, double[] point, double error, double criterion) {}
}
