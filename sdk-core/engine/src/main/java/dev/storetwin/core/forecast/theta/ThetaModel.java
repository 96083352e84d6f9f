package dev.storetwin.core.forecast.theta;

import dev.storetwin.core.forecast.method.FittedMethod;

/**
 * The Theta models in state space form (Fiorucci, Pellegrini, Louzada, Petropoulos and Koehler 2016).
 *
 * <p>The forecast weighs the line through the series (theta = 0) with a smoothed series whose curvature is multiplied by theta. The
 * standard models take theta = 2, the optimised ones the theta that fits best. The dynamic models draw the line anew with each value.
 */
public enum ThetaModel {
    STM(false, false),
    OTM(true, false),
    DSTM(false, true),
    DOTM(true, true);

    private final boolean optimised;
    private final boolean dynamic;

    ThetaModel(boolean optimised, boolean dynamic) {
        this.optimised = optimised;
        this.dynamic = dynamic;
    }

    /** Fitted by least squares to a series without season, {@code NaN} for unknown. */
    public FittedMethod fit(double[] values) {
        return FittedTheta.start(new ThetaFit(values, optimised, dynamic).parameters(), values);
    }
}
