package dev.storetwin.core.forecast.ces;

import java.util.Arrays;

/**
 * The states of a model through time. Plain ones stand at index t after t periods; lagged ones of period t (from 0) are at index t
 * before it and at t + period after it.
 */
final class CesStates {

    final double[] levels;
    final double[] partners;
    final double[] seasons;
    final double[] seasonPartners;
    private final int period;

    CesStates(int size, int period) {
        this(new double[size + 1], new double[size + 1], new double[size + period], new double[size + period], period);
    }

    private CesStates(double[] levels, double[] partners, double[] seasons, double[] seasonPartners, int period) {
        this.levels = levels;
        this.partners = partners;
        this.seasons = seasons;
        this.seasonPartners = seasonPartners;
        this.period = period;
    }

    /** With room for as many periods, those seen so far kept. */
    CesStates resized(int size) {
        return new CesStates(
                Arrays.copyOf(levels, size + 1),
                Arrays.copyOf(partners, size + 1),
                Arrays.copyOf(seasons, size + period),
                Arrays.copyOf(seasonPartners, size + period),
                period);
    }

    double forecast(int t) {
        return levels[t] + seasons[t];
    }

    /** Takes in a surprise of period t. */
    void step(int t, double error, CesModel model) {
        double level = levels[t];
        double partner = partners[t];
        levels[t + 1] = level - (1 - model.a1()) * partner + (model.a0() - model.a1()) * error;
        partners[t + 1] = level + (1 - model.a0()) * partner + (model.a0() + model.a1()) * error;
        double season = seasons[t];
        double seasonPartner = seasonPartners[t];
        seasons[t + period] = season - (1 - model.b1()) * seasonPartner + (model.b0() - model.b1()) * error;
        seasonPartners[t + period] = season + (1 - model.b0()) * seasonPartner + (model.b0() + model.b1()) * error;
    }

    /** Runs through values, {@code NaN} for unknown, and leaves the errors; that of an unknown value is 0. */
    void run(double[] values, CesModel model, double[] errors) {
        for (int t = 0; t < values.length; t++) {
            double error = values[t] - forecast(t);
            error = Double.isNaN(values[t]) ? 0 : error;
            errors[t] = error;
            step(t, error, model);
        }
    }

    /** Runs on without surprises. */
    void coast(int from, int to, CesModel model) {
        for (int t = from; t < to; t++) {
            step(t, 0, model);
        }
    }
}
