package dev.storetwin.core.pricing;

/** What prices are planned for. Each pays for inventory risk: holding, and what is left over. */
public enum PricingObjective {

    /** Margin. */
    PROFIT("expected margin less holding", "expected margin"),

    /** What customers pay, less tax: for who wants to grow. The cost of goods does not count. */
    REVENUE("expected revenue less holding", "expected revenue"),

    /**
     * Margin, when nothing is bought again and what is left over at the end is written off at its cost. What is on its way with a date still
     * counts, an order that could be placed does not.
     */
    CLEARANCE("expected margin less holding and what is left over", "expected margin");

    private final String words;
    private final String evidence;

    PricingObjective(String words, String evidence) {
        this.words = words;
        this.evidence = evidence;
    }

    /** Such as {@code expected margin less holding}. */
    public String words() {
        return words;
    }

    /** What the value of a price is called among its evidence. */
    String evidence() {
        return evidence;
    }
}
