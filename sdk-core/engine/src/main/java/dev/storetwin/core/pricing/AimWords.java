package dev.storetwin.core.pricing;

import dev.storetwin.pricing.PriceAim;

/** What the values of prices count, in words. Each aim pays for holding what is not sold. */
final class AimWords {

    private AimWords() {}

    /** Such as {@code expected margin less holding}. */
    static String objective(PriceAim aim) {
        return switch (aim) {
            case PROFIT -> "expected margin less holding";
            case REVENUE -> "expected revenue less holding";
            case CLEARANCE -> "expected margin less holding and what is left over";
        };
    }

    /** What the value of a price is called among its evidence. */
    static String evidence(PriceAim aim) {
        return aim == PriceAim.REVENUE ? "expected revenue" : "expected margin";
    }
}
