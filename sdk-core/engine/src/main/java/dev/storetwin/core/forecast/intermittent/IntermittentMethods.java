package dev.storetwin.core.forecast.intermittent;

import dev.storetwin.forecast.DemandForecaster;
import java.util.List;
import java.util.Optional;

/** The forecasters for slow sellers, by name. */
public final class IntermittentMethods {

    /** Usual in the trade for monthly slow sellers. */
    private static final double ALPHA = .1;

    private IntermittentMethods() {}

    /** All of them, the default first. Smoothing is fixed at the usual value, or the best of a few where the name says so. */
    public static List<DemandForecaster> all() {
        var best = new BestSmoothing(Ses::new);
        return List.of(
                SlowSellers.alone(),
                new NightlyPlan(),
                IntermittentMethod.sizes("climatology", new Climatology()),
                IntermittentMethod.counts("ses-counts", new Ses(ALPHA)),
                IntermittentMethod.counts("croston", Croston.of(ALPHA)),
                IntermittentMethod.counts("sba", Croston.sba(ALPHA)),
                IntermittentMethod.counts("tsb", new Tsb(ALPHA, ALPHA)),
                IntermittentMethod.sizes("tsb-hurdle", new Tsb(ALPHA, ALPHA)),
                IntermittentMethod.counts("adida", new Adida(best)),
                IntermittentMethod.counts("imapa", new Imapa(best)),
                IntermittentMethod.counts("ses-best", best),
                IntermittentMethod.counts("croston-best", new BestSmoothing(Croston::of)),
                IntermittentMethod.counts("sba-best", new BestSmoothing(Croston::sba)),
                IntermittentMethod.counts("tsb-best", new BestSmoothing(alpha -> new Tsb(alpha, ALPHA))));
    }

    public static Optional<DemandForecaster> named(String name) {
        return all().stream()
                .filter(forecaster -> forecaster.name().equals(name))
                .findFirst();
    }
}
