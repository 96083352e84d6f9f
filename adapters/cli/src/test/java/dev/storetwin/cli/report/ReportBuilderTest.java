package dev.storetwin.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.decision.DecisionStatus;
import dev.storetwin.type.Capability;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ReportBuilderTest {

    private final Report report = SampleReport.of(60);

    @Test
    void puts_the_greatest_gain_first() {
        assertThat(report.rows()).hasSize(120).isSortedAccordingTo(Comparator.comparingDouble(it -> -it.gain()));
        assertThat(report.pages())
                .extracting(it -> it.row().page())
                .isSorted()
                .startsWith(1)
                .endsWith(40);
    }

    @Test
    void tells_each_capability_in_full_for_its_share() {
        assertThat(report.pages())
                .extracting(it -> it.row().capability())
                .filteredOn(Capability.PRICING::equals)
                .hasSize(20);
    }

    @Test
    void gives_what_one_capability_does_not_need_to_the_others() {
        var decisions = SampleReport.decisions(30).stream()
                .filter(it -> it.capability() == Capability.PRICING
                        || it.target().key().startsWith("ENA"))
                .toList();

        var few = SampleReport.builder().decisions(decisions).pages(20).build();

        assertThat(few.pages()).hasSize(20);
        assertThat(few.pages())
                .filteredOn(it -> it.row().capability() == Capability.INVENTORY)
                .hasSize(5);
    }

    @Test
    void draws_only_what_is_told_in_full() {
        var drawn = new AtomicInteger();

        SampleReport.builder()
                .decisions(SampleReport.decisions(30))
                .pages(7)
                .illustrator(it -> {
                    drawn.incrementAndGet();
                    return Illustration.NONE;
                })
                .build();

        assertThat(drawn).hasValue(7);
    }

    @Test
    void counts_each_decision_once_by_status() {
        assertThat(report.statuses().stream().mapToLong(StatusTally::decisions).sum())
                .isEqualTo(120);
        for (var tally : report.statuses()) {
            var rows = report.rows().stream()
                    .filter(it -> it.capability() == tally.capability() && it.status() == tally.status())
                    .toList();
            assertThat(rows).hasSize((int) tally.decisions());
            assertThat(tally.gain())
                    .isEqualTo(rows.stream().mapToDouble(DecisionRow::gain).sum(), within());
        }
    }

    @Test
    void counts_what_each_rule_did_to_alternatives_and_decisions() {
        var decisions = SampleReport.decisions(60);
        for (var tally : report.rules()) {
            var hits = decisions.stream()
                    .flatMap(it -> it.alternatives().stream())
                    .flatMap(it -> it.hits().stream())
                    .filter(it -> it.rule().equals(tally.rule()))
                    .count();
            var touched = decisions.stream()
                    .filter(it ->
                            it.ruleHits().stream().anyMatch(hit -> hit.rule().equals(tally.rule())))
                    .count();

            assertThat(tally.total()).isEqualTo(hits).isPositive();
            assertThat(tally.decisions()).isEqualTo(touched);
        }
        assertThat(report.rules())
                .extracting(RuleTally::rule)
                .startsWith("margin floor")
                .endsWith("price ending");
    }

    @Test
    void tells_what_waits_for_approval_and_what_it_would_bring() {
        var waiting = report.pages().stream()
                .filter(it -> it.row().status() == DecisionStatus.NEEDS_REVIEW)
                .findFirst()
                .orElseThrow();

        assertThat(waiting.row().action())
                .isEqualTo(waiting.decision().pending().orElseThrow().describe());
        assertThat(waiting.row().gain()).isPositive();
        assertThat(waiting.decision().expectedGain()).isZero();
    }

    @Test
    void shortens_a_long_reason_without_breaking_a_character() {
        assertThat(DecisionRows.shortened("x".repeat(160))).hasSize(160);
        assertThat(DecisionRows.shortened("😀".repeat(161))).isEqualTo("😀".repeat(159) + "…");
    }

    private static Offset<Double> within() {
        return Offset.offset(1e-6);
    }
}
