package dev.storetwin.core.forecast;

import java.util.Map;

/** What a method learned from one history. Works on the seasonally adjusted series, unless it carries the season itself. */
interface Fit {

    /**
     * The forecast for period {@code origin + step} from what was seen up to {@code origin}.
     *
     * @param origin index of the last period seen; the last index of the history for the forecast proper
     * @param step   at least 1
     */
    double forecast(int origin, int step);

    /**
     * How much of a surprise stays in the level, in theory: 0 for a fixed mean, 1 for a random walk. It says how fast forecasts grow
     * uncertain where the history is too short to show it.
     */
    double persistence();

    /** Fitted parameters by name. */
    Map<String, String> settings();

    /** The forecast holds for the adjusted series and the season is yet to be put on. */
    default boolean seasonallyAdjusted() {
        return true;
    }

    /** The forecast estimates an expected value, not a value seen once: the counts around it follow a distribution of counts. */
    default boolean isExpectation() {
        return true;
    }
}
