package dev.storetwin.core.forecast.ets;

import java.util.ArrayList;
import java.util.List;

/**
 * Exponential smoothing as state space models, fitted by maximum likelihood (Hyndman, Koehler, Ord and Snyder 2008).
 *
 * <p>Values come oldest first, {@code NaN} where unknown: there the states move on without surprise. Starting values, limits of the
 * parameters and the search follow Hyndman, Koehler, Snyder and Grose 2002, so the answers agree with the well-known implementations.
 */
public final class Ets {

    /** Longer cycles would need more first states than a series can tell. */
    public static final int LONGEST_SEASON = 24;

    private static final EtsModel SIMPLE = EtsModel.of("ANN");
    private static final EtsModel HOLT = EtsModel.of("AAN");
    private static final int FEWEST_CYCLES = 2;

    private Ets() {}

    /**
     * The model with the least AICc among those with additive, damped or no trend that suit the series. Seasons longer than
     * {@link #LONGEST_SEASON} or with less than two cycles are left out, and relative parts where a value is not above zero.
     *
     * @param period length of the season; 1 for none
     */
    public static FittedEts auto(double[] values, int period) {
        return best(values, period, candidates());
    }

    /** The model with the least AICc among some, as far as they suit the series; if none does, simple exponential smoothing. */
    public static FittedEts best(double[] values, int period, List<EtsModel> models) {
        var series = EtsSeries.of(values);
        var suitable = models.stream().filter(it -> suits(series, period, it)).toList();
        boolean plain = series.constant || suitable.isEmpty();
        return FittedEts.of(plain ? EtsFit.plain(series) : EtsRace.best(series, period, suitable), series.original);
    }

    /**
     * One model by maximum likelihood.
     *
     * @throws IllegalArgumentException when the series does not suit it: too short, or not above zero where that is needed
     */
    public static FittedEts fit(double[] values, int period, EtsModel model) {
        var series = EtsSeries.of(values);
        if (!suits(series, period, model)) {
            throw new IllegalArgumentException("""
                    %s does not suit %d known values with a period of %d.
                    Maybe there are fewer than two cycles, or a value is not above zero.""".formatted(model.name(), series.known, period));
        }
        return fitted(series, period, model, Criterion.LIKELIHOOD);
    }

    /** Simple exponential smoothing by least squares. */
    public static FittedEts simple(double[] values) {
        return firstThatSuits(values, 1, List.of(SIMPLE));
    }

    /** Holt's linear trend by least squares; without trend when there are too few values for one. */
    public static FittedEts holt(double[] values) {
        return firstThatSuits(values, 1, List.of(HOLT, SIMPLE));
    }

    /**
     * Holt and Winters' trend and season by least squares; without season when there are too few cycles.
     *
     * @param season additive or multiplicative; additive anyway when a value is not above zero
     */
    public static FittedEts holtWinters(double[] values, int period, Component season) {
        var additive = EtsModel.of("AAA");
        return firstThatSuits(
                values,
                period,
                season == Component.MULTIPLICATIVE
                        ? List.of(EtsModel.of("MAM"), additive, HOLT, SIMPLE)
                        : List.of(additive, HOLT, SIMPLE));
    }

    private static FittedEts firstThatSuits(double[] values, int period, List<EtsModel> models) {
        var series = EtsSeries.of(values);
        for (var model : models) {
            if (!series.constant && suits(series, period, model)) {
                return fitted(series, period, model, Criterion.SQUARED_ERROR);
            }
        }
        return FittedEts.of(EtsFit.plain(series), series.original);
    }

    private static FittedEts fitted(EtsSeries series, int period, EtsModel model, Criterion criterion) {
        return FittedEts.of(
                new EtsSearch(series, period, model, criterion).untilEnd().fit(), series.original);
    }

    private static boolean suits(EtsSeries series, int period, EtsModel model) {
        boolean enoughCycles = period > 1 && series.known >= FEWEST_CYCLES * period && period <= LONGEST_SEASON;
        return (!model.hasSeason() || enoughCycles)
                && (!model.needsPositive() || series.positive)
                && model.freeParameters(period) < series.known - 1;
    }

    private static List<EtsModel> candidates() {
        var models = new ArrayList<EtsModel>();
        for (var error : List.of(Component.ADDITIVE, Component.MULTIPLICATIVE)) {
            for (var season : Component.values()) {
                models.add(new EtsModel(error, Component.NONE, false, season));
                models.add(new EtsModel(error, Component.ADDITIVE, true, season));
                models.add(new EtsModel(error, Component.ADDITIVE, false, season));
            }
        }
        models.removeIf(EtsModel::isUnstable);
        return List.copyOf(models);
    }
}
