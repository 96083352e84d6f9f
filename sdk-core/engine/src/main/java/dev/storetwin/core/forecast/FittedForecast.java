package dev.storetwin.core.forecast;

import dev.storetwin.core.numeric.NegativeBinomial;
import dev.storetwin.core.numeric.Normal;
import dev.storetwin.core.random.Draws;
import dev.storetwin.forecast.DemandDistribution;
import dev.storetwin.forecast.DemandForecast;
import dev.storetwin.model.ModelCard;
import java.util.Arrays;
import java.util.Locale;
import java.util.TreeMap;

/**
 * A method's forecast with the uncertainty that its own past errors show.
 *
 * <p>Steps hang together as those of a drifting level do: step h carries its own surprise and a share of each one before it, so that
 * variance(h) = variance(1) * (1 + (h - 1) * growth) and covariance(g, h) = variance(1) * (share + (g - 1) * growth) for g before h,
 * with share the root of growth. Lead-time demand follows from these moments, paths from a normal copula of the same correlation.
 *
 * <p>Counts with few units follow the negative binomial distribution of the same mean and variance. All else has the shape of the
 * errors seen, cut off at zero where demand cannot be negative.
 */
final class FittedForecast implements DemandForecast {

    static final String VERSION = "1";

    /** Up to this mean a count is better described as a count than by the errors around it. */
    private static final double FEW_UNITS = 100;

    private static final double WILD = 300;
    private static final double TOO_EVEN_FOR_POISSON = .7;
    private static final int ENOUGH_TO_CALL_EVEN = 10;
    private static final double ALMOST_ONE = 1 - 0x1p-53;

    private final String series;
    private final double[] means;
    private final double[] scales;
    private final Errors errors;
    private final boolean counts;
    private final boolean nonNegative;
    private final boolean whole;
    private final ModelCard card;
    private final String reason;

    private FittedForecast(
            Observations history,
            double[] means,
            double[] scales,
            Errors errors,
            boolean counts,
            ModelCard card,
            String reason) {
        this.series = history.series().name();
        this.means = means;
        this.scales = scales;
        this.errors = errors;
        this.counts = counts;
        this.nonNegative = history.isNonNegative();
        this.whole = history.isWhole();
        this.card = card;
        this.reason = reason;
    }

    static FittedForecast of(ForecastMethod method, Observations history, int horizon, String reason) {
        if (horizon < 1) {
            throw new IllegalArgumentException("horizon (%d) must be at least 1.".formatted(horizon));
        }
        if (history.known() == 0) {
            return unknown(method, history, horizon);
        }
        var fit = method.fit(history);
        int last = history.size() - 1;
        var means = new double[horizon];
        var scales = new double[horizon];
        for (int step = 1; step <= horizon; step++) {
            double forecast = fit.forecast(last, step);
            double seasonal = fit.seasonallyAdjusted() ? history.season().apply(last + step, forecast) : forecast;
            means[step - 1] = history.isNonNegative() ? Math.max(0, seasonal) : seasonal;
            scales[step - 1] = fit.seasonallyAdjusted() ? history.season().scale(last + step) : 1;
        }
        var errors = Errors.of(fit, history, horizon);
        boolean counts = fit.isExpectation() && areCounts(history, errors);
        return new FittedForecast(
                history, means, scales, errors, counts, card(method, history, fit, errors, counts), reason);
    }

    private static FittedForecast unknown(ForecastMethod method, Observations history, int horizon) {
        var scales = new double[horizon];
        Arrays.fill(scales, 1);
        return new FittedForecast(
                history,
                new double[horizon],
                scales,
                Errors.NONE,
                false,
                ModelCard.of(method.name(), VERSION),
                "no known value in the history: nothing is expected until something is seen");
    }

    private static boolean areCounts(Observations history, Errors errors) {
        boolean tooEven = errors.dispersion() < TOO_EVEN_FOR_POISSON && history.known() >= ENOUGH_TO_CALL_EVEN;
        return history.isNonNegative()
                && history.isWhole()
                && history.mean() < FEW_UNITS
                && errors.dispersion() < WILD
                && !tooEven;
    }

