package dev.storetwin.state;

/** What can be wrong with an event, or odd about it. */
public enum Defect {
    /** It occurred before there were such shops, or long after us. No event may. */
    IMPOSSIBLE_TIME("impossible time", Treatment.QUARANTINE),
    /** It holds a number that no account can add up. No event may. */
    TOO_LARGE("too large to add up", Treatment.QUARANTINE),
    /** It takes back what was counted at once and is not kept. No event may. */
    NOT_RETRACTABLE("not retractable", Treatment.QUARANTINE),
    /** An id is endless, holds control characters or half a character. */
    MALFORMED_ID("malformed id", Treatment.QUARANTINE),
    /** A text is longer than any name or reason. */
    ENDLESS_TEXT("endless text", Treatment.QUARANTINE),
    /** It occurred long after we heard of it. */
    FUTURE("from the future", Treatment.QUARANTINE),
    /** A number that cannot be negative is. */
    NEGATIVE_NUMBER("negative number", Treatment.QUARANTINE),
    /** A number is beyond what this shop can mean. */
    ABSURD_NUMBER("absurd number", Treatment.QUARANTINE),
    /** Two lines of one order have the same id, so that nothing can refer to one of them. */
    REPEATED_LINE("repeated line", Treatment.QUARANTINE),
    /** It occurred shortly after we heard of it: somebody's clock is wrong. */
    CLOCK_SKEW("clock skew", Treatment.NOTE),
    /** We heard of it long after it occurred. */
    LATE("late", Treatment.NOTE),
    /** A sum that one expects above zero is below it, or net and gross disagree. */
    WRONG_SIGN("wrong sign", Treatment.NOTE),
    /** Money is in another currency than its channel's, or than the other sums of the same event. */
    OTHER_CURRENCY("other currency", Treatment.NOTE),
    /** A price moved by about as much as cents differ from units. */
    PRICE_LEAP("price leap", Treatment.NOTE),
    /** A count moved by about as much as thousandths differ from units. */
    QUANTITY_LEAP("quantity leap", Treatment.NOTE),
    /** It tells of a SKU that nothing has described yet. */
    UNKNOWN_SKU("unknown SKU", Treatment.NOTE),
    /** It tells of a node that nothing has described yet. */
    UNKNOWN_NODE("unknown node", Treatment.NOTE),
    /** It tells of a channel that nothing has described yet. */
    UNKNOWN_CHANNEL("unknown channel", Treatment.NOTE);

    private final String label;
    private final Treatment usual;

    Defect(String label, Treatment usual) {
        this.label = label;
        this.usual = usual;
    }

    /** As people read it. */
    public String label() {
        return label;
    }

    /** What becomes of such an event unless the rules say otherwise. */
    public Treatment usual() {
        return usual;
    }

    /** Whether no rules can let it pass. */
    public boolean isFatal() {
        return this == IMPOSSIBLE_TIME || this == TOO_LARGE || this == NOT_RETRACTABLE;
    }

    /** Whether it is only that a parent has not been heard of. */
    public boolean isUnknownReference() {
        return this == UNKNOWN_SKU || this == UNKNOWN_NODE || this == UNKNOWN_CHANNEL;
    }
}
