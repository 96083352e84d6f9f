package dev.storetwin.experiment;

/**
 * On which terms things are tried to learn while earning. What is tried is drawn as often as it is thought to be the best (Thompson 1933).
 *
 * @param budget         what may be given up
 * @param coolDownDays   after a change was applied, so long the next one waits; 0 for not at all
 * @param leastCoverDays of stock at the usual pace: with less, nothing is tried
 * @param mostStockOut   probability of running out before the horizon ends above which nothing is tried
 */
public record Learning(RegretBudget budget, int coolDownDays, double leastCoverDays, double mostStockOut) {

    private static final int LONGEST_COOL_DOWN = 365;

    public Learning {
        if (coolDownDays < 0 || coolDownDays > LONGEST_COOL_DOWN) {
            throw new IllegalArgumentException("coolDownDays (%d) must lie between 0 and %d.\nMaybe hours were given."
                    .formatted(coolDownDays, LONGEST_COOL_DOWN));
        }
        if (!(leastCoverDays >= 0 && leastCoverDays < 1e6) || !(mostStockOut >= 0 && mostStockOut <= 1)) {
            throw new IllegalArgumentException("""
                    leastCoverDays (%s) must not be negative, mostStockOut (%s) must lie between 0 and 1.
                    Maybe a probability was given in per cent.""".formatted(leastCoverDays, mostStockOut));
        }
    }

    /** A week between two changes, and two weeks of stock at least. */
    public static Learning within(RegretBudget budget) {
        return new Learning(budget, 7, 14, .1);
    }

    public Learning withCoolDownDays(int days) {
        return new Learning(budget, days, leastCoverDays, mostStockOut);
    }

    public Learning withLeastCoverDays(double days) {
        return new Learning(budget, coolDownDays, days, mostStockOut);
    }

    public Learning withMostStockOut(double probability) {
        return new Learning(budget, coolDownDays, leastCoverDays, probability);
    }
}
