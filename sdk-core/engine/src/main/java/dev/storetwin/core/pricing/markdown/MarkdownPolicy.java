package dev.storetwin.core.pricing.markdown;

/** A way to choose prices as a season goes on. It never changes: what it learns makes another one. */
public interface MarkdownPolicy {

    /** The rung to ask for now. */
    int rung(MarkdownMoment at);

    /**
     * The same policy after a period.
     *
     * @param at   the moment, with the rung that was asked
     * @param sold at most what was there
     */
    default MarkdownPolicy after(MarkdownMoment at, int sold) {
        return this;
    }
}
