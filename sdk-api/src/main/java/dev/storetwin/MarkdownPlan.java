package dev.storetwin;

import dev.storetwin.decision.Decision;
import dev.storetwin.pricing.MarkdownWish;
import dev.storetwin.pricing.PlannedPrice;
import dev.storetwin.pricing.PriceChange;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A markdown: the decision about the price of now, which stands in the audit, and the path that is planned from there. Only the first price is decided;
 * ask again as sales come in.
 *
 * @param decision    the price of now; to do nothing where the present price is best or something is missing, and its reasons say which
 * @param path        by days, from now to the end; empty where nothing can be planned
 * @param sellThrough expected share of all that can be sold which is sold by the end, on this path; empty without a path
 */
public record MarkdownPlan(
        MarkdownWish wish, Decision<PriceChange> decision, List<PlannedPrice> path, OptionalDouble sellThrough) {

    public MarkdownPlan {
        path = List.copyOf(path);
    }
}
