package dev.storetwin.core.forecast;

import dev.storetwin.forecast.DemandForecast;
import dev.storetwin.forecast.DemandForecaster;
import dev.storetwin.forecast.TimeSeries;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.stream.Stream;

/**
 * The method that would have foretold this series best: each forecasts from several moments of the past (rolling origin, Tashman
 * 2000) and is judged by its quantile loss, as a distribution (Koenker and Bassett 1978). The mean absolute error alone would prefer
 * a forecast of zero for slow sellers.
 *
 * <p>A few origins judge with much noise. So one method is the champion, and a challenger replaces it only when it leads by more than
 * one standard error (the one-standard-error rule of Breiman et al. 1984); of several the one of least loss, of equals the first.
 */
final class RollingOriginPick implements DemandForecaster {

    private static final double ENOUGH_LEAD = 1;
    private static final double TIE = 1e-9;

    private final ForecastMethod champion;
    private final List<ForecastMethod> challengers;

    private RollingOriginPick(ForecastMethod champion, List<ForecastMethod> challengers) {
        this.champion = champion;
        this.challengers = challengers;
    }

    /**
     * A pick among methods.
     *
     * @param champion    used where nothing else is clearly better, or where there is too little to judge by
     * @param challengers the simpler first
     */
    static RollingOriginPick of(ForecastMethod champion, ForecastMethod... challengers) {
        return new RollingOriginPick(champion, List.of(challengers));
    }

    @Override
    public String name() {
        return "pick";
    }

    @Override
    public DemandForecast forecast(TimeSeries series, int horizon) {
        var history = Observations.of(series);
        var candidates = Stream.concat(
                        Stream.of(champion), challengers.stream().filter(method -> method.suits(history)))
                .toList();
        var trial = Trial.of(candidates, history, horizon);
        int best = best(trial, candidates.size());
        return FittedForecast.of(candidates.get(best), history, horizon, reason(candidates, trial, best, history));
    }

    private static int best(Trial trial, int candidates) {
        int best = 0;
        for (int i = 1; i < candidates; i++) {
            boolean better = trial.meanLoss(i) < trial.meanLoss(best) * (1 - TIE);
            if (better && trial.lead(i, 0) > ENOUGH_LEAD) {
                best = i;
            }
        }
        return best;
    }

    private static String reason(List<ForecastMethod> candidates, Trial trial, int best, Observations history) {
        String name = candidates.get(best).name();
        if (trial.origins() == 0) {
            return "%s, because %d known values are too few to compare methods by".formatted(name, history.known());
        }
        var others = new StringJoiner(", ");
        for (int i = 0; i < candidates.size(); i++) {
            if (i != best) {
                others.add(
                        String.format(Locale.ROOT, "%s %.4g", candidates.get(i).name(), trial.meanLoss(i)));
            }
        }
        String why = best == 0
                ? "no other method was clearly better"
                : "clearly better than " + candidates.get(0).name();
        return String.format(
                Locale.ROOT,
                "%s, %s from %d moments of the past: quantile loss %.4g, against %s",
                name,
                why,
                trial.origins(),
                trial.meanLoss(best),
                others);
    }
}
