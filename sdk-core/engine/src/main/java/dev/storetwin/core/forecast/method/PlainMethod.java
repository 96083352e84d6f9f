package dev.storetwin.core.forecast.method;

import java.util.function.Function;

/**
 * A method that knows no season.
 *
 * @param name what the trade calls it
 * @param fit  from values to the fitted method
 */
public record PlainMethod(String name, Function<double[], FittedMethod> fit) implements MethodFitter {

    @Override
    public FittedMethod fit(double[] values, int period) {
        return fit.apply(values);
    }
}
