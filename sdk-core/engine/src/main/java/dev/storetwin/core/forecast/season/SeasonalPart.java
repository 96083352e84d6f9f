package dev.storetwin.core.forecast.season;

/** One season of a decomposition through time: an addend for each period, or a factor where the decomposition is multiplicative. */
public final class SeasonalPart {

    private final int period;
    private final double[] values;

    /** Takes the array, which nobody may change from then on. */
    SeasonalPart(int period, double[] values) {
        this.period = period;
        this.values = values;
    }

    /** Length of the cycle, in periods. */
    public int period() {
        return period;
    }

    /** One for each period of the series, as a copy. */
    public double[] values() {
        return values.clone();
    }

    /** The live array, to be read only. */
    double[] live() {
        return values;
    }

    /** The season of any period from the first on; after the last it repeats the last cycle. */
    public double at(int index) {
        int after = index - values.length;
        return values[after < 0 ? index : values.length - period + after % period];
    }
}
