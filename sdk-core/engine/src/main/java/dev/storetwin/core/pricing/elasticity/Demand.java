package dev.storetwin.core.pricing.elasticity;

import java.util.Arrays;

/** How demand is written down. */
enum Demand {
    LOG_LOG("log-log"),
    SEMI_LOG("semi-log"),
    COUNTS("negative binomial");

    private final String label;

    Demand(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    /** The price as it enters, so that its slope is the elasticity: of a level, the elasticity at the usual price. */
    double[] price(SeriesCase of) {
        if (this != SEMI_LOG) {
            return of.logPrices();
        }
        double usual = StrictMath.exp(Arrays.stream(of.logPrices()).average().orElse(0));
        return Arrays.stream(of.series().prices()).map(it -> it / usual).toArray();
    }
}
