package dev.storetwin.core.inventory.lostsales;

/**
 * Fills all stock, on the shelf and on the way, up to a level.
 *
 * @param level units, not negative
 */
public record BaseStock(int level) implements LostSalesPolicy {

    public BaseStock {
        if (level < 0) {
            throw new IllegalArgumentException("level (%d) must not be negative.".formatted(level));
        }
    }

    @Override
    public int order(int[] pipeline) {
        int all = 0;
        for (int units : pipeline) {
            all += units;
        }
        return Math.max(0, level - all);
    }
}
