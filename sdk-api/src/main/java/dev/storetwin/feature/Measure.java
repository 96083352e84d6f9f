package dev.storetwin.feature;

/**
 * What the shop counts day by day, in whole numbers, so that sums do not depend on order.
 */
public enum Measure {
    /** Units ordered, less what was cancelled. Of a SKU or a SKU in a channel. */
    UNITS(1_000, "units"),
    /** Money for them in the reporting currency. Of a SKU or a SKU in a channel. */
    REVENUE(10_000, "currency"),
    /** Units that came back. Of a SKU or a SKU in a channel. */
    RETURNED(1_000, "units"),
    /** 1 on a day on which the SKU could be bought all day long. Of a SKU, in whatever channel. */
    IN_STOCK(1, "flag"),
    /** Units that could be promised when the day ended; unknown before anything was known. Of a SKU or a SKU at a node. */
    AVAILABLE(1_000, "units"),
    /** Times that shoppers looked at it. Of a SKU or a SKU in a channel. */
    VIEWS(1, "views"),
    /** Carts that it was put into. Of a SKU or a SKU in a channel. */
    CARTS(1, "carts"),
    /** The price when the day ended; unknown before the first. Of a SKU in a channel. */
    PRICE(10_000, "currency"),
    /** The crossed-out price when the day ended; unknown where there is none. Of a SKU in a channel. */
    COMPARE_AT(10_000, "currency"),
    /** The lowest price that any competitor asked when the day ended; unknown where none was seen. Of a SKU in a channel. */
    COMPETITOR_PRICE(10_000, "currency"),
    /** 1 on a day on which a promotion ran. Of a SKU in a channel. */
    PROMOTED(1, "flag"),
    /** Orders that were placed and not cancelled whole. Of a subject with all tokens that are linked to it. */
    ORDERS(1, "orders"),
    /** Money for them in the reporting currency. Of a subject with all tokens that are linked to it. */
    SPENT(10_000, "currency"),
    /** Deliveries that were promised until this day. Of a node, a carrier or the shop. */
    PROMISED(1, "deliveries"),
    /** Those of them that reached the customer in time. Of a node, a carrier or the shop. */
    ON_TIME(1, "deliveries");

    private final int cellsPerUnit;
    private final String unit;

    Measure(int cellsPerUnit, String unit) {
        this.cellsPerUnit = cellsPerUnit;
        this.unit = unit;
    }

    /** How many of the whole numbers that are counted make one unit. */
    public int cellsPerUnit() {
        return cellsPerUnit;
    }

    public String unit() {
        return unit;
    }
}
