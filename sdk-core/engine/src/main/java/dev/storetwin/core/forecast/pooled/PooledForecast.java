package dev.storetwin.core.forecast.pooled;

import dev.storetwin.core.forecast.distribution.CountDemand;
import dev.storetwin.core.forecast.distribution.Steps;
import dev.storetwin.core.numeric.NegativeBinomial;
import dev.storetwin.core.numeric.Normal;
import dev.storetwin.core.random.Draws;
import dev.storetwin.forecast.DemandDistribution;
import dev.storetwin.forecast.DemandForecast;
import dev.storetwin.forecast.TimeSeries;
import dev.storetwin.model.ModelCard;
import java.util.Locale;
import java.util.Map;

/**
 * Counts around a level that is not known exactly: negative binomial given the level, and one level for all steps of a future.
 *
 * <p>A step's variance is its mean times the scatter, with the doubt about the level in it. Futures take one of several equally
 * likely levels in turn (log-normal, of the same mean and variance), so that a forecast too low today is too low tomorrow.
 */
final class PooledForecast implements DemandForecast {

    private static final String VERSION = "1";
    private static final int LEVELS = 16;
    private static final double LEAST_SCATTER = 1.02;

    private final String series;
    private final double[] means;
    private final double scatter;
    private final double doubt;
    private final ModelCard card;

    /**
     * @param scatter one-step variance by mean, doubt included
     * @param doubt   variance of the level by its square
     */
    PooledForecast(TimeSeries history, double[] means, double scatter, double doubt) {
        this.series = history.name();
        this.means = means;
        this.scatter = scatter;
        this.doubt = doubt;
        this.card = ModelCard.of("pooled-season-level", VERSION)
                .withSettings(Map.of(
                        "scatter", String.format(Locale.ROOT, "%.6g", scatter),
                        "level_doubt", String.format(Locale.ROOT, "%.6g", doubt)));
    }

    @Override
    public String series() {
        return series;
    }

    @Override
    public int horizon() {
        return means.length;
    }

    @Override
    public double mean(int step) {
        return means[index(step)];
    }

    @Override
    public DemandDistribution at(int step) {
        return over(step, step + 1);
    }

    @Override
    public DemandDistribution over(int from, int to) {
        Steps.checkSpan(from, to, means.length);
        double mean = 0;
        double noise = 0;
        for (int step = from; step < to; step++) {
            mean += mean(step);
            noise += mean(step) * ownScatter(step);
        }
        return new CountDemand(NegativeBinomial.of(mean, noise + doubt * mean * mean));
    }

    /** Variance by mean once the level is given. */
    private double ownScatter(int step) {
        return Math.max(LEAST_SCATTER, scatter - doubt * mean(step));
    }

    @Override
    public double[][] paths(int count, long seed) {
        var draws = Draws.of(seed);
        var counts = countsByLevel();
        var paths = new double[count][means.length];
        for (int row = 0; row < count; row++) {
            var draw = draws.keyed("demand-path", series, row);
            var given = counts[spread(row)];
            for (int i = 0; i < means.length; i++) {
                paths[row][i] = given[i].quantile(draw.nextOpenDouble());
            }
        }
        return paths;
    }

    /** Neighbouring rows take levels far apart, so that a few rows cover them as well as many. */
    private static int spread(int row) {
        return Integer.reverse(row) >>> (Integer.SIZE - Integer.numberOfTrailingZeros(LEVELS));
    }

    private NegativeBinomial[][] countsByLevel() {
        var counts = new NegativeBinomial[LEVELS][means.length];
        var levels = levels();
        for (int level = 0; level < LEVELS; level++) {
            for (int i = 0; i < means.length; i++) {
                double mean = means[i] * levels[level];
                counts[level][i] = NegativeBinomial.of(mean, mean * ownScatter(i + 1));
            }
        }
        return counts;
    }

    /** Equally likely factors of mean 1. */
    private double[] levels() {
        double deviation = Math.sqrt(StrictMath.log1p(doubt));
        var levels = new double[LEVELS];
        double sum = 0;
        for (int i = 0; i < LEVELS; i++) {
            levels[i] = StrictMath.exp(deviation * Normal.quantile((i + .5) / LEVELS));
            sum += levels[i];
        }
        for (int i = 0; i < LEVELS; i++) {
            levels[i] *= LEVELS / sum;
        }
        return levels;
    }

    @Override
    public ModelCard card() {
        return card;
    }

    @Override
    public String reason() {
        return "the season is learned from all series of the group, the level from this one";
    }

    private int index(int step) {
        return Steps.index(step, means.length);
    }
}
