package dev.storetwin.cli.plan;

import dev.storetwin.MarkdownPlan;
import dev.storetwin.Pricing;
import dev.storetwin.decision.Decision;
import dev.storetwin.pricing.MarkdownWish;
import dev.storetwin.proposal.Evidence;
import dev.storetwin.type.Capability;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Marks down what would lie longest, to show how a price is brought to its end. */
public final class LongestStock {

    private static final String STOCK = "stock within horizon";
    private static final String UNITS = "expected units";

    private LongestStock() {}

    /**
     * A markdown of what has most stock for what it is expected to sell, and more than it is expected to sell; empty when there is no such thing.
     *
     * @param until by when it is to go
     */
    public static Optional<MarkdownPlan> markedDown(Pricing pricing, List<Decision<?>> decisions, LocalDate until) {
        return decisions.stream()
                .filter(it -> it.capability() == Capability.PRICING && cover(it) > 1)
                .max(Comparator.<Decision<?>>comparingDouble(LongestStock::cover)
                        .thenComparing(it -> it.target().key()))
                .map(Decision::target)
                .flatMap(it -> it.sku().flatMap(sku -> it.channel()
                        .map(channel -> pricing.markdown(sku, channel, MarkdownWish.until(until)))));
    }

    /** How often the stock would cover what is expected to be sold; 0 where either is not known. */
    private static double cover(Decision<?> decision) {
        var stock = value(decision.evidence(), STOCK);
        var units = decision.alternatives().stream()
                .filter(it -> it.proposed().isDoNothing())
                .map(it -> value(it.proposed().evidence(), UNITS))
                .findFirst()
                .orElse(OptionalDouble.empty());
        return stock.isPresent() && units.isPresent() && units.getAsDouble() >= 1
                ? stock.getAsDouble() / units.getAsDouble()
                : 0;
    }

    private static OptionalDouble value(List<Evidence> evidence, String name) {
        return evidence.stream()
                .filter(it -> it.name().equals(name))
                .mapToDouble(Evidence::value)
                .findFirst();
    }
}
