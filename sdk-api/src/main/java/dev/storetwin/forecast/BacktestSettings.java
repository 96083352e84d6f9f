package dev.storetwin.forecast;

/**
 * How the past is replayed to judge a method.
 *
 * @param horizon  periods foretold from each origin
 * @param origins  how many moments of the past are forecast from; the last one has exactly {@code horizon} periods after it
 * @param stride   periods between neighbouring origins
 * @param holding  cost of a unit that is left over at the end of a period
 * @param shortage cost of a unit that was asked for and not there
 */
public record BacktestSettings(int horizon, int origins, int stride, double holding, double shortage) {

    public BacktestSettings {
        if (horizon < 1 || origins < 1 || stride < 1) {
            throw new IllegalArgumentException("horizon (%d), origins (%d) and stride (%d) must each be at least 1."
                    .formatted(horizon, origins, stride));
        }
        if (!(holding > 0 && shortage > 0)) {
            throw new IllegalArgumentException(
                    "holding (%s) and shortage (%s) must both cost something.".formatted(holding, shortage));
        }
    }

    /** Neighbouring origins one period apart, a shortage five times as dear as a unit left over. */
    public static BacktestSettings of(int horizon, int origins) {
        return new BacktestSettings(horizon, origins, 1, .2, 1);
    }

    public BacktestSettings withStride(int stride) {
        return new BacktestSettings(horizon, origins, stride, holding, shortage);
    }

    public BacktestSettings withCosts(double holding, double shortage) {
        return new BacktestSettings(horizon, origins, stride, holding, shortage);
    }

    /** The probability of having enough at which a unit more costs as much as it saves. */
    public double criticalFractile() {
        return shortage / (holding + shortage);
    }
}
