package dev.storetwin.model;

/**
 * What a model was fitted to, from the first to the last observation.
 *
 * @param first        where the data begin: a date, or the position of a period
 * @param last         where they end, inclusive
 * @param observations how many known values lie between
 */
public record DataRange(String first, String last, long observations) {

    public DataRange {
        if (observations < 0) {
            throw new IllegalArgumentException("observations (%d) must not be negative.".formatted(observations));
        }
    }

    @Override
    public String toString() {
        return "%s..%s (%d observations)".formatted(first, last, observations);
    }
}
