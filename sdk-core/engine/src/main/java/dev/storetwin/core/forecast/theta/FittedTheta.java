package dev.storetwin.core.forecast.theta;

import dev.storetwin.core.forecast.method.FittedMethod;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** A Theta model running through a series; its states are kept, so that going back costs nothing. */
final class FittedTheta implements FittedMethod {

    private final ThetaParameters parameters;
    private final int size;
    private final ThetaState[] states;

    private FittedTheta(ThetaParameters parameters, int size, ThetaState[] states) {
        this.parameters = parameters;
        this.size = size;
        this.states = states;
    }

    static FittedTheta start(ThetaParameters parameters, double[] values) {
        var states = new ThetaState[values.length + 1];
        states[0] = ThetaState.first(parameters);
        for (int i = 0; i < values.length; i++) {
            states[i + 1] = states[i].next(values[i], parameters);
        }
        return new FittedTheta(parameters, values.length, states);
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public double[] fitted() {
        var fitted = new double[size];
        for (int i = 0; i < size; i++) {
            boolean lineless = parameters.dynamic() && states[i].line().count() < 2;
            fitted[i] = lineless ? Double.NaN : states[i].forecast(parameters);
        }
        return fitted;
    }

    @Override
    public double[] means(int horizon) {
        var means = new double[horizon];
        var state = states[size];
        for (int step = 0; step < horizon; step++) {
            means[step] = state.forecast(parameters);
            state = state.next(means[step], parameters);
        }
        return means;
    }

    @Override
    public double[] deviations(int horizon) {
        var deviations = new double[horizon];
        var spread = new ThetaSpread(parameters);
        var state = states[size];
        for (int step = 0; step < horizon; step++) {
            deviations[step] = Math.sqrt(parameters.variance() * spread.next(state));
            state = state.next(Double.NaN, parameters);
        }
        return deviations;
    }

    @Override
    public FittedTheta append(double value) {
        var longer = Arrays.copyOf(states, size + 2);
        longer[size + 1] = states[size].next(value, parameters);
        return new FittedTheta(parameters, size + 1, longer);
    }

    @Override
    public FittedTheta upTo(int size) {
        return new FittedTheta(parameters, Math.min(size, this.size), states);
    }

    @Override
    public Map<String, String> settings() {
        var settings = new TreeMap<String, String>();
        settings.put("alpha", Double.toString(parameters.alpha()));
        settings.put("first_level", Double.toString(parameters.first()));
        settings.put("theta", Double.toString(parameters.theta()));
        return settings;
    }
}
