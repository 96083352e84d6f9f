package dev.storetwin.core.pricing.promotion;

/**
 * Consecutive periods.
 *
 * @param from  first period, may lie before the history
 * @param until the period after the last
 */
public record Span(int from, int until) {

    public Span {
        if (until <= from) {
            throw new IllegalArgumentException(
                    "A span from period %d must end later, not at %d.\nMaybe the two are swapped."
                            .formatted(from, until));
        }
    }

    public int length() {
        return until - from;
    }

    boolean contains(int period) {
        return period >= from && period < until;
    }

    boolean meets(Span other) {
        return from < other.until && other.from < until;
    }
}
