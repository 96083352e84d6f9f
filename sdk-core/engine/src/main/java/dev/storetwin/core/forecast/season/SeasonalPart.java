package dev.storetwin.core.forecast.season;

/**
 * One season of a decomposition through time.
 *
 * @param period length of the cycle, in periods
 * @param values one for each period of the series: an addend, or a factor where the decomposition is multiplicative
 */
public record SeasonalPart(int period, double[] values) {

    /** The season of any period from the first on; after the last it repeats the last cycle. */
    public double at(int index) {
        int size = values.length;
        return index < size ? values[index] : values[size - period + (index - size) % period];
    }
}
