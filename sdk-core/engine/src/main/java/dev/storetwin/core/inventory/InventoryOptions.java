package dev.storetwin.core.inventory;

import java.util.List;
import java.util.OptionalDouble;

/**
 * How orders are planned.
 *
 * @param leadTimeDays   from order to shelf, where the supplier's terms do not say
 * @param reviewDays     from this order to the next one
 * @param holdingRate    what it costs to hold a unit for a year, as a share of its cost: capital, space, ageing
 * @param serviceLevel   the probability of having enough until the next order comes, where the margin is not known
 * @param taxRate        contained in gross prices, 0.2 for 20 %; empty when it is not known
 * @param shareDays      how far back to look for which node served how much
 * @param historyDays    how far back demand is read, at most
 * @param paths          futures of demand that a quantity is tried on
 * @param suppliers      how single suppliers are ordered from
 * @param items          what holds for single SKUs, categories or nodes
 */
public record InventoryOptions(
        int leadTimeDays,
        int reviewDays,
        double holdingRate,
        double serviceLevel,
        OptionalDouble taxRate,
        int shareDays,
        int historyDays,
        int paths,
        List<SupplierRule> suppliers,
        List<ItemRule> items) {

    public static final InventoryOptions DEFAULT =
            new InventoryOptions(7, 7, .25, .95, OptionalDouble.empty(), 91, 730, 300);

    static final int LONGEST_LEAD_DAYS = 730;
    private static final int LONGEST_HISTORY_DAYS = 36_525;
    private static final int MOST_PATHS = 100_000;

    /** Without rules for single suppliers and things. */
    public InventoryOptions(
            int leadTimeDays,
            int reviewDays,
            double holdingRate,
            double serviceLevel,
            OptionalDouble taxRate,
            int shareDays,
            int historyDays,
            int paths) {
        this(
                leadTimeDays,
                reviewDays,
                holdingRate,
                serviceLevel,
                taxRate,
                shareDays,
                historyDays,
                paths,
                List.of(),
                List.of());
    }

    public InventoryOptions {
        suppliers = List.copyOf(suppliers);
        items = List.copyOf(items);
        if (leadTimeDays < 0 || leadTimeDays > LONGEST_LEAD_DAYS || reviewDays < 1 || reviewDays > LONGEST_LEAD_DAYS) {
            throw new IllegalArgumentException(
                    """
                    leadTimeDays (%d) must be between 0 and %d, and reviewDays (%d) between 1 and %d.
                    Maybe hours were given.""".formatted(leadTimeDays, LONGEST_LEAD_DAYS, reviewDays, LONGEST_LEAD_DAYS));
        }
        if (!(holdingRate > 0 && holdingRate < 100)) {
            throw new IllegalArgumentException("""
                    holdingRate (%s) must be above 0: a quarter of a unit's cost for a year is 0.25.
                    Maybe it was given in percent.""".formatted(holdingRate));
        }
        if (!(serviceLevel > 0 && serviceLevel < 1)) {
            throw new IllegalArgumentException("""
                    serviceLevel (%s) must be above 0 and below 1.
                    Maybe it was given in percent: 0.95, not 95.""".formatted(serviceLevel));
        }
        if (taxRate.isPresent() && !(taxRate.getAsDouble() >= 0 && taxRate.getAsDouble() < 1)) {
            throw new IllegalArgumentException("""
                    taxRate (%s) must be at least 0 and below 1.
                    Maybe it was given in percent: 0.2, not 20.""".formatted(taxRate.getAsDouble()));
        }
        if (shareDays < 1 || historyDays < 7 || paths < 10) {
            throw new IllegalArgumentException(
                    "shareDays (%d) must be at least 1, historyDays (%d) at least 7 and paths (%d) at least 10."
                            .formatted(shareDays, historyDays, paths));
        }
        if (shareDays > LONGEST_HISTORY_DAYS || historyDays > LONGEST_HISTORY_DAYS || paths > MOST_PATHS) {
            throw new IllegalArgumentException(
                    """
                    shareDays (%d) and historyDays (%d) must not be above %d, a century, and paths (%d) not above %d.
                    Maybe more paths only take more time: 300 are enough for most.""".formatted(shareDays, historyDays, LONGEST_HISTORY_DAYS, paths, MOST_PATHS));
        }
    }

    public InventoryOptions withLeadTimeDays(int days) {
        return new InventoryOptions(
                days, reviewDays, holdingRate, serviceLevel, taxRate, shareDays, historyDays, paths, suppliers, items);
    }

    public InventoryOptions withReviewDays(int days) {
        return new InventoryOptions(
                leadTimeDays,
                days,
                holdingRate,
                serviceLevel,
                taxRate,
                shareDays,
                historyDays,
                paths,
                suppliers,
                items);
    }

    public InventoryOptions withHoldingRate(double perYear) {
        return new InventoryOptions(
                leadTimeDays,
                reviewDays,
                perYear,
                serviceLevel,
                taxRate,
                shareDays,
                historyDays,
                paths,
                suppliers,
                items);
    }

    public InventoryOptions withServiceLevel(double level) {
        return new InventoryOptions(
                leadTimeDays, reviewDays, holdingRate, level, taxRate, shareDays, historyDays, paths, suppliers, items);
    }

    public InventoryOptions withTaxRate(double rate) {
        return new InventoryOptions(
                leadTimeDays,
                reviewDays,
                holdingRate,
                serviceLevel,
                OptionalDouble.of(rate),
                shareDays,
                historyDays,
                paths,
                suppliers,
                items);
    }

    public InventoryOptions withShareDays(int days) {
        return new InventoryOptions(
                leadTimeDays,
                reviewDays,
                holdingRate,
                serviceLevel,
                taxRate,
                days,
                historyDays,
                paths,
                suppliers,
                items);
    }

    public InventoryOptions withHistoryDays(int days) {
        return new InventoryOptions(
                leadTimeDays, reviewDays, holdingRate, serviceLevel, taxRate, shareDays, days, paths, suppliers, items);
    }

    public InventoryOptions withPaths(int count) {
        return new InventoryOptions(
                leadTimeDays,
                reviewDays,
                holdingRate,
                serviceLevel,
                taxRate,
                shareDays,
                historyDays,
                count,
                suppliers,
                items);
    }

    public InventoryOptions withSuppliers(List<SupplierRule> rules) {
        return new InventoryOptions(
                leadTimeDays,
                reviewDays,
                holdingRate,
                serviceLevel,
                taxRate,
                shareDays,
                historyDays,
                paths,
                rules,
                items);
    }

    public InventoryOptions withItems(List<ItemRule> rules) {
        return new InventoryOptions(
                leadTimeDays,
                reviewDays,
                holdingRate,
                serviceLevel,
                taxRate,
                shareDays,
                historyDays,
                paths,
                suppliers,
                rules);
    }
}
