package dev.storetwin.proposal;

/**
 * One fact that speaks for or against an alternative, in numbers and words.
 *
 * @param name  such as {@code expected units}
 * @param value the number
 * @param unit  its unit
 */
public record Evidence(String name, double value, String unit) {

    /** The name of what an alternative says of running out before its horizon ends, between 0 and 1. */
    public static final String STOCK_OUT = "stock-out probability";

    /** The name of what a decision says of the value that it gives up against the best, to learn; absent where nothing was drawn. */
    public static final String REGRET = "expected regret";

    /** The name of what a proposal says where its numbers rest on what is usual in the trade, since this shop's own events tell too little; absent elsewhere. */
    public static final String ASSUMED = "assumed, not estimated";

    @Override
    public String toString() {
        return "%s %s %s".formatted(name, value, unit).strip();
    }
}
