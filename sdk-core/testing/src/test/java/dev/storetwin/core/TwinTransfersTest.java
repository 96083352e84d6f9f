package dev.storetwin.core;

import static dev.storetwin.core.ThreeStores.BOWL;
import static dev.storetwin.core.ThreeStores.EAST;
import static dev.storetwin.core.ThreeStores.MUG;
import static dev.storetwin.core.ThreeStores.NORTH;
import static dev.storetwin.core.ThreeStores.NOW;
import static dev.storetwin.core.ThreeStores.WEST;
import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.RebalancingPlan;
import dev.storetwin.Twin;
import dev.storetwin.audit.OutcomeKind;
import dev.storetwin.core.inventory.NodeLimit;
import dev.storetwin.core.inventory.TransferLane;
import dev.storetwin.core.inventory.TransferOptions;
import dev.storetwin.decision.Autonomy;
import dev.storetwin.decision.CostBudget;
import dev.storetwin.decision.Decision;
import dev.storetwin.decision.DecisionStatus;
import dev.storetwin.decision.DegradeLadder;
import dev.storetwin.decision.Reproduction;
import dev.storetwin.event.EntityKind;
import dev.storetwin.event.EventHeader;
import dev.storetwin.event.SkuQuantity;
import dev.storetwin.event.StockCounted;
import dev.storetwin.event.TransferDispatched;
import dev.storetwin.guardrail.Guardrail;
import dev.storetwin.guardrail.GuardrailContext;
import dev.storetwin.guardrail.RuleHit;
import dev.storetwin.guardrail.Ruling;
import dev.storetwin.guardrail.Severity;
import dev.storetwin.inventory.Transfer;
import dev.storetwin.inventory.TransferPlanner;
import dev.storetwin.inventory.TransferQuestion;
import dev.storetwin.inventory.TransferWish;
import dev.storetwin.platform.ActionWriter;
import dev.storetwin.platform.WriteResult;
import dev.storetwin.proposal.Action;
import dev.storetwin.proposal.Alternative;
import dev.storetwin.proposal.Effort;
import dev.storetwin.proposal.Proposal;
import dev.storetwin.state.TwinState;
import dev.storetwin.testing.PlainVault;
import dev.storetwin.testing.SettableClock;
import dev.storetwin.type.Capability;
import dev.storetwin.type.DecisionId;
import dev.storetwin.type.Money;
import dev.storetwin.type.Quantity;
import dev.storetwin.type.Sku;
import dev.storetwin.type.TransferId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Transfers from the question to the platform and back. */
class TwinTransfersTest {

    private static final TransferOptions LANES = TransferOptions.DEFAULT.withLanes(List.of(
            TransferLane.of(NORTH, EAST, 1, Money.of("0.30", "EUR")),
            TransferLane.of(NORTH, WEST, 1, Money.of("0.50", "EUR"))));

    /** Makes whole dozens of everything. */
    private static final Guardrail<Transfer> DOZENS = rule(it -> it.quantity().isMultipleOf(Quantity.of(12))
            ? Ruling.allowed()
            : new Ruling<>(
                    List.of(new RuleHit("dozens", Severity.ADJUSTED, "whole dozens")),
                    List.of(it.withQuantity(it.quantity().roundedUpTo(Quantity.of(12))))));

    private static final Guardrail<Transfer> ANYTHING = rule(it -> Ruling.allowed());

    @TempDir
    private Path folder;

    private final SettableClock clock = SettableClock.at(NOW);

    private static Guardrail<Transfer> rule(Function<Transfer, Ruling<Transfer>> ruling) {
        return new Guardrail<>() {
            @Override
            public Class<Transfer> actions() {
                return Transfer.class;
            }

            @Override
            public Ruling<Transfer> check(Transfer action, GuardrailContext context) {
                return ruling.apply(action);
            }
        };
    }

    private StoreTwinBuilder builder() {
        return StoreTwin.builder().clock(clock).transfers(LANES);
    }

    private StoreTwinBuilder durable() {
        return builder().vault(new PlainVault()).dataDirectory(folder);
    }

    private static Twin opened(StoreTwinBuilder builder) {
        var twin = builder.build();
        twin.load(ThreeStores.history().stream());
        return twin;
    }

    private static Quantity left(Twin twin, Sku sku, RebalancingPlan plan) {
        return plan.transfers().stream()
                .filter(it -> it.sku().equals(sku) && it.from().equals(NORTH))
                .map(Transfer::quantity)
                .reduce(twin.state().stock().level(sku, NORTH).availableToPromise(), Quantity::minus);
    }

