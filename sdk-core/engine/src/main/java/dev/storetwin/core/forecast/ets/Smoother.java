package dev.storetwin.core.forecast.ets;

import java.util.Arrays;

/** A model on its way through a series: level, trend and the seasons of one cycle. Mutable; whoever keeps one hands out copies. */
final class Smoother {

    /** Forecasts are kept away from infinity, so that squares and sums of them stay finite. */
    private static final double FURTHEST = 1e100;

    private static final double NEARLY_ZERO = 1e-100;

    private final EtsModel model;
    private final Smoothing smoothing;
    private final double[] seasons;
    private double level;
    private double trend;
    private int next;

    /**
     * The states before the first value.
     *
     * @param trend   ignored without one
     * @param seasons of one cycle, that of the first value first; empty without one
     */
    Smoother(EtsModel model, Smoothing smoothing, double level, double trend, double[] seasons) {
        this.model = model;
        this.smoothing = smoothing;
        this.level = level;
        this.trend = trend;
        this.seasons = seasons.clone();
    }

    Smoother copy() {
        var copy = new Smoother(model, smoothing, level, trend, seasons);
        copy.next = next;
        return copy;
    }

    /** The same way through a series of which every value is so many times as large. */
    Smoother times(double factor) {
        boolean additiveTrend = model.trend() == Component.ADDITIVE;
        var other = new Smoother(model, smoothing, level * factor, additiveTrend ? trend * factor : trend, seasons);
        for (int i = 0; i < seasons.length; i++) {
            other.seasons[i] *= model.season() == Component.ADDITIVE ? factor : 1;
        }
        other.next = next;
        return other;
    }

    /** Forecasts of the periods to come, the next one first. */
    double[] ahead(int horizon) {
        var forecasts = new double[horizon];
        var smoother = copy();
        for (int i = 0; i < horizon; i++) {
            forecasts[i] = smoother.forecast();
            smoother.see(Double.NaN);
        }
        return forecasts;
    }

    /** Length of a cycle; 0 without season. */
    int period() {
        return seasons.length;
    }

    double level() {
        return level;
    }

    double trend() {
        return trend;
    }

    /** Of one cycle, the next one first. */
    double[] seasons() {
        var inOrder = new double[seasons.length];
        for (int i = 0; i < inOrder.length; i++) {
            inOrder[i] = seasons[(next + i) % seasons.length];
        }
        return inOrder;
    }

    /** The level expected next, before its season. */
    double expectedLevel() {
        return bounded(
                switch (model.trend()) {
                    case NONE -> level;
                    case ADDITIVE -> level + dampedTrend();
                    case MULTIPLICATIVE -> level * dampedTrend();
                });
    }

    private double dampedTrend() {
        if (model.trend() == Component.MULTIPLICATIVE) {
            return smoothing.phi() == 1 ? trend : StrictMath.pow(trend, smoothing.phi());
        }
        return smoothing.phi() * trend;
    }

    double forecast() {
        double expected = expectedLevel();
        return bounded(
                switch (model.season()) {
                    case NONE -> expected;
                    case ADDITIVE -> expected + seasons[next];
                    case MULTIPLICATIVE -> expected * seasons[next];
                });
    }

    /** One period more. An unknown value is no surprise: the states move on as expected. */
    void see(double value) {
        double expected = expectedLevel();
        double faded = dampedTrend();
        if (Double.isNaN(value)) {
            level = expected;
            trend = faded;
        } else {
            learn(value, expected, faded);
        }
        next = seasons.length == 0 ? 0 : (next + 1) % seasons.length;
    }

    private void learn(double value, double expected, double faded) {
        double before = level;
        double deseasoned =
                switch (model.season()) {
                    case NONE -> value;
                    case ADDITIVE -> value - seasons[next];
                    case MULTIPLICATIVE -> value / awayFromZero(seasons[next]);
                };
        level = bounded(expected + smoothing.alpha() * (deseasoned - expected));
        double pace = smoothing.beta() / smoothing.alpha();
        switch (model.trend()) {
            case NONE -> {}
            case ADDITIVE -> trend = faded + pace * (level - before - faded);
            case MULTIPLICATIVE -> trend = Math.max(NEARLY_ZERO, faded + pace * (level / awayFromZero(before) - faded));
        }
        switch (model.season()) {
            case NONE -> {}
            case ADDITIVE -> seasons[next] += smoothing.gamma() * (value - expected - seasons[next]);
            case MULTIPLICATIVE ->
                seasons[next] += smoothing.gamma() * (value / awayFromZero(expected) - seasons[next]);
        }
    }

    private static double awayFromZero(double value) {
        return Math.abs(value) < NEARLY_ZERO ? NEARLY_ZERO : value;
    }

    private static double bounded(double value) {
        return Math.max(-FURTHEST, Math.min(FURTHEST, value));
    }

    @Override
    public String toString() {
        return "%s at level %s, trend %s, seasons %s".formatted(model.name(), level, trend, Arrays.toString(seasons));
    }
}
