package dev.storetwin.core.feature;

import dev.storetwin.feature.FeatureKernel;
import dev.storetwin.feature.FeatureReading;
import dev.storetwin.feature.Measure;
import java.time.DayOfWeek;

/** The handful of computations that the catalogue is built from: of whole numbers per day, so in any order the same to the bit. */
final class Kernels {

    /** Cover of what does not sell. */
    static final double ENDLESS = 9_999;

    static final String UNKNOWN_DAYS = "nothing is known of these days";
    static final String NEVER_IN_STOCK = "out of stock on every day of the window";

    private Kernels() {}

    static FeatureKernel statistic(Measure measure, Statistic statistic) {
        return reading -> {
            var days = reading.daily(measure);
            return days.knownDays() == 0 ? reading.missing(UNKNOWN_DAYS) : statistic.of(days);
        };
    }

    /** Units per day in stock. */
    static FeatureKernel velocity() {
        return reading -> {
            var inStock = reading.daily(Measure.IN_STOCK);
            int days = inStock.activeDays();
            return days == 0
                    ? reading.missing(NEVER_IN_STOCK)
                    : reading.daily(Measure.UNITS).sumWhere(inStock) / days;
        };
    }

    /** One sum over another of the same days. */
    static FeatureKernel ratio(Measure over, Measure under, String whenNone) {
        return reading -> {
            double all = reading.daily(under).sum();
            return all > 0 ? reading.daily(over).sum() / all : reading.missing(whenNone);
        };
    }

    /**
     * How the newer days differ from the older ones: the difference of their daily means over the sum of these, so -1 for what has stopped,
     * 1 for what has begun, 0 for what goes on or never was.
     */
    static FeatureKernel trend(Measure measure, int recent) {
        return reading -> {
            var days = reading.daily(measure);
            if (days.knownDays() == 0) {
                return reading.missing(UNKNOWN_DAYS);
            }
            double now = days.last(recent).sum() / recent;
            double before = days.first(days.days() - recent).sum() / (days.days() - recent);
            return difference(now, before);
        };
    }

    /** The same of units per day in stock. */
    static FeatureKernel velocityTrend(int recent) {
        return reading -> {
            var units = reading.daily(Measure.UNITS);
            var inStock = reading.daily(Measure.IN_STOCK);
            int earlier = units.days() - recent;
            int daysNow = inStock.last(recent).activeDays();
            int daysBefore = inStock.first(earlier).activeDays();
            if (daysNow == 0 || daysBefore == 0) {
                return reading.missing("out of stock on every day of one half of the window");
            }
            return difference(
                    units.last(recent).sumWhere(inStock.last(recent)) / daysNow,
                    units.first(earlier).sumWhere(inStock.first(earlier)) / daysBefore);
        };
    }

    private static double difference(double now, double before) {
        return now == before ? 0 : (now - before) / (now + before);
    }

    /** What falls on one day of the week, of all. */
    static FeatureKernel weekday(Measure measure, DayOfWeek weekday) {
        return reading -> {
            var days = reading.daily(measure);
            double all = days.sum();
            if (all <= 0) {
                return reading.missing("nothing was sold in these days");
            }
            double there = 0;
            int first = Math.floorMod(
                    weekday.getValue() - reading.today().getDayOfWeek().getValue() + days.days(),
                    DayOfWeek.values().length);
            for (int i = first; i < days.days(); i += DayOfWeek.values().length) {
                there += days.value(i);
            }
            return there / all;
        };
    }

    /** Units that can be promised at the moment. */
    static FeatureKernel available() {
        return reading -> available(reading);
    }

    private static double available(FeatureReading reading) {
        var units = reading.available();
        return units.isPresent() ? units.getAsDouble() : reading.missing("its stock was never counted");
    }

    /** How long these would last. */
    static FeatureKernel cover() {
        return reading -> {
            double units = available(reading);
            double perDay = velocity().compute(reading);
            if (Double.isNaN(units) || Double.isNaN(perDay)) {
                return Double.NaN;
            }
            return perDay > 0 ? Math.max(0, Math.min(ENDLESS, units / perDay)) : ENDLESS;
        };
    }

    /** Sold, of what was there to be sold: sold and left over. */
    static FeatureKernel sellThrough() {
        return reading -> {
            double left = reading.daily(Measure.AVAILABLE).last(1).latest();
            double sold = reading.daily(Measure.UNITS).sum();
            if (Double.isNaN(left)) {
                return reading.missing("its stock was never counted");
            }
            double there = sold + Math.max(0, left);
            return there > 0 ? sold / there : reading.missing("there was nothing to sell");
        };
    }
}
