package dev.storetwin.core.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.event.ActionApplied;
import dev.storetwin.event.TwinAct;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.state.ActStage;
import dev.storetwin.state.AppliedAction;
import dev.storetwin.type.Capability;
import dev.storetwin.type.Channel;
import dev.storetwin.type.Commitment;
import dev.storetwin.type.DecisionId;
import dev.storetwin.type.Money;
import dev.storetwin.type.Sku;
import dev.storetwin.type.Target;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A host reports every decision as applied, also those to do nothing. */
class DoingNothingTest {

    private static final Target MUG = Target.of(Sku.of("MUG-1"), Channel.of("web"));
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private static ActionApplied applied(String id, int second, Capability capability, Commitment commitment) {
        var decision = DecisionId.of(id);
        var header = TwinAct.about("applied", decision, NOON.plusSeconds(second));
        return new ActionApplied(header, decision, capability, MUG, commitment);
    }

    private static ShopState after(TwinEvent... events) {
        return ShopState.empty(ZoneOffset.UTC, Currency.getInstance("EUR"))
                .after(List.of(events))
                .state();
    }

    @Test
    void doing_nothing_is_not_the_last_move() {
        var move = applied("d-1", 0, Capability.PRICING, Commitment.ofPrice(Money.of("9", "EUR")));
        var nothing = applied("d-2", 60, Capability.PRICING, Commitment.NONE);

        var commitments = after(move, nothing).commitments();

        assertThat(commitments.lastApplied(Capability.PRICING, MUG).map(AppliedAction::decision))
                .contains(DecisionId.of("d-1"));
        assertThat(commitments.stage(DecisionId.of("d-2"))).contains(ActStage.DECIDED);
    }

    @Test
    void a_sourcing_plan_binds_nothing_and_is_applied_all_the_same() {
        var plan = applied("d-3", 0, Capability.FULFILLMENT, Commitment.NONE);

        assertThat(after(plan).commitments().stage(DecisionId.of("d-3"))).contains(ActStage.APPLIED);
    }
}
