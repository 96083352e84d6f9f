package dev.storetwin.core.forecast;

import dev.storetwin.core.forecast.global.GlobalForecaster;
import dev.storetwin.core.forecast.global.GlobalSettings;
import dev.storetwin.core.forecast.global.KnownAhead;
import dev.storetwin.core.forecast.intermittent.IntermittentMethods;
import dev.storetwin.core.forecast.learned.LearnedCombination;
import dev.storetwin.core.forecast.learned.SingleMethods;
import dev.storetwin.forecast.DemandForecaster;
import dev.storetwin.model.Learner;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/** The forecasters on offer, by name. */
public final class ForecastMethods {

    private ForecastMethods() {}

    /** The default. */
    public static DemandForecaster usual() {
        return BaselineForecaster.of(UsualForecaster.of(combination()));
    }

    /** For when cost counts more than accuracy: none of {@link #all()}, and many times cheaper than the cheapest of them. */
    public static DemandForecaster cheap() {
        return new RecentMean();
    }

    private static DemandForecaster combination() {
        return MethodForecaster.median("combination", SingleMethods.combined());
    }

    /** Weighed by what each series looks like. */
    private static DemandForecaster learned() {
        return MethodForecaster.weighted("learned-combination", LearnedCombination.shipped());
    }

    /** All that need no learner: the default first, then the simpler before the richer, then those for slow sellers. */
    public static List<DemandForecaster> all() {
        var single = SingleMethods.all().stream().map(MethodForecaster::of);
        var together = Stream.of(combination(), learned());
        var others =
                Stream.of(single, together, IntermittentMethods.all().stream()).flatMap(it -> it);
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
