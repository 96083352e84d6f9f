package dev.storetwin.csv;

/** What can be said about lines that are no plain sale to a known customer, and what was made of them. */
public enum NoteKind {
    CANCELLED("Cancelled the same or the next day", "taken off the order: no demand"),
    RETURNED("Taken back later", "a return on the order: the demand stays"),
    UNMATCHED(
            "Taken back without a known order, or more than was sold",
            "the rest is left out: demand never turns negative"),
    NO_GOODS("Postage, fees, discounts, vouchers", "no goods, no demand"),
    CORRECTION("Stock corrections: below zero, without price and customer", "no demand"),
    GIVEN_AWAY("Given away or found: no price above zero", "no demand, no price"),
    NO_QUANTITY("Quantity zero", "left out"),
    NO_CUSTOMER("Sales without a customer", "demand like any other, nobody's purchase"),
    REPEATED("Identical lines within one order", "kept: both count"),
    SPLIT_ORDER("Order numbers that several channels use", "one order in each channel", "numbers"),
    SPELLINGS("Codes that differ only in capital letters", "kept apart", "codes"),
    UNKNOWN_TYPE("Line types that are not known", "read by code and description instead"),
    ROUNDED("Quantities finer than a thousandth", "rounded"),
    LATER("At or after the moment of the question", "not used"),
    QUARANTINED("Lines that cannot be read", "left out");

    private final String what;
    private final String handling;
    private final String unit;

    NoteKind(String what, String handling) {
        this(what, handling, "lines");
    }

    NoteKind(String what, String handling, String unit) {
        this.what = what;
        this.handling = handling;
        this.unit = unit;
    }

    /** What these lines are, for people. */
    public String what() {
        return what;
    }

    /** What was made of them. */
    public String handling() {
        return handling;
    }

    /** What is counted. */
    public String unit() {
        return unit;
    }
}
