package dev.storetwin.core.forecast;

import dev.storetwin.forecast.DemandForecast;
import dev.storetwin.forecast.QuantileLevels;
import java.util.List;

/**
 * A replay of one history by several methods: the quantile loss of each from each origin.
 *
 * <p>Origins go back from the end of the history over two thirds of it, without overlap where there is room for a handful of them,
 * and closer together where there is not.
 *
 * @param losses  mean over judged periods and default levels; one row per method, one column per origin
 * @param overlap how many windows share a period
 */
record Trial(double[][] losses, double overlap) {

    private static final double[] LEVELS = QuantileLevels.DEFAULT.toArray();
    private static final int MOST_ORIGINS = 24;
    private static final int WANTED_ORIGINS = 6;
    private static final int FEWEST_KNOWN = 8;
    private static final int SHORTEST_PAST = 4;

    static Trial of(List<ForecastMethod> methods, Observations history, int horizon) {
        if (history.known() < FEWEST_KNOWN) {
            return new Trial(new double[methods.size()][0], 1);
        }
        int steps = Math.max(1, Math.min(horizon, history.size() / 4));
        int room = Math.max(0, history.size() - steps - Math.max(SHORTEST_PAST, history.size() / 3));
        int stride = Math.max(1, Math.min(steps, room / (WANTED_ORIGINS - 1)));
        int origins = Math.min(MOST_ORIGINS, 1 + room / stride);
        var losses = new double[methods.size()][origins];
        for (int i = 0; i < origins; i++) {
            int origin = history.size() - steps - i * stride;
            var past = history.head(origin);
            for (int method = 0; method < losses.length; method++) {
                var forecast = FittedForecast.of(methods.get(method), past, steps, "");
                losses[method][i] = loss(forecast, history.values(), origin);
            }
        }
        return new Trial(losses, (double) steps / stride);
    }

    /** 0 when no period can be judged. */
    private static double loss(DemandForecast forecast, double[] values, int origin) {
        double loss = 0;
        int judged = 0;
        for (int step = 1; step <= forecast.horizon(); step++) {
            double value = values[origin + step - 1];
            if (!Double.isNaN(value)) {
                var demand = forecast.at(step);
                for (double level : LEVELS) {
                    loss += Pinball.loss(level, demand.quantile(level), value);
                }
                judged++;
            }
        }
        return judged == 0 ? 0 : loss / judged / LEVELS.length;
    }

    int origins() {
        return losses[0].length;
    }

    double meanLoss(int method) {
        double sum = 0;
        for (double loss : losses[method]) {
            sum += loss;
        }
        return sum / origins();
    }

    /** How far a challenger is ahead, in standard errors of the difference; overlapping windows count as the fewer they are. */
    double lead(int challenger, int champion) {
        double mean = meanLoss(champion) - meanLoss(challenger);
        if (origins() < 2 || mean <= 0) {
            return 0;
        }
        double squares = 0;
        for (int i = 0; i < origins(); i++) {
            double deviation = losses[champion][i] - losses[challenger][i] - mean;
            squares += deviation * deviation;
        }
        double error = Math.sqrt(squares / (origins() - 1) * overlap / origins());
        return error == 0 ? Double.POSITIVE_INFINITY : mean / error;
    }
}
