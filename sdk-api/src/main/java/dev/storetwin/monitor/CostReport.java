package dev.storetwin.monitor;

import dev.storetwin.proposal.Effort;
import dev.storetwin.type.Capability;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the capabilities with a budget have spent, and how much work goes into their answers.
 *
 * @param at    when it was made
 * @param costs in order of capability; none of those without a budget
 */
public record CostReport(Instant at, List<CapabilityCost> costs) {

    public CostReport {
        costs = List.copyOf(costs);
    }

    /** Empty when it has no budget. */
    public Optional<CapabilityCost> of(Capability capability) {
        return costs.stream().filter(it -> it.capability() == capability).findFirst();
    }

    /** Those that do less work than they could, for want of budget. */
    public List<CapabilityCost> reduced() {
        return costs.stream().filter(it -> it.effort() != Effort.FULL).toList();
    }

    /** As a page for people. */
    public String toMarkdown() {
        return Stream.of(
                        Stream.of(
                                "# Cost at " + at,
                                "",
                                "| capability | effort | spent | CPU time | model calls | kept | questions | until |",
                                "|---|---|---|---|---|---|---|---|"),
                        costs.stream().map(CostReport::row))
                .flatMap(it -> it)
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String row(CapabilityCost it) {
        return String.format(
                Locale.ROOT,
                "| %s | %s | %.0f %% | %s of %s | %d of %s | %.1f of %.1f MiB | %d | %s |",
                it.capability(),
                it.effort().label(),
                100 * it.share(),
                seconds(it.cpu()),
                it.budget().cpu().map(CostReport::seconds).orElse("any"),
                it.modelCalls(),
                it.budget().modelCalls().isPresent()
                        ? Long.toString(it.budget().modelCalls().getAsLong())
                        : "any",
                mebibytes(it.keptBytes()),
                mebibytes(it.budget().keptBytes()),
                it.questions(),
                it.until());
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.2f s", time.toNanos() / 1e9);
    }

    private static double mebibytes(long bytes) {
        return (double) bytes / (1 << 20);
    }

    @Override
    public String toString() {
        return toMarkdown();
    }
}
