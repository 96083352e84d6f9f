package dev.storetwin.core.inventory.transfer;

/**
 * What a unit costs where it lies, and where it is missing.
 *
 * @param holding  for each day
 * @param shortage one unit of demand that finds nothing, or an order that cannot be filled
 * @param writeOff the most that a unit can cost that nobody wants: what was paid for it
 */
public record UnitCosts(double holding, double shortage, double writeOff) {

    public UnitCosts {
        if (!(holding > 0 && shortage >= 0 && writeOff >= 0) || Double.isInfinite(holding + shortage + writeOff)) {
            throw new IllegalArgumentException(
                    "holding (%s) must be above 0, shortage (%s) and writeOff (%s) not below, and all of them finite."
                            .formatted(holding, shortage, writeOff));
        }
    }
}
