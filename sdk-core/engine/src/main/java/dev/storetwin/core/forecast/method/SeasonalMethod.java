package dev.storetwin.core.forecast.method;

import java.util.function.BiFunction;

/**
 * A method that follows a season of its own, up to some length.
 *
 * @param name    what the trade calls it
 * @param longest season that it follows, in periods
 * @param fit     from values and the length of the season to the fitted method
 */
public record SeasonalMethod(String name, int longest, BiFunction<double[], Integer, FittedMethod> fit)
        implements MethodFitter {

    @Override
    public FittedMethod fit(double[] values, int period) {
        return fit.apply(values, period);
    }

    @Override
    public boolean follows(int period) {
        return period > 1 && period <= longest;
    }
}