    private static ModelCard card(ForecastMethod method, Observations history, Fit fit, Errors errors, boolean counts) {
        var settings = new TreeMap<>(fit.settings());
        settings.put("distribution", counts ? "negative binomial" : "empirical");
        settings.put("error_growth", String.format(Locale.ROOT, "%.6g", errors.growth()));
        if (fit.seasonallyAdjusted() && history.season().period() > 1) {
            settings.put("season", Integer.toString(history.season().period()));
        }
        if (history.giants() > 0) {
            settings.put("giant_values_cut", Integer.toString(history.giants()));
        }
        var card = ModelCard.of(method.name(), VERSION).withSettings(settings);
        return history.dataRange().map(card::withData).orElse(card);
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
    public ModelCard card() {
        return card;
    }

    @Override
    public String reason() {
        return reason;
    }

    @Override
    public double mean(int step) {
        return means[index(step)];
    }

    @Override
    public DemandDistribution at(int step) {
        int i = index(step);
        return counts
                ? new CountDemand(NegativeBinomial.of(means[i], countVariance(i)))
                : new ShapedDemand(means[i], scales[i] * spread(i), errors.shape(), nonNegative, whole);
    }

    @Override
    public DemandDistribution over(int from, int to) {
        if (from < 1 || to < from || to > means.length + 1) {
            throw new IllegalArgumentException(
                    "Steps %d to before %d are not within 1 to %d.\nMaybe the horizon is shorter than the lead time."
                            .formatted(from, to, means.length));
        }
        if (to == from) {
            return new CountDemand(NegativeBinomial.of(0, 0));
        }
        return to == from + 1 ? at(from) : sum(from - 1, to - 1);
    }

    private DemandDistribution sum(int from, int to) {
        double mean = 0;
        double variance = 0;
        double deviations = 0;
        for (int i = from; i < to; i++) {
            mean += means[i];
            deviations += deviation(i);
            variance += deviation(i) * deviation(i);
            for (int j = i + 1; j < to; j++) {
                variance += 2 * correlation(i, j) * deviation(i) * deviation(j);
            }
        }
        if (counts) {
            return new CountDemand(NegativeBinomial.of(mean, variance));
        }
        double deviation = Math.sqrt(variance);
        if (deviation == 0) {
            return new ShapedDemand(mean, 0, ErrorShape.NONE, nonNegative, whole);
        }
        // 1 when all steps move as one, the root of 1 / n when n equal ones are independent: so fast does a sum lose
        // its skew.
        var shape = errors.shape().nearerToNormal(deviation / deviations);
        return new ShapedDemand(mean, deviation / errors.shape().deviation(), shape, nonNegative, whole);
    }

    @Override
    public double[][] paths(int count, long seed) {
        var draws = Draws.of(seed);
        var demands = new DemandDistribution[means.length];
        for (int i = 0; i < means.length; i++) {
            demands[i] = at(i + 1);
        }
        double share = Math.sqrt(errors.growth());
        var paths = new double[count][means.length];
        for (int row = 0; row < count; row++) {
            var draw = draws.keyed("demand-path", series, row);
            double carried = 0;
            for (int i = 0; i < means.length; i++) {
                double surprise = draw.nextGaussian();
                double level = Normal.cdf((surprise + share * carried) / spread(i));
                paths[row][i] = demands[i].quantile(Math.min(ALMOST_ONE, Math.max(Double.MIN_NORMAL, level)));
                carried += surprise;
            }
        }
        return paths;
    }

    private int index(int step) {
        if (step < 1 || step > means.length) {
            throw new IllegalArgumentException(
                    "Step %d is not within 1 to %d; steps count from 1.".formatted(step, means.length));
        }
        return step - 1;
    }

    /** Standard deviation of a step relative to that of the first. */
    private double spread(int i) {
        return Math.sqrt(1 + i * errors.growth());
    }

    private double countVariance(int i) {
        return means[i] * Math.max(1, errors.dispersion()) * (1 + i * errors.growth());
    }

    private double deviation(int i) {
        return counts
                ? Math.sqrt(countVariance(i))
                : scales[i] * spread(i) * errors.shape().deviation();
    }

    private double correlation(int earlier, int later) {
        double shared = Math.sqrt(errors.growth()) + earlier * errors.growth();
        return Math.min(1, shared / (spread(earlier) * spread(later)));
    }
}
