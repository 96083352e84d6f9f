package dev.storetwin.core.feature;

import dev.storetwin.feature.FeatureKernel;
import dev.storetwin.feature.FeatureReading;
import dev.storetwin.feature.Measure;

/** Where a price stands: within its own range, and beside the crossed-out one and the competitors'. */
final class PriceKernels {

    private static final String NO_PRICE = "it has no price in this channel";

    private PriceKernels() {}

    /** Missing, as not a number, when there is none. */
    private static double price(FeatureReading reading) {
        var price = reading.price();
        return price.isPresent() ? price.getAsDouble() : reading.missing(NO_PRICE);
    }

    /** The price of the moment. */
    static FeatureKernel now() {
        return PriceKernels::price;
    }

    /** 0 at the lowest price of the window, 1 at the highest, half when there was but one; beyond for a price that is new today. */
    static FeatureKernel position() {
        return reading -> {
            var days = reading.daily(Measure.PRICE);
            double price = price(reading);
            if (Double.isNaN(price)) {
                return price;
            }
            if (days.knownDays() == 0) {
                return reading.missing("it had no price in these days");
            }
            double low = days.min();
            double high = days.max();
            return high > low ? (price - low) / (high - low) : 0.5;
        };
    }

    /** The price of the moment over the newest known of another measure. */
    static FeatureKernel over(Measure other, String whenNone) {
        return reading -> {
            double price = price(reading);
            double base = reading.daily(other).latest();
            if (Double.isNaN(price)) {
                return price;
            }
            return base > 0 ? price / base : reading.missing(whenNone);
        };
    }

    /** Standard deviation of the daily price over its mean. */
    static FeatureKernel variation() {
        return reading -> {
            var days = reading.daily(Measure.PRICE);
            double mean = days.mean();
            return mean > 0 ? days.deviation() / mean : reading.missing("it had no price in these days");
        };
    }
}
