package dev.storetwin.core.pricing.plan;

import dev.storetwin.pricing.PriceLimitWorth;
import java.util.List;
import java.util.stream.Stream;

/**
 * Prices that keep all rules.
 *
 * @param lines  one for each item, in their order
 * @param value  what they bring by the cautious score, over all items whose price could have been another
 * @param bound  no prices that keep the rules bring more
 * @param worths what each limit that many share would bring if there were one more of it
 * @param forced which limits cannot be kept by all, in words
 */
public record PricedPlan(
        List<PricedLine> lines, double value, double bound, List<PriceLimitWorth> worths, List<String> forced) {

    public PricedPlan {
        lines = List.copyOf(lines);
        worths = List.copyOf(worths);
        forced = List.copyOf(forced);
    }

    /** What became of limits that many share, in words. */
    public List<String> shared() {
        return Stream.concat(forced.stream(), worths.stream().map(PriceLimitWorth::inWords))
                .toList();
    }

    /** By how much the best prices could be better at most; 0 where these are proved to be the best. */
    public double gap() {
        return Math.max(0, bound - value);
    }
}
