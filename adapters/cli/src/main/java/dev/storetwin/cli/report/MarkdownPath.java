package dev.storetwin.cli.report;

import java.time.LocalDate;
import java.util.List;

/**
 * How a price is to fall until something is gone, and how much is left meanwhile.
 *
 * @param currency of the prices
 * @param until    the first day on which it is not sold any more
 * @param stages   by days
 * @param left     units at the end
 */
public record MarkdownPath(String currency, LocalDate until, List<Stage> stages, Range left) {

    public MarkdownPath {
        stages = List.copyOf(stages);
    }

    /**
     * Days at one price.
     *
     * @param price that is asked
     * @param stock at the beginning
     */
    public record Stage(LocalDate from, Range price, Range stock) {}

    /** What is expected, and what it stays below and above in one case of twenty each. */
    public record Range(double mean, double low, double high) {

        public Range {
            Finite.check("the middle of a range", mean);
            Finite.check("the lower end of a range", low);
            Finite.check("the upper end of a range", high);
        }
    }
}
