package dev.storetwin.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.cli.report.PriceLadder.Role;
import dev.storetwin.cli.report.PriceLadder.Rung;
import dev.storetwin.decision.Decision;
import dev.storetwin.decision.DecisionStatus;
import dev.storetwin.guardrail.Severity;
import dev.storetwin.pricing.PriceChange;
import dev.storetwin.type.Capability;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class PriceLadderTest {

    private final List<Decision<PriceChange>> decisions = SampleReport.decisions(60).stream()
            .filter(it -> it.capability() == Capability.PRICING)
            .map(PriceLadderTest::pricing)
            .toList();

    @Test
    void stands_from_the_lowest_price_up_with_one_rung_per_price() {
        for (var decision : decisions) {
            var ladder = PriceLadder.of(decision, "expected units").orElseThrow();

            assertThat(ladder.rungs()).extracting(Rung::price).isSorted().doesNotHaveDuplicates();
            assertThat(ladder.rungs()).filteredOn(Rung::standing).hasSize(1);
            assertThat(ladder.rungs()).allMatch(it -> it.units().isPresent());
        }
    }

    @Test
    void marks_what_was_chosen_what_waits_and_the_best_of_the_rest() {
        for (var decision : decisions) {
            var rungs = PriceLadder.of(decision, "expected units").orElseThrow().rungs();
            var waits = decision.status() == DecisionStatus.NEEDS_REVIEW;

            assertThat(rungs).filteredOn(it -> it.role() == Role.CHOSEN).hasSize(1);
            assertThat(rungs).filteredOn(it -> it.role() == Role.WAITING).hasSize(waits ? 1 : 0);
            assertThat(rungs)
                    .filteredOn(it -> it.role() == Role.RUNNER_UP)
                    .hasSizeLessThanOrEqualTo(1)
                    .allSatisfy(runnerUp -> {
                        assertThat(runnerUp.severity()).isLessThanOrEqualTo(Severity.ADJUSTED);
                        assertThat(rungs)
                                .filteredOn(it ->
                                        it.role() == Role.OTHER && it.severity().compareTo(Severity.ADJUSTED) <= 0)
                                .extracting(Rung::value)
                                .allMatch(it -> it <= runnerUp.value());
                    });
        }
    }

    @Test
    void an_adjusted_price_stands_where_it_would_be_set() {
        var adjusted = decisions.stream()
                .flatMap(it -> PriceLadder.of(it, "expected units").orElseThrow().rungs().stream())
                .filter(it -> it.severity() == Severity.ADJUSTED)
                .toList();

        assertThat(adjusted).isNotEmpty().allMatch(it -> it.price().endsWith("9"));
    }

    @Test
    void units_are_unknown_without_evidence_of_that_name() {
        var ladder = PriceLadder.of(decisions.get(0), "another name").orElseThrow();

        assertThat(ladder.rungs()).allMatch(it -> it.units().isEmpty());
    }

    @Test
    void is_sorted_even_when_made_by_hand() {
        var rungs =
                PriceLadder.of(decisions.get(0), "expected units").orElseThrow().rungs();
        var upsideDown = rungs.stream()
                .sorted(Comparator.comparing(Rung::price).reversed())
                .toList();

        assertThat(new PriceLadder("margin", "GBP", upsideDown).rungs()).isEqualTo(rungs);
    }

    @SuppressWarnings("unchecked")
    private static Decision<PriceChange> pricing(Decision<?> decision) {
        return (Decision<PriceChange>) decision;
    }
}
