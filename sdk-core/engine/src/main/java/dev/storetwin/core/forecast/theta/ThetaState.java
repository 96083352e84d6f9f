package dev.storetwin.core.forecast.theta;

/**
 * Where a Theta model stands between two periods.
 *
 * @param time  of the next period, the first is 1
 * @param level smoothed series
 * @param decay what is left of the line's start that the smoothing has not caught up with: (1 - alpha)^(time - 1)
 * @param lag   periods that the smoothing lags behind the line: (1 - (1 - alpha)^time) / alpha
 * @param line  as far as it is known
 */
record ThetaState(int time, double level, double decay, double lag, Line line) {

    static ThetaState first(ThetaParameters parameters) {
        return new ThetaState(1, parameters.first(), 1, 1, parameters.line());
    }

    double forecast(ThetaParameters parameters) {
        return level + parameters.weight() * (decay * line.intercept() + lag * line.slope());
    }

    /** An unknown value is taken as expected. */
    ThetaState next(double value, ThetaParameters parameters) {
        double seen = Double.isNaN(value) ? forecast(parameters) : value;
        double alpha = parameters.alpha();
        return new ThetaState(
                time + 1,
                level + alpha * (seen - level),
                (1 - alpha) * decay,
                1 + (1 - alpha) * lag,
                parameters.dynamic() ? line.with(time, seen) : line);
    }
}
