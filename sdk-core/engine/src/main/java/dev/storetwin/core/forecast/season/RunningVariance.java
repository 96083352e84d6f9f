package dev.storetwin.core.forecast.season;

/** Mean and variance of numbers as they come (Welford 1962). */
final class RunningVariance {

    private int count;
    private double mean;
    private double squares;

    void add(double value) {
        count++;
        double step = value - mean;
        mean += step / count;
        squares += step * (value - mean);
    }

    int count() {
        return count;
    }

    double mean() {
        return mean;
    }

    /** The population variance; 0 of no value. */
    double variance() {
        return count == 0 ? 0 : squares / count;
    }
}
