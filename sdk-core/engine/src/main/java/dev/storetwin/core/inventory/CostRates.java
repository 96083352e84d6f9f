package dev.storetwin.core.inventory;

/**
 * What stock costs, and what its absence does.
 *
 * @param holding  one unit at the end of one period
 * @param shortage one unit of demand that finds nothing
 * @param writeOff the most that a unit can cost that nobody wants: what was paid for it
 * @param keeps    for how many periods after its arrival a unit can be sold; infinite where nothing spoils
 */
record CostRates(double holding, double shortage, double writeOff, double keeps) {

    /** Of what does not spoil. */
    CostRates(double holding, double shortage, double writeOff) {
        this(holding, shortage, writeOff, Double.POSITIVE_INFINITY);
    }

    CostRates {
        if (!(keeps >= 1)) {
            throw new IllegalArgumentException(
                    "What is sold must keep for a period at least, not %s.".formatted(keeps));
        }
        if (!(holding > 0 && shortage >= 0 && writeOff >= 0) || Double.isInfinite(holding + shortage)) {
            throw new IllegalArgumentException(
                    "holding (%s) must be above 0, shortage (%s) and writeOff (%s) not below, and all of them finite."
                            .formatted(holding, shortage, writeOff));
        }
    }

    CostRates withShortage(double other) {
        return new CostRates(holding, other, writeOff, keeps);
    }

    CostRates keeping(double periods) {
        return new CostRates(holding, shortage, writeOff, periods);
    }

    /** The probability of having enough over so many periods at which one unit more costs as much as it saves. */
    double criticalFractile(int periods) {
        return shortage / (shortage + holding * periods);
    }
}
