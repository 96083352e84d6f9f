package dev.storetwin.core.forecast.backtest;

/** The loss that a quantile of the right level makes least (Koenker and Bassett 1978); not doubled. */
final class Pinball {

    private Pinball() {}

    static double loss(double level, double quantile, double value) {
        return value >= quantile ? level * (value - quantile) : (1 - level) * (quantile - value);
    }
}
