package dev.storetwin.forecast;

import java.util.List;

/** A replay of history: each method forecasts from moments of the past, and what then happened judges it. */
public interface Backtest {

    /** The levels of the scaled pinball loss: the median, and intervals of 50, 67, 95 and 99 %. */
    QuantileLevels SPL_LEVELS = QuantileLevels.of(.005, .025, .165, .25, .5, .75, .835, .975, .995);

    /**
     * Judges methods on series with different names. The answer has one result per method, in the order given, and does not depend
     * on the order of the series or on the number of threads. A series too short for an origin is not judged from there.
     */
    List<BacktestResult> run(List<TimeSeries> series, List<DemandForecaster> methods);
}
