package dev.storetwin.core.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.decision.Autonomy;
import dev.storetwin.decision.Decision;
import dev.storetwin.decision.DecisionStatus;
import dev.storetwin.decision.JudgedAlternative;
import dev.storetwin.guardrail.Verdict;
import dev.storetwin.pricing.PriceChange;
import dev.storetwin.pricing.PriceQuestion;
import dev.storetwin.proposal.Alternative;
import dev.storetwin.proposal.Objective;
import dev.storetwin.type.Capability;
import dev.storetwin.type.Channel;
import dev.storetwin.type.DecisionId;
import dev.storetwin.type.Sku;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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

    private static Decision<PriceChange> doNothing() {
        Alternative<PriceChange> nothing = Alternative.doNothing(10);
        var chosen = new JudgedAlternative<>(nothing, nothing, new Verdict.Allowed<>(), List.of(), 1);
        return new Decision<>(
                DecisionId.of("d-1"),
                Capability.PRICING,
                QUESTION.target(),
                QUESTION.asOf(),
                DecisionStatus.NO_ACTION,
                chosen,
                Optional.empty(),
                List.of(chosen),
                new Objective("margin", "EUR"),
                List.of(),
                List.of("nothing is better"),
                new TreeMap<>(),
                1,
                7,
                true);
    }
}
