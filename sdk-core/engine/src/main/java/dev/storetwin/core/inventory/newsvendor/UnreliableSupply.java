package dev.storetwin.core.inventory.newsvendor;

/**
 * A base stock where demand is certain and the supplier is not: it fails and recovers by chance, and what is missing waits (Güllü, Önol and Erkip
 * 1997; Tomlin 2006).
 *
 * <p>How long a disruption has lasted takes the place of demand in the newsvendor: with n periods behind it, n + 1 periods of demand must be
 * covered. So the best level is a whole number of periods of demand.
 *
 * @param holdingCost     of a unit at the end of a period
 * @param shortageCost    of a unit that is missing at the end of a period
 * @param demand          of each period
 * @param disruptionProbability that a supplier who delivers fails in the next period
 * @param recoveryProbability   that a supplier who does not deliver does so in the next period
 */
public record UnreliableSupply(
        double holdingCost,
        double shortageCost,
        double demand,
        double disruptionProbability,
        double recoveryProbability) {

    public UnreliableSupply {
        if (!(holdingCost > 0 && shortageCost > 0 && demand > 0)
                || Double.isInfinite(holdingCost + shortageCost + demand)) {
            throw new IllegalArgumentException("holdingCost (%s), shortageCost (%s) and demand (%s) must be above 0."
                    .formatted(holdingCost, shortageCost, demand));
        }
        if (!(disruptionProbability > 0
                && disruptionProbability < 1
                && recoveryProbability > 0
                && recoveryProbability <= 1)) {
            throw new IllegalArgumentException("""
                    disruptionProbability (%s) must be above 0 and below 1, recoveryProbability (%s) above 0 and at most 1.
                    Maybe they were given in percent, or as mean durations.""".formatted(disruptionProbability, recoveryProbability));
        }
    }

    /** The least level that costs least. */
    public StockTarget best() {
        double ratio = shortageCost / (shortageCost + holdingCost);
        double beyond = StrictMath.log((1 - ratio) / down()) / StrictMath.log1p(-recoveryProbability);
        double periods =
                recoveryProbability == 1 ? (1 - down() >= ratio ? 0 : 1) : Math.max(0, Math.ceil(beyond - 1e-12));
        double level = demand * (periods + 1);
        return new StockTarget(level, cost(level));
    }

    /** The share of periods in which nothing is delivered. */
    private double down() {
        return disruptionProbability / (disruptionProbability + recoveryProbability);
    }

    /**
     * Expected cost of any level in each period.
     *
     * <p>How it works: the disruption has lasted at least n periods with probability down * (1 - recovery)^(n - 1), which makes the cost of what is
     * missing beyond the last period covered a geometric series. What is left over is the level less all that must be covered, and what is missing
     * of that.
     */
    public double cost(double level) {
        if (!Double.isFinite(level)) {
            throw new IllegalArgumentException("level (%s) must be finite.".formatted(level));
        }
        double covered = Math.max(0, Math.floor(level / demand));
        double atLeast = covered == 0 ? 1 : down() * StrictMath.pow(1 - recoveryProbability, covered - 1);
        double later =
                covered == 0 ? down() / recoveryProbability : atLeast * (1 - recoveryProbability) / recoveryProbability;
        double missing = ((covered + 1) * demand - level) * atLeast + demand * later;
        double mean = demand * (1 + down() / recoveryProbability);
        return holdingCost * Math.max(0, level - mean + missing) + shortageCost * missing;
    }
}
