package dev.storetwin.forecast;

/**
 * A method fitted to one history. Immutable: it forecasts, and with one period more it is another model, of the same parameters. So a
 * forecast is renewed every night without being fitted every night.
 */
public interface DemandModel {

    /** What it has seen. */
    TimeSeries history();

    /**
     * The periods that follow the history.
     *
     * @param horizon number of periods to foretell, at least 1
     */
    DemandForecast forecast(int horizon);

    /**
     * One period more, parameters kept.
     *
     * @param value   sales of the period, {@code NaN} when unknown
     * @param inStock whether the thing could be bought throughout
     */
    DemandModel append(double value, boolean inStock);
}
