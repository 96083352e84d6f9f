package dev.storetwin.core.forecast.censored;

import dev.storetwin.core.forecast.baseline.OrdinaryLevel;
import dev.storetwin.core.random.Draw;
import dev.storetwin.forecast.TimeSeries;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Sales completed to demand: where a thing ran out, what would have been bought on average had there been enough.
 *
 * <p>Stock-outs have causes, and the cause decides. If the supply failed by itself, the periods in stock are a fair sample of demand; if
 * demand was above the stock, they are its quieter part. Both are fitted, and a mixture of them, and weighed by how well they explain the
 * sales of the periods in and out of stock. One series rarely tells; {@link #under} weighs again by what a whole shop tells.
 *
 * <p>Completed values are means: they vary less than demand did. Whoever estimates a spread from them adds {@link #deviations}, or draws
 * several completions by {@link #draw} and takes all of them together.
 */
public final class Uncensored {

    private static final int CAUSES = Cause.values().length;
    private static final double DEMAND_MUST_EXPLAIN = 1;
    private static final double EITHER_MUST_EXPLAIN = 2.2;
    private static final double MOST_EXCESS = 5;
    private static final int ROUNDS = 2;

    private final double[] values;
    private final int[] cut;
    private final double[] ordinary;
    private final Ratios ratios;
    private final List<CutDemand> fits;
    private final double[] chances;
    private final double[] completed;
    private final String reason;

    private Uncensored(double[] values, int[] cut, String reason) {
        this(
                values,
                cut,
                new double[values.length],
                new Ratios(new double[0], new double[0], 1),
                List.of(),
                StockOutCauses.USUAL,
                reason);
    }

    private Uncensored(
            double[] values,
            int[] cut,
            double[] ordinary,
            Ratios ratios,
            List<CutDemand> fits,
            StockOutCauses causes,
            String reason) {
        this.values = values;
        this.cut = cut;
        this.ordinary = ordinary;
        this.ratios = ratios;
        this.fits = fits;
        this.reason = reason;
        this.chances = chances(causes);
        this.completed = complete();
    }

    /** Of one series by itself, with its shortest season. */
    public static Uncensored of(TimeSeries series) {
        return of(series.values(), series.inStock(), series.seasonality().shortest());
    }

    /**
     * Of one series by itself.
     *
     * @param values  oldest first; {@code NaN} for unknown, which stays unknown
     * @param inStock false where the value is only a lower bound of demand
     * @param period  of the season, 1 for none
     */
    public static Uncensored of(double[] values, boolean[] inStock, int period) {
        var cut = cutIn(values, inStock);
        if (cut.length == 0) {
            return new Uncensored(values.clone(), cut, "");
        }
        if (!hasKnown(values, inStock)) {
            return new Uncensored(
                    values.clone(),
                    cut,
                    "never in stock throughout: sales are a lower bound of demand, and nothing is known above it");
        }
        if (!hasSales(values)) {
            return new Uncensored(
                    values.clone(), cut, "nothing was ever sold: demand behind the stock-outs is taken as none");
        }
        return fit(values.clone(), inStock, cut, period);
    }

    /** The level is found from completed values, and those from the level. */
    private static Uncensored fit(double[] values, boolean[] inStock, int[] cut, int period) {
        double mean = meanOf(values, inStock);
        var ordinary = new double[values.length];
        Arrays.fill(ordinary, mean);
        var reason = "%d of %d periods ran out: sales there are completed".formatted(cut.length, values.length);
        Uncensored answer = null;
        for (int round = 0; round < ROUNDS; round++) {
            var ratios = Ratios.of(values, inStock, ordinary, mean);
            var fits = Arrays.stream(Cause.values())
                    .map(cause -> CutDemand.fit(ratios, cause))
                    .toList();
            answer = new Uncensored(values, cut, ordinary, ratios, fits, StockOutCauses.USUAL, reason);
            var level = OrdinaryLevel.of(answer.completed, period);
            if (Arrays.stream(level).distinct().count() <= 1) {
                break;
            }
            ordinary = level;
        }
        return Objects.requireNonNull(answer);
    }

    /** The same, weighed by how common the causes are in the shop. */
    public Uncensored under(StockOutCauses causes) {
        return fits.isEmpty() ? this : new Uncensored(values, cut, ordinary, ratios, fits, causes, reason);
    }

    /** Each series of a shop, weighed by what all of them tell about the causes. */
    public static List<Uncensored> together(List<Uncensored> batch) {
        var causes = StockOutCauses.learnedFrom(batch);
        return batch.stream().map(series -> series.under(causes)).toList();
    }

    boolean tellsCauses() {
        return !fits.isEmpty();
    }

    /** The chance of each cause, in the order of {@link Cause}. */
    double[] chances(StockOutCauses causes) {
        var chances = new double[CAUSES];
        if (fits.isEmpty()) {
            return chances;
        }
        double[] penalties = {0, DEMAND_MUST_EXPLAIN, EITHER_MUST_EXPLAIN};
        var shares = causes.shares();
        double best = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < CAUSES; i++) {
            chances[i] = fits.get(i).logLikelihood() - penalties[i] + StrictMath.log(shares[i]);
            best = Math.max(best, chances[i]);
        }
        double sum = 0;
        for (int i = 0; i < CAUSES; i++) {
            chances[i] = StrictMath.exp(chances[i] - best);
            sum += chances[i];
        }
        for (int i = 0; i < CAUSES; i++) {
            chances[i] /= sum;
        }
        return chances;
    }

    /** Expected demand of each cut period; then all excesses over sales stretched alike, so that the mean is the one estimated. */
    private double[] complete() {
        var completed = values.clone();
        if (fits.isEmpty()) {
            return completed;
        }
        double sold = 0;
        double expected = 0;
        var excess = new double[cut.length];
        for (int i = 0; i < cut.length; i++) {
            double sum = 0;
            for (int cause = 0; cause < CAUSES; cause++) {
                sum += chances[cause] == 0
                        ? 0
                        : chances[cause] * fits.get(cause).expected(i);
            }
            excess[i] = Math.max(0, sum - ratios.cut()[i]);
            sold += ratios.cut()[i];
            expected += excess[i];
        }
        double all = mean() * (ratios.known().length + cut.length);
        double missing = all - Arrays.stream(ratios.known()).sum() - sold;
        double stretch = expected > 0 ? Math.max(0, Math.min(MOST_EXCESS, missing / expected)) : 0;
        for (int i = 0; i < cut.length; i++) {
            completed[cut[i]] += stretch * excess[i] * ordinary[cut[i]];
        }
        return completed;
    }

    /** Of demand over what is ordinary. */
    private double mean() {
        double mean = 0;
        for (int cause = 0; cause < CAUSES; cause++) {
            mean += chances[cause] * fits.get(cause).mean();
        }
        return mean;
    }

    /** Sales where the thing was in stock, expected demand where it ran out, never below sales; {@code NaN} where nothing is known. */
    public double[] values() {
        return completed.clone();
    }

    /** How uncertain each completed value is: the standard deviation of demand around it, 0 where the value is known. */
    public double[] deviations() {
        var deviations = new double[values.length];
        for (int i = 0; i < cut.length && !fits.isEmpty(); i++) {
            double variance = 0;
            for (int cause = 0; cause < CAUSES; cause++) {
                variance += chances[cause] * fits.get(cause).beyond(i).variance();
            }
            deviations[cut[i]] = Math.sqrt(variance) * ordinary[cut[i]];
        }
        return deviations;
    }

    /** One history as it may have been: a chance draw in each period that ran out. */
    public double[] draw(Draw draw) {
        var drawn = values.clone();
        for (int i = 0; i < cut.length && !fits.isEmpty(); i++) {
            int cause = pick(draw.nextDouble());
            double ratio = fits.get(cause).beyond(i).quantile(draw.nextDouble());
            drawn[cut[i]] += Math.max(0, ratio - ratios.cut()[i]) * ordinary[cut[i]];
        }
        return drawn;
    }

    private int pick(double uniform) {
        double left = uniform;
        for (int cause = 0; cause < CAUSES - 1; cause++) {
            left -= chances[cause];
            if (left < 0) {
                return cause;
            }
        }
        return CAUSES - 1;
    }

    /** Share of the periods with a value that ran out. */
    public double censoredShare() {
        long withValue =
                Arrays.stream(values).filter(value -> !Double.isNaN(value)).count();
        return withValue == 0 ? 0 : (double) cut.length / withValue;
    }

    /** The completed values are no better than a lower bound: there was no period in stock to learn from. */
    public boolean isLowerBound() {
        return cut.length > 0 && fits.isEmpty();
    }

    /** What was done and why; empty when nothing had to be done. */
    public String reason() {
        return reason;
    }

    private static int[] cutIn(double[] values, boolean[] inStock) {
        var cut = new int[values.length];
        int count = 0;
        for (int i = 0; i < values.length; i++) {
            if (!inStock[i] && !Double.isNaN(values[i])) {
                cut[count++] = i;
            }
        }
        return Arrays.copyOf(cut, count);
    }

    private static boolean hasKnown(double[] values, boolean[] inStock) {
        for (int i = 0; i < values.length; i++) {
            if (inStock[i] && !Double.isNaN(values[i])) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasSales(double[] values) {
        return Arrays.stream(values).anyMatch(value -> value > 0);
    }

    /** Of the periods in stock, or of all where those sold nothing. */
    private static double meanOf(double[] values, boolean[] inStock) {
        double sum = 0;
        double sumInStock = 0;
        int count = 0;
        int countInStock = 0;
        for (int i = 0; i < values.length; i++) {
            if (!Double.isNaN(values[i])) {
                double value = Math.max(0, values[i]);
                sum += value;
                count++;
                sumInStock += inStock[i] ? value : 0;
                countInStock += inStock[i] ? 1 : 0;
            }
        }
        return sumInStock > 0 ? sumInStock / countInStock : sum / count;
    }
}
