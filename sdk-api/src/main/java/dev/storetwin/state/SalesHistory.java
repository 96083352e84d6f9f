package dev.storetwin.state;

import java.time.LocalDate;
import java.util.Arrays;

/**
 * Consecutive days of one SKU: what was sold, for how much, what came back, and whether it could be bought at all.
 *
 * <p>Sales are not demand: on a day out of stock they only say "at least this many".
 */
public final class SalesHistory {

    private final LocalDate start;
    private final double[] units;
    private final double[] revenue;
    private final double[] returned;
    private final boolean[] inStock;

    public SalesHistory(LocalDate start, double[] units, double[] revenue, double[] returned, boolean[] inStock) {
        if (units.length != revenue.length || units.length != returned.length || units.length != inStock.length) {
            throw new IllegalArgumentException(
                    "All columns of a history have one length, not %d, %d, %d and %d.\nMaybe one of them ends a day earlier."
                            .formatted(units.length, revenue.length, returned.length, inStock.length));
        }
        this.start = start;
        this.units = units.clone();
        this.revenue = revenue.clone();
        this.returned = returned.clone();
        this.inStock = inStock.clone();
    }

    /** The first day. */
    public LocalDate start() {
        return start;
    }

    /** How many days. */
    public int days() {
        return units.length;
    }

    /** Units ordered per day, less what was cancelled. */
    public double[] units() {
        return units.clone();
    }

    /** Money per day in the reporting currency, net where the platform gave net. */
    public double[] revenue() {
        return revenue.clone();
    }

    /** Units that came back per day. */
    public double[] returned() {
        return returned.clone();
    }

    /** Whether the SKU could be bought all day long. True where nothing is known about its stock. */
    public boolean[] inStock() {
        return inStock.clone();
    }

    /** Units of all days. */
    public double totalUnits() {
        return Arrays.stream(units).sum();
    }

    /** Share of days on which it could be bought; 1 for an empty history. */
    public double inStockShare() {
        int days = 0;
        for (boolean day : inStock) {
            days += day ? 1 : 0;
        }
        return inStock.length == 0 ? 1 : days / (double) inStock.length;
    }
}
