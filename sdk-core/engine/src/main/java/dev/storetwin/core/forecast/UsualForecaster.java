package dev.storetwin.core.forecast;

import dev.storetwin.core.forecast.distribution.LinearPool;
import dev.storetwin.core.forecast.distribution.Support;
import dev.storetwin.core.forecast.history.Observations;
import dev.storetwin.core.forecast.intermittent.DemandClass;
import dev.storetwin.core.forecast.intermittent.SlowSellers;
import dev.storetwin.forecast.DemandForecast;
import dev.storetwin.forecast.DemandForecaster;
import dev.storetwin.forecast.DemandModel;
import dev.storetwin.forecast.TimeSeries;
import java.util.List;

/**
 * The default, by demand class (Syntetos, Boylan and Croston 2005): what sells steadily is foretold by the combination; what sells now
 * and then, or in sizes that nothing explains, by a pool of distributions for slow sellers; what lies between by both.
 *
 * @param smooth for what sells steadily, or may be negative
 * @param slow   for what does not
 */
record UsualForecaster(DemandForecaster smooth, DemandForecaster slow) implements DemandForecaster {

    private static final String NAME = "usual";

    /** With so many known periods both have the same share. */
    private static final double CONVINCING = 50;

    static UsualForecaster of(DemandForecaster smooth) {
        return new UsualForecaster(smooth, SlowSellers.alone());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public DemandForecast forecast(TimeSeries history, int horizon) {
        return switch (Pace.of(history)) {
            case STEADY -> smooth.forecast(history, horizon);
            case SLOW -> slow.forecast(history, horizon);
            case UNEVEN ->
                LinearPool.of(smooth.forecast(history, horizon), slow.forecast(history, horizon), trust(history), NAME);
        };
    }

    /** The richer methods earn their share: trend and season take many periods to tell from chance. */
    private static double trust(TimeSeries history) {
        double known = Observations.of(history).known();
        return known / (known + CONVINCING);
    }

    @Override
    public DemandModel fit(TimeSeries history) {
        return Pace.of(history) == Pace.STEADY ? smooth.fit(history) : DemandForecaster.super.fit(history);
    }

    @Override
    public DemandForecaster among(List<TimeSeries> panel, int horizon) {
        var peers = panel.stream().filter(it -> Pace.of(it) != Pace.STEADY).toList();
        return new UsualForecaster(smooth.among(panel, horizon), slow.among(peers, horizon));
    }

    /** How steadily a thing sells. */
    private enum Pace {
        STEADY,
        UNEVEN,
        SLOW;

        /** Where sizes are called unlike, and where they are half as unlike. */
        private static final double ERRATIC = .49;

        private static final double UNLIKE = ERRATIC / 4;
        private static final double TOO_EVEN = .7;
        private static final double FEW_UNITS = 100;

        static Pace of(TimeSeries history) {
            var seen = Observations.of(history);
            if (!seen.isNonNegative() || seen.known() == 0) {
                return STEADY;
            }
            double erraticness = seen.erraticness(history.seasonality().shortest());
            if (erraticness >= ERRATIC || DemandClass.of(seen.values()).isSlow()) {
                return SLOW;
            }
            return isFewUnits(seen) && (erraticness >= UNLIKE || scattersShortly(seen, erraticness)) ? UNEVEN : STEADY;
        }

        private static boolean isFewUnits(Observations seen) {
            return seen.supportOfMany() == Support.WHOLE && seen.mean() < FEW_UNITS;
        }

        /** A short history, whose variance is its mean, or more, as that of counts is. */
        private static boolean scattersShortly(Observations seen, double erraticness) {
            return seen.known() < CONVINCING && erraticness * seen.mean() >= TOO_EVEN;
        }
    }
}
