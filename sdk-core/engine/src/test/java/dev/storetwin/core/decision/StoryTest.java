package dev.storetwin.core.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.decision.Autonomy;
import dev.storetwin.decision.Decision;
import dev.storetwin.decision.DecisionStatus;
import dev.storetwin.decision.JudgedAlternative;
import dev.storetwin.guardrail.RuleHit;
import dev.storetwin.guardrail.Severity;
import dev.storetwin.guardrail.Verdict;
import dev.storetwin.pricing.PriceChange;
import dev.storetwin.pricing.PriceQuestion;
import dev.storetwin.proposal.Alternative;
import dev.storetwin.proposal.Objective;
import dev.storetwin.type.Capability;
import dev.storetwin.type.Channel;
import dev.storetwin.type.DecisionId;
import dev.storetwin.type.Money;
import dev.storetwin.type.Sku;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoryTest {

    private static final PriceQuestion QUESTION =
            new PriceQuestion(Sku.of("MUG-1"), Channel.of("web"), Instant.parse("2026-03-02T12:00:00Z"));

    @ParameterizedTest
    @CsvSource({
        "OFF, the twin is off",
        "SHADOW, the twin decides in the shadow",
        "ADVISE, the twin may only advise",
        "APPROVE, the twin may act on a yes",
        "CANARY, the twin may act for a share of the keys",
        "FULL, the twin may act"
    })
    void tells_how_far_the_twin_might_go(Autonomy autonomy, String words) {
        var decision = doNothing().restingOn(Map.of(), autonomy);

        var story = Story.of(decision, List.of());

        assertThat(story).contains("Result: do nothing (no action, " + words + ")");
    }

    @Test
    void tells_the_runner_up_and_what_binding_rules_cost() {
        var story = Story.of(refused(), List.of());

        assertThat(story).contains("""
                        Runner-up: price 10.00 EUR -> 9.00 EUR, 1.00 EUR less
                        Why:
                          nothing is better
                        Binding rules, which cost 2.50 EUR:
                          margin floor (blocked): price 10.00 EUR -> 12.50 EUR, worth 2.50 EUR more; without this rule alone 2.50 EUR more
                        """);
    }

    private static Decision<PriceChange> doNothing() {
        return decided(List.of());
    }

    private static Decision<PriceChange> refused() {
        var lower = alternative("9.00", 9);
        var higher = alternative("12.50", 12.5);
        return decided(List.of(
                new JudgedAlternative<>(lower, lower, new Verdict.Allowed<>(), List.of(), 0),
                new JudgedAlternative<>(
                        higher,
                        higher,
                        new Verdict.Blocked<>("margin floor: too thin"),
                        List.of(new RuleHit("margin floor", Severity.BLOCKED, "too thin")),
                        0)));
    }

    private static Alternative<PriceChange> alternative(String price, double value) {
        var change =
                new PriceChange(QUESTION.sku(), QUESTION.channel(), Money.of("10.00", "EUR"), Money.of(price, "EUR"));
        return Alternative.of(change, value);
    }

    private static Decision<PriceChange> decided(List<JudgedAlternative<PriceChange>> others) {
        Alternative<PriceChange> nothing = Alternative.doNothing(10);
        var chosen = new JudgedAlternative<>(nothing, nothing, new Verdict.Allowed<PriceChange>(), List.of(), 1);
        return new Decision<>(
                DecisionId.of("d-1"),
                Capability.PRICING,
                QUESTION.target(),
                QUESTION.asOf(),
                DecisionStatus.NO_ACTION,
                chosen,
                Optional.empty(),
                Stream.concat(Stream.of(chosen), others.stream()).toList(),
                new Objective("margin", "EUR"),
                List.of(),
                List.of("nothing is better"),
                new TreeMap<>(),
                1,
                7,
                true);
    }
}
