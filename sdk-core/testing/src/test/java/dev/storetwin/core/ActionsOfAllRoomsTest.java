package dev.storetwin.core;

import static dev.storetwin.core.ActingShop.ANN;
import static dev.storetwin.core.ActingShop.HOST;
import static dev.storetwin.core.ActingShop.LEIPZIG;
import static dev.storetwin.core.ActingShop.MUG;
import static dev.storetwin.core.ActingShop.OPERATOR;
import static dev.storetwin.core.ActingShop.WEB;
import static dev.storetwin.core.ActingShop.eur;
import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.audit.OutcomeKind;
import dev.storetwin.decision.Autonomy;
import dev.storetwin.decision.DecisionStatus;
import dev.storetwin.inventory.Transfer;
import dev.storetwin.merchandising.Ranking;
import dev.storetwin.pricing.PromotionPlan;
import dev.storetwin.proposal.Action;
import dev.storetwin.returns.Disposition;
import dev.storetwin.returns.Fate;
import dev.storetwin.type.Capability;
import dev.storetwin.type.DecisionId;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.OrderId;
import dev.storetwin.type.Quantity;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the twin does not plan by itself it carries out all the same, when the host decides so. */
class ActionsOfAllRoomsTest {

    private static final DecisionId D1 = DecisionId.of("d-1");

    @TempDir
    private Path folder;

    static List<Action> actions() {
        var starts = Instant.parse("2026-03-08T00:00:00Z");
        var berlin = NodeId.of("BERLIN");
        return List.of(
                new PromotionPlan(MUG, WEB, eur("10"), eur("8"), starts, starts.plusSeconds(86_400)),
                new Transfer(MUG, LEIPZIG, berlin, Quantity.of(12)),
                new Disposition(OrderId.of("1001"), "1", MUG, berlin, Quantity.of(1), Fate.RESTOCK, eur("10")),
                new Ranking(MUG, WEB, "mugs", 1));
    }

    private ActingShop shop() {
        return new ActingShop(folder, it -> it.autonomy(Capability.RETURNS, Autonomy.FULL)
                .autonomy(Capability.MERCHANDISING, Autonomy.FULL));
    }

    @ParameterizedTest
    @MethodSource("actions")
    void it_waits_for_a_yes_and_is_carried_out_by_its_id_after_a_restart(Action action) {
        try (var shop = shop()) {
            var asked = shop.twin().apply(shop.decision("d-1", action, DecisionStatus.NEEDS_REVIEW), HOST);
            var controls = shop.reopen().controls();
            controls.approve(D1, ANN, "fine");

            assertThat(asked.kind()).isEqualTo(OutcomeKind.WAITING);
            assertThat(controls.apply(D1, ANN).kind()).isEqualTo(OutcomeKind.APPLIED);
            assertThat(shop.written()).containsExactly(action);
        }
    }

    @ParameterizedTest
    @MethodSource("actions")
    void it_is_not_carried_out_while_acting_is_stopped_and_cannot_be_changed_back(Action action) {
        try (var shop = shop()) {
            var decision = shop.decision("d-1", action, DecisionStatus.ADVISED);
            shop.twin().controls().stop(OPERATOR, "fire");
            var stopped = shop.twin().apply(decision, HOST);
            shop.twin().controls().release(OPERATOR, "out");
            var applied = shop.twin().apply(decision, HOST);

            assertThat(stopped.kind()).isEqualTo(OutcomeKind.REFUSED);
            assertThat(applied.kind()).isEqualTo(OutcomeKind.APPLIED);
            assertThat(shop.twin().controls().rollback(D1, OPERATOR, "no").kind())
                    .isEqualTo(OutcomeKind.REFUSED);
        }
    }
}
