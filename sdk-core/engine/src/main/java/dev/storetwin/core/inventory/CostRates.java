package dev.storetwin.core.inventory;

/**
 * What stock costs, and what its absence does.
 *
 * @param holding  one unit at the end of one period
 * @param shortage one unit of demand that finds nothing
 * @param writeOff the most that a unit can cost that nobody wants: what was paid for it
 */
record CostRates(double holding, double shortage, double writeOff) {

    private static final double ALL_BUT_CERTAIN = 1 - 1e-9;

    CostRates {
        if (!(holding > 0 && shortage >= 0 && writeOff >= 0) || Double.isInfinite(holding + shortage)) {
            throw new IllegalArgumentException(
                    "holding (%s) must be above 0, shortage (%s) and writeOff (%s) not below, and all of them finite."
                            .formatted(holding, shortage, writeOff));
        }
    }

    /**
     * The probability of having enough over so many periods at which one unit more costs as much as it saves. Below 1 also where holding costs next to
     * nothing beside a unit that is lost: there is no amount that is enough for certain.
     */
    double criticalFractile(int periods) {
        return Math.min(ALL_BUT_CERTAIN, shortage / (shortage + holding * periods));
    }
}