    @Test
    void rebalances_a_chain_and_writes_every_move_down() {
        try (var twin = opened(builder().guardrail(ANYTHING))) {
            var plan = twin.inventory().rebalance(MUG);

            assertThat(plan.transfers()).extracting(Transfer::to).containsExactly(EAST, WEST);
            assertThat(plan.transfers()).allMatch(it -> it.from().equals(NORTH));
            assertThat(left(twin, MUG, plan)).isGreaterThan(Quantity.of(10));
            assertThat(plan.expectedGain()).containsOnlyKeys("EUR");
            assertThat(plan.expectedGain().get("EUR")).isGreaterThan(50);
            var told = plan.decisions().stream().map(Decision::id).toList();
            assertThat(told).hasSize(2).allMatch(it -> twin.decisions().find(it).isPresent());
            assertThat(twin.decisions().explain(told.get(0)).orElseThrow().toString())
                    .contains("from north to east");
        }
    }

    @Test
    void one_node_is_recommended_what_is_best_for_it() {
        try (var twin = opened(builder().guardrail(ANYTHING))) {
            var decision = twin.inventory().recommendTransfer(MUG, EAST);

            assertThat(decision.status()).isEqualTo(DecisionStatus.ADVISED);
            assertThat(decision.action()).isEqualTo(inPlan(twin));
            assertThat(decision.alternatives()).hasSizeGreaterThanOrEqualTo(5);
            assertThat(decision.reasons()).anyMatch(it -> it.startsWith("east has 2 and expects to sell"));
        }
    }

    private static Optional<Transfer> inPlan(Twin twin) {
        return twin.inventory().rebalance(MUG).transfers().stream()
                .filter(it -> it.to().equals(EAST))
                .findFirst();
    }

    @Test
    void orders_and_transfers_of_one_node_are_told_apart_and_come_out_the_same_again() {
        List<DecisionId> ids;
        try (var twin = opened(durable().guardrail(DOZENS))) {
            var order = twin.inventory().recommend(MUG, EAST);
            var never = twin.inventory().recommendTransfer(Sku.of("NEVER"), EAST);
            var neverOrdered = twin.inventory().recommend(Sku.of("NEVER"), EAST);
            var plan = twin.inventory().rebalance(List.of(MUG, BOWL));
            assertThat(never.id()).isNotEqualTo(neverOrdered.id());
            ids = Stream.concat(
                            Stream.of(order, never, neverOrdered).map(Decision::id),
                            plan.decisions().stream().map(Decision::id))
                    .toList();
        }

        try (var twin = durable().guardrail(DOZENS).build()) {
            assertThat(ids).doesNotHaveDuplicates().hasSize(7);
            assertThat(twin.decisions().reproduce(ids))
                    .filteredOn(it -> !it.isIdentical())
                    .extracting(Reproduction::inWords)
                    .isEmpty();
        }
    }

    @Test
    void rules_that_make_moves_larger_never_make_them_more_than_there_is() {
        for (int units = 8; units < 60; units += 3) {
            try (var twin = opened(builder().guardrail(DOZENS))) {
                twin.accept(recounted(units));

                var plan = twin.inventory().rebalance(MUG);

                assertThat(left(twin, MUG, plan)).isGreaterThanOrEqualTo(Quantity.ZERO);
                assertThat(plan.transfers()).allMatch(it -> it.quantity().isMultipleOf(Quantity.of(12)));
            }
        }
    }

    private static StockCounted recounted(long units) {
        return ThreeStores.counted(MUG, NORTH, units, NOW.minusSeconds(60));
    }

    @Test
    void skus_share_the_room_of_a_lane_and_who_gains_most_comes_first() {
        var narrow = TransferOptions.DEFAULT
                .onKnownLanesOnly()
                .withLanes(List.of(
                        TransferLane.of(NORTH, EAST, 1, Money.of("0.30", "EUR")).withMost(Quantity.of(20))))
                .withLimits(List.of(NodeLimit.takes(WEST, Quantity.ZERO)));
        try (var twin = opened(durable().guardrail(ANYTHING).transfers(narrow))) {
            var plan = twin.inventory().rebalance(List.of(MUG, BOWL));

            assertThat(plan.transfers().stream().map(Transfer::quantity).reduce(Quantity.ZERO, Quantity::plus))
                    .isEqualTo(Quantity.of(20));
            assertThat(twin.decisions()
                            .reproduce(
                                    plan.decisions().stream().map(Decision::id).toList()))
                    .allMatch(Reproduction::isIdentical);
        }
    }

    @Test
    void a_spent_budget_takes_less_work_and_then_none_and_says_so() {
        for (var effort : List.of(Effort.CACHED, Effort.SIMPLE, Effort.NOTHING)) {
            try (var twin = opened(builder().guardrail(ANYTHING).budget(Capability.INVENTORY, budget(effort)))) {
                twin.inventory().rebalance(MUG);

                var plan = twin.inventory().rebalance(MUG);

                assertThat(plan.decisions())
                        .isNotEmpty()
                        .allMatch(it -> it.work().effort() == effort)
                        .allMatch(it -> effort != Effort.NOTHING || it.status() == DecisionStatus.OVER_BUDGET);
                assertThat(twin.decisions()
                                .reproduce(plan.decisions().stream()
                                        .map(Decision::id)
                                        .toList()))
                        .filteredOn(it -> !it.isIdentical())
                        .extracting(Reproduction::inWords)
                        .isEmpty();
            }
        }
    }

