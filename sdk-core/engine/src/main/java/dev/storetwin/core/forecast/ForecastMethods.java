package dev.storetwin.core.forecast;

import dev.storetwin.core.forecast.arima.AutoArima;
import dev.storetwin.core.forecast.ces.ComplexSmoothing;
import dev.storetwin.core.forecast.ets.Component;
import dev.storetwin.core.forecast.ets.Ets;
import dev.storetwin.core.forecast.global.GlobalForecaster;
import dev.storetwin.core.forecast.global.GlobalSettings;
import dev.storetwin.core.forecast.global.KnownAhead;
import dev.storetwin.core.forecast.intermittent.IntermittentMethods;
import dev.storetwin.core.forecast.method.MethodFitter;
import dev.storetwin.core.forecast.method.PlainMethod;
import dev.storetwin.core.forecast.method.SeasonalMethod;
import dev.storetwin.core.forecast.naive.Repetition;
import dev.storetwin.core.forecast.naive.RunningMean;
import dev.storetwin.core.forecast.theta.StandardTheta;
import dev.storetwin.core.forecast.theta.ThetaModel;
import dev.storetwin.forecast.DemandForecaster;
import dev.storetwin.model.Learner;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/** The forecasters on offer, by name. */
public final class ForecastMethods {

    private static final int LONGEST_OWN_SEASON = 24;

    private static final MethodFitter ETS = new SeasonalMethod("ets", LONGEST_OWN_SEASON, Ets::auto);
    private static final MethodFitter ARIMA = new SeasonalMethod("arima", LONGEST_OWN_SEASON, AutoArima::fit);
    private static final MethodFitter CES = new SeasonalMethod("ces", LONGEST_OWN_SEASON, ComplexSmoothing::fit);
    private static final MethodFitter DOTM = new PlainMethod("dotm", ThetaModel.DOTM::fit);

    private static final MethodFitter HOLT_WINTERS = new SeasonalMethod(
            "holt-winters",
            LONGEST_OWN_SEASON,
            (values, period) -> Ets.holtWinters(values, period, Component.MULTIPLICATIVE));

    private ForecastMethods() {}

    /** The default. */
    public static DemandForecaster usual() {
        return BaselineForecaster.of(UsualForecaster.of(combination()));
    }

    private static DemandForecaster combination() {
        return MethodForecaster.median("combination", List.of(ETS, ARIMA, CES, DOTM));
    }

    /** All of them: the default first, then the simpler before the richer, then those for slow sellers. */
    public static List<DemandForecaster> all() {
        var single = Stream.of(
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
                        ARIMA)
                .map(MethodForecaster::of);
        var others = Stream.concat(Stream.concat(single, Stream.of(combination())), IntermittentMethods.all().stream());
        return Stream.concat(Stream.of(usual()), others.map(BaselineForecaster::of))
                .toList();
    }

    /**
     * One model for all series of a panel, by the learner of {@code storetwin-learning} or another that is there; empty where none is. It
     * learns anew from each panel, so it takes its time.
     */
    public static Optional<DemandForecaster> global() {
        return ServiceLoader.load(Learner.class, ForecastMethods.class.getClassLoader())
                .findFirst()
                .map(ForecastMethods::global);
    }

    /** One model for all series of a panel, by this learner. */
    public static DemandForecaster global(Learner learner) {
        return BaselineForecaster.of(new GlobalForecaster(
                learner, UsualForecaster.of(combination()), KnownAhead.NOTHING, GlobalSettings.defaults()));
    }

    /** By the name that it gives itself. */
    public static Optional<DemandForecaster> named(String name) {
        return Stream.concat(all().stream(), global().stream())
                .filter(forecaster -> forecaster.name().equals(name))
                .findFirst();
    }
}
