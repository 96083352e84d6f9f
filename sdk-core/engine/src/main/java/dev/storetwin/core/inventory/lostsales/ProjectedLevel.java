package dev.storetwin.core.inventory.lostsales;

/**
 * Orders what lifts the expected stock on the shelf, at the moment the order arrives, to a level (van Jaarsveld and Arts 2024,
 * "Projected inventory-level policies for lost sales inventory systems: Asymptotic optimality in two regimes").
 *
 * @param shelf whose demand and lead time the projection runs through
 * @param level expected units at arrival, the order included; rounded up to whole units of the order
 */
public record ProjectedLevel(LostSalesCase shelf, double level) implements LostSalesPolicy {

    private static final double ROUNDING = 1e-9;

    public ProjectedLevel {
        if (!(level >= 0 && level <= Integer.MAX_VALUE)) {
            throw new IllegalArgumentException("level (%s) must not be negative.".formatted(level));
        }
    }

    @Override
    public int order(int[] pipeline) {
        double lacking = level - StockLater.of(shelf, pipeline).mean();
        return (int) Math.max(0, Math.ceil(lacking - ROUNDING));
    }
}