    /** From the second answer on as much work as this. */
    private static CostBudget budget(Effort effort) {
        double never = Double.POSITIVE_INFINITY;
        double atOnce = .001;
        var ladder =
                switch (effort) {
                    case CACHED -> new DegradeLadder(atOnce, never, never);
                    case SIMPLE -> new DegradeLadder(atOnce, atOnce, never);
                    default -> new DegradeLadder(atOnce, atOnce, atOnce);
                };
        return CostBudget.perDay().withModelCalls(100).withLadder(ladder);
    }

    @Test
    void what_cannot_be_planned_says_why() {
        var never = Sku.of("NEVER");
        try (var twin = opened(builder().guardrail(ANYTHING))) {
            twin.accept(ThreeStores.counted(never, EAST, 5));

            var plan = twin.inventory().rebalance(List.of(never, Sku.of("UNKNOWN")));

            assertThat(plan.transfers()).isEmpty();
            assertThat(plan.decisions())
                    .singleElement()
                    .matches(it -> it.status() == DecisionStatus.INSUFFICIENT_DATA)
                    .matches(it -> it.reasons().contains("sales: NEVER was never sold"));
            assertThat(plan.notes()).containsExactly("UNKNOWN: no node is known to have or await it");
        }
    }

    @Test
    void a_transfer_is_carried_out_while_the_giver_has_it() {
        var shop = new Platform();
        try (var twin =
                opened(builder().guardrail(ANYTHING).writer(shop).autonomy(Capability.INVENTORY, Autonomy.FULL))) {
            var plan = twin.inventory().rebalance(MUG);
            var applied = twin.apply(plan.decisions().get(0));
            assertThat(applied.kind()).isEqualTo(OutcomeKind.APPLIED);

            twin.accept(recounted(1));
            var refused = twin.apply(plan.decisions().get(1));

            assertThat(refused.kind()).isEqualTo(OutcomeKind.REFUSED);
            assertThat(refused.detail()).isEqualTo("north has only 1 to give now");
        }
    }

    private static final class Platform implements ActionWriter {

        @Override
        public boolean writes(Action action) {
            return action instanceof Transfer;
        }

        @Override
        public WriteResult write(Action action, DecisionId decision) {
            return new WriteResult.Written();
        }
    }

    @Test
    void what_has_been_moved_is_still_there_and_nothing_more_moves() {
        try (var twin = opened(builder().guardrail(ANYTHING))) {
            var plan = twin.inventory().rebalance(MUG);
            var before = units(twin);

            for (var transfer : plan.transfers()) {
                twin.accept(dispatched(transfer));
            }

            assertThat(units(twin)).isEqualTo(before);
            assertThat(twin.state().stock().level(MUG, NORTH).onHand()).isLessThan(before);
            assertThat(twin.inventory().rebalance(MUG).transfers()).isEmpty();
        }
    }

    /** On shelves and on the way. */
    private static Quantity units(Twin twin) {
        var stock = twin.state().stock();
        return stock.nodes(MUG).stream()
                .map(it ->
                        stock.level(MUG, it).onHand().plus(stock.level(MUG, it).onOrder()))
                .reduce(Quantity.ZERO, Quantity::plus);
    }

    private static TransferDispatched dispatched(Transfer transfer) {
        var id = TransferId.of("t-" + transfer.to());
        return new TransferDispatched(
                EventHeader.of(ThreeStores.TILL, EntityKind.TRANSFER, id.value(), NOW),
                id,
                transfer.from(),
                transfer.to(),
                List.of(new SkuQuantity(transfer.sku(), transfer.quantity())),
                Optional.of(NOW.plus(Duration.ofDays(1))));
    }

    @Test
    void a_what_if_is_asked_of_any_state_and_written_nowhere() {
        try (var twin = opened(builder().guardrail(ANYTHING))) {
            var decision =
                    twin.inventory().transferDecider().decide(twin.state(), TransferQuestion.of(MUG, NORTH, WEST, NOW));

            assertThat(decision.action()).isPresent();
            assertThat(twin.decisions().find(decision.id())).isEmpty();
        }
    }

    @Test
    void a_planner_of_the_hosts_that_breaks_is_a_decision_that_says_so() {
        try (var twin = opened(builder().guardrail(ANYTHING).transfers(new Broken()))) {
            var plan = twin.inventory().rebalance(MUG);

            assertThat(plan.decisions()).singleElement().matches(it -> it.status() == DecisionStatus.FAILED);
        }
    }

    private static final class Broken implements TransferPlanner {

        @Override
        public List<TransferWish> wishes(TwinState state, Sku sku, Instant asOf) {
            throw new IllegalStateException("broken");
        }

        @Override
        public Proposal<Transfer> plan(TwinState state, TransferQuestion question) {
            throw new IllegalStateException("broken");
        }

        @Override
        public Alternative<Transfer> score(TwinState state, TransferQuestion question, Transfer action) {
            throw new IllegalStateException("broken");
        }
    }
}
