package dev.storetwin.core.forecast.learned;

import dev.storetwin.core.forecast.arima.AutoArima;
import dev.storetwin.core.forecast.ces.ComplexSmoothing;
import dev.storetwin.core.forecast.ets.Component;
import dev.storetwin.core.forecast.ets.Ets;
import dev.storetwin.core.forecast.method.MethodFitter;
import dev.storetwin.core.forecast.method.PlainMethod;
import dev.storetwin.core.forecast.method.SeasonalMethod;
import dev.storetwin.core.forecast.naive.Repetition;
import dev.storetwin.core.forecast.naive.RunningMean;
import dev.storetwin.core.forecast.theta.StandardTheta;
import dev.storetwin.core.forecast.theta.ThetaModel;
import java.util.List;
import java.util.Optional;

/** The methods for series that sell steadily, each by itself. */
public final class SingleMethods {

    private static final int LONGEST_OWN_SEASON = 24;

    private static final MethodFitter ETS = new SeasonalMethod("ets", LONGEST_OWN_SEASON, Ets::auto);
    private static final MethodFitter ARIMA = new SeasonalMethod("arima", LONGEST_OWN_SEASON, AutoArima::fit);
    private static final MethodFitter CES = new SeasonalMethod("ces", LONGEST_OWN_SEASON, ComplexSmoothing::fit);
    private static final MethodFitter DOTM = new PlainMethod("dotm", ThetaModel.DOTM::fit);

    private static final MethodFitter HOLT_WINTERS = new SeasonalMethod(
            "holt-winters",
            LONGEST_OWN_SEASON,
            (values, period) -> Ets.holtWinters(values, period, Component.MULTIPLICATIVE));

    private SingleMethods() {}

    /** The simpler before the richer. */
    public static List<MethodFitter> all() {
        return List.of(
                Repetition.last(),
                Repetition.seasonal(),
                RunningMean.fitter(),
                new PlainMethod("ses", Ets::simple),
                new PlainMethod("holt", Ets::holt),
                HOLT_WINTERS,
                new PlainMethod("theta", StandardTheta::fit),
                DOTM,
                CES,
                ETS,
                ARIMA);
    }

    /** Those whose median is hard to beat: rich, and each wrong in its own way. */
    public static List<MethodFitter> combined() {
        return List.of(ETS, ARIMA, CES, DOTM);
    }

    /** By the name that it gives itself. */
    public static Optional<MethodFitter> named(String name) {
        return all().stream().filter(it -> it.name().equals(name)).findFirst();
    }
}
