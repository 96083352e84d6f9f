package dev.storetwin.core.forecast.method;

import java.util.Map;

/**
 * A method fitted to one series of plain numbers, oldest first, {@code NaN} for unknown. Immutable.
 *
 * <p>Time goes both ways with the parameters kept: {@link #append} sees one period more, {@link #upTo} goes back to an earlier moment.
 * So a forecast is renewed without being fitted again, and the past shows how wrong it was several steps ahead.
 */
public interface FittedMethod {

    /** Number of periods seen. */
    int size();

    /** One-step forecasts of the periods seen, each from those before it; {@code NaN} where there was nothing to go by. */
    double[] fitted();

    /**
     * Expected values of the periods to come, the next one first. Finite.
     *
     * @param horizon at least 1
     */
    double[] means(int horizon);

    /** Standard deviations of the errors of {@link #means}, as the method's own theory has them. Finite and not negative. */
    double[] deviations(int horizon);

    /** One period more; {@code NaN} when it is unknown. */
    FittedMethod append(double value);

    /**
     * What was seen up to a moment, by the parameters of the whole.
     *
     * @param size how many periods, from 1 to {@link #size()}
     */
    FittedMethod upTo(int size);

    /** Chosen and fitted parameters by name, numbers in full precision. */
    Map<String, String> settings();
}
