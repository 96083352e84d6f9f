package dev.storetwin.core.inventory;

/**
 * What stock costs, and what its absence does.
 *
 * @param holding  one unit at the end of one period
 * @param shortage one unit of demand that finds nothing
 * @param writeOff the most that a unit can cost that nobody wants: what was paid for it
 */
record CostRates(double holding, double shortage, double writeOff) {

    CostRates {
        if (!(holding > 0 && shortage >= 0 && writeOff >= 0) || Double.isInfinite(holding + shortage)) {
            throw new IllegalArgumentException(
                    "holding (%s) must be above 0, shortage (%s) and writeOff (%s) not below, and all of them finite."
                            .formatted(holding, shortage, writeOff));
        }
    }

    /** The probability of having enough over so many periods at which one unit more costs as much as it saves. */
    double criticalFractile(int periods) {
        return shortage / (shortage + holding * periods);
    }
}
