package dev.storetwin.csv;

/** What can be said about lines that are no plain sale to a known customer. */
public enum NoteKind {
    CANCELLED("Reversed on the same or the next day: taken off the order, no demand"),
    RETURNED("Reversed later: a return on the original order, the demand stays"),
    UNMATCHED("Reversed without a known order, or for more than it sold: left out, demand never turns negative"),
    NO_GOODS("Postage, fees, discounts, vouchers and other lines that are no goods: no demand"),
    CORRECTION("Stock corrections (negative, without price and customer): no demand"),
    GIVEN_AWAY("Without a price above zero (samples, finds, gifts): no demand, no price"),
    NO_QUANTITY("Quantity zero: left out"),
    NO_CUSTOMER("Without customer: demand, but nobody's"),
    REPEATED("Identical lines of one order: kept, both count"),
    SPLIT_ORDER("Order numbers used in several channels: one order in each"),
    SPELLINGS("Codes that differ only in capital letters: kept apart"),
    UNKNOWN_TYPE("Line types that are not known: read as if there was none"),
    ROUNDED("Quantities finer than a thousandth: rounded"),
    LATER("At or after the as-of moment: not used"),
    QUARANTINED("Not readable: left out");

    private final String meaning;

    NoteKind(String meaning) {
        this.meaning = meaning;
    }

    /** What it means for the twin, for people. */
    public String meaning() {
        return meaning;
    }
}
