package dev.storetwin.cli.report;

import dev.storetwin.MarkdownPlan;
import dev.storetwin.pricing.Estimate;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * How a price is to fall until something is gone, and how much is left meanwhile.
 *
 * @param currency of the prices
 * @param until    the first day on which it is not sold any more
 * @param stages   by days
 * @param left     units that are expected to be left at the end
 */
public record MarkdownPath(String currency, LocalDate until, List<Stage> stages, double left) {

    public MarkdownPath {
        stages = List.copyOf(stages);
        Finite.check("what is left", left);
    }

    /** The path of a plan; empty where it has none. */
    public static Optional<MarkdownPath> of(MarkdownPlan plan, String currency) {
        var prices = plan.path();
        if (prices.isEmpty()) {
            return Optional.empty();
        }
        var last = prices.get(prices.size() - 1);
        var stages = prices.stream()
                .map(it -> new Stage(it.from(), it.price(), it.stock()))
                .toList();
        double left = Math.max(0, last.stock().mean() - last.sold().mean());
        return Optional.of(new MarkdownPath(currency, last.until(), stages, left));
    }

    /**
     * Days at one price; what is expected, and what it stays below and above in one case of twenty each.
     *
     * @param price that is asked
     * @param stock at the beginning
     */
    public record Stage(LocalDate from, Estimate price, Estimate stock) {}
}
