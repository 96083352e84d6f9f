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
        return switch (Pace.of(history)) {
            case STEADY -> smooth.fit(history);
            case SLOW -> slow.fit(history);
            case UNEVEN -> new BothModels(smooth.fit(history), slow.fit(history), trust(history));
        };
    }

    /** The models of both, in shares that stay. */
    private record BothModels(DemandModel steady, DemandModel uneven, double share) implements DemandModel {

        @Override
        public TimeSeries history() {
            return steady.history();
        }

        @Override
        public DemandForecast forecast(int horizon) {
            return LinearPool.of(steady.forecast(horizon), uneven.forecast(horizon), share, NAME);
        }

        @Override
        public DemandModel append(double value, boolean inStock) {
            return new BothModels(steady.append(value, inStock), uneven.append(value, inStock), share);
        }
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
        private static final double DOUBT = 2;
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
            boolean tellsLittle = erraticness >= UNLIKE || seen.known() < CONVINCING;
            return tellsLittle && areCounts(seen, erraticness) ? UNEVEN : STEADY;
        }

        /** Few units, whose variance is not below their mean, as that of counts, by more than chance explains. */
        private static boolean areCounts(Observations seen, double erraticness) {
            double chance = Math.sqrt(2.0 / seen.known());
            return seen.supportOfMany() == Support.WHOLE
                    && seen.mean() < FEW_UNITS
                    && erraticness * seen.mean() >= 1 - DOUBT * chance;
        }
    }
}
