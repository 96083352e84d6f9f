package dev.storetwin.core.inventory.lostsales;

/**
 * Fills all stock up to a level, but never by more than a cap at once (Xin 2021, "Understanding the performance of capped base-stock
 * policies in lost-sales inventory models"): close to base stock when lead times are short and to a constant order when they are long.
 *
 * @param level units, not negative
 * @param cap   most units of an order, not negative
 */
public record CappedBaseStock(int level, int cap) implements LostSalesPolicy {

    public CappedBaseStock {
        if (level < 0 || cap < 0) {
            throw new IllegalArgumentException("level (%d) and cap (%d) must not be negative.".formatted(level, cap));
        }
    }

    @Override
    public int order(int[] pipeline) {
        int all = 0;
        for (int units : pipeline) {
            all += units;
        }
        return Math.max(0, Math.min(cap, level - all));
    }
}
