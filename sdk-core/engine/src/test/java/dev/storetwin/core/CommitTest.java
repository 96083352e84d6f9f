package dev.storetwin.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.Twin;
import dev.storetwin.audit.AuditEntry;
import dev.storetwin.audit.AuditTrail;
import dev.storetwin.audit.Checkpoint;
import dev.storetwin.audit.OutcomeKind;
import dev.storetwin.core.audit.JsonLinesAuditTrail;
import dev.storetwin.decision.Autonomy;
import dev.storetwin.decision.Decision;
import dev.storetwin.decision.DecisionStatus;
import dev.storetwin.decision.JudgedAlternative;
import dev.storetwin.event.PriceChanged;
import dev.storetwin.guardrail.Guardrail;
import dev.storetwin.guardrail.GuardrailContext;
import dev.storetwin.guardrail.Ruling;
import dev.storetwin.guardrail.Verdict;
import dev.storetwin.guardrail.WeekSpend;
import dev.storetwin.inventory.Replenishment;
import dev.storetwin.platform.ActionWriter;
import dev.storetwin.platform.WriteResult;
import dev.storetwin.pricing.PriceChange;
import dev.storetwin.proposal.Action;
import dev.storetwin.proposal.Alternative;
import dev.storetwin.proposal.Objective;
import dev.storetwin.state.Acceptance;
import dev.storetwin.type.Actor;
import dev.storetwin.type.Capability;
import dev.storetwin.type.Channel;
import dev.storetwin.type.DecisionId;
import dev.storetwin.type.Money;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.Quantity;
import dev.storetwin.type.Role;
import dev.storetwin.type.Sku;
import dev.storetwin.type.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CommitTest {

    private static final Source SHOP = Source.of("test");
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final Sku MUG = Sku.of("MUG-1");
    private static final Channel WEB = Channel.of("web");
    private static final NodeId LEIPZIG = NodeId.of("LEIPZIG");
    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");
    private static final Actor OPERATOR = new Actor(Role.OPERATOR, "night-shift");

    /** Blocks orders of which the week's money does not suffice. */
    private static final Guardrail<Replenishment> BUDGET = new Guardrail<>() {
        @Override
        public Class<Replenishment> actions() {
            return Replenishment.class;
        }

        @Override
        public Ruling<Replenishment> check(Replenishment action, GuardrailContext context) {
            var spent = context.facts().stream()
                    .filter(WeekSpend.class::isInstance)
                    .map(it -> ((WeekSpend) it).amount())
                    .findFirst()
                    .orElseThrow();
            var total = spent.plus(action.spend().orElseThrow());
            return total.compareTo(Money.of("100", EUR)) > 0 ? Ruling.blocked("budget", "over 100") : Ruling.allowed();
        }
    };

    private final List<Action> written = new ArrayList<>();
    private WriteResult result = new WriteResult.Written();
    private final ActionWriter writer = new ActionWriter() {
        @Override
        public boolean writes(Action action) {
            return true;
        }

        @Override
        public WriteResult write(Action action, DecisionId key) {
            written.add(action);
            return result;
        }
    };

    private Twin twin = twin(Autonomy.FULL);

    private Twin twin(Autonomy autonomy) {
        return builder(autonomy).build();
    }

    private StoreTwinBuilder builder(Autonomy autonomy) {
        return StoreTwin.builder()
                .currency(EUR)
                .clock(Clock.fixed(NOON, ZoneOffset.UTC))
                .writer(writer)
                .autonomy(Capability.PRICING, autonomy)
                .autonomy(Capability.INVENTORY, autonomy)
                .guardrail(BUDGET);
    }

    @BeforeEach
    void a_price_stands() {
        twin.accept(PriceChanged.of(SHOP, MUG, WEB, Money.of("10", EUR), NOON.minusSeconds(60)));
    }

    private static <A extends Action> Decision<A> advised(String id, A action, DecisionStatus status) {
        Alternative<A> proposed = Alternative.of(action, 1);
        var chosen = new JudgedAlternative<>(proposed, proposed, new Verdict.Allowed<>(), List.of(), 1);
        return new Decision<>(
                DecisionId.of(id),
                action.capability(),
                action.target(),
                NOON,
                status,
                chosen,
                Optional.empty(),
                List.of(chosen),
                new Objective("margin", "EUR"),
                List.of(),
                List.of(),
                new TreeMap<>(),
                0,
                1,
                true);
    }

    private static Decision<PriceChange> price(String id, String to) {
        return advised(id, new PriceChange(MUG, WEB, Money.of("10", EUR), Money.of(to, EUR)), DecisionStatus.ADVISED);
    }

    private static Decision<Replenishment> order(String id, String spend) {
        return advised(
                id,
                new Replenishment(MUG, LEIPZIG, Quantity.of(5), Optional.of(Money.of(spend, EUR))),
                DecisionStatus.ADVISED);
    }

    @Test
    void an_advised_price_is_written_once() {
        var decision = price("d-1", "11");

        assertThat(twin.apply(decision).kind()).isEqualTo(OutcomeKind.APPLIED);
        assertThat(twin.apply(decision).kind()).isEqualTo(OutcomeKind.APPLIED);

        assertThat(written).hasSize(1);
    }

    @Test
    void its_echo_is_recognised_and_confirms_it() {
        twin.apply(price("d-1", "11"));

        var answer = twin.accept(PriceChanged.of(SHOP, MUG, WEB, Money.of("11", EUR), NOON));

        assertThat(answer).isInstanceOfSatisfying(Acceptance.Accepted.class, it -> assertThat(it.echoOf())
                .contains(DecisionId.of("d-1")));
        assertThat(twin.audit().lines()).anyMatch(it -> it.contains("confirmed"));
    }

    @Test
    void a_failed_write_binds_nothing() {
        result = new WriteResult.Failed("503", true);

        assertThat(twin.apply(order("d-1", "90")).kind()).isEqualTo(OutcomeKind.FAILED);

        assertThat(twin.state().commitments().spent(Capability.INVENTORY, NOON.minusSeconds(9), NOON.plusSeconds(9)))
                .isEqualTo(Money.zero(EUR));
    }

    @Test
    void two_orders_cannot_spend_the_same_budget() {
        assertThat(twin.apply(order("d-1", "60")).kind()).isEqualTo(OutcomeKind.APPLIED);
        assertThat(twin.apply(order("d-2", "60")).kind()).isEqualTo(OutcomeKind.REFUSED);
    }

    @Test
    void a_price_that_has_moved_since_is_not_overwritten() {
        twin.accept(PriceChanged.of(SHOP, MUG, WEB, Money.of("10.50", EUR), NOON.minusSeconds(1)));

        assertThat(twin.apply(price("d-1", "11")).detail()).contains("moved");
    }

    @Test
    void the_kill_switch_stops_acting_until_it_is_released() {
        twin.controls().stop(OPERATOR, "strange prices");
        assertThat(twin.apply(price("d-1", "11")).kind()).isEqualTo(OutcomeKind.REFUSED);

        twin.controls().release(OPERATOR, "fixed");
        assertThat(twin.apply(price("d-1", "11")).kind()).isEqualTo(OutcomeKind.APPLIED);
    }

    @Test
    void who_may_only_advise_writes_nothing() {
        twin = twin(Autonomy.ADVISE);

        assertThat(twin.apply(price("d-1", "11")).kind()).isEqualTo(OutcomeKind.REFUSED);
        assertThat(written).isEmpty();
    }

    @Test
    void an_unguarded_decision_is_never_written() {
        var unguarded = advised(
                "d-1", new PriceChange(MUG, WEB, Money.of("10", EUR), Money.of("11", EUR)), DecisionStatus.UNGUARDED);

        assertThat(twin.apply(unguarded).kind()).isEqualTo(OutcomeKind.REFUSED);
    }

    @Test
    void a_decision_that_waits_is_written_after_approval_only() {
        var waiting = advised(
                "d-1",
                new PriceChange(MUG, WEB, Money.of("10", EUR), Money.of("11", EUR)),
                DecisionStatus.NEEDS_REVIEW);
        assertThat(twin.apply(waiting).detail()).contains("approval");

        twin.controls().approve(waiting.id(), OPERATOR, "fine");

        assertThat(twin.apply(waiting).kind()).isEqualTo(OutcomeKind.APPLIED);
    }

    @Test
    void a_writer_that_throws_is_a_failure_and_no_exception() {
        var broken = StoreTwin.builder()
                .currency(EUR)
                .clock(Clock.fixed(NOON, ZoneOffset.UTC))
                .autonomy(Capability.INVENTORY, Autonomy.FULL)
                .guardrail(BUDGET)
                .writer(new ActionWriter() {
                    @Override
                    public boolean writes(Action action) {
                        return true;
                    }

                    @Override
                    public WriteResult write(Action action, DecisionId key) {
                        throw new IllegalStateException("connection reset");
                    }
                })
                .build();

        assertThat(broken.apply(order("d-1", "5")).kind()).isEqualTo(OutcomeKind.FAILED);
    }

    @Test
    void what_cannot_be_audited_is_not_advised() {
        var trail = JsonLinesAuditTrail.inMemory();
        trail.close();
        var deaf = StoreTwin.builder()
                .currency(EUR)
                .clock(Clock.fixed(NOON, ZoneOffset.UTC))
                .audit(trail)
                .build();

        var decision = deaf.pricing().recommend(MUG, WEB);

        assertThat(decision.status()).isEqualTo(DecisionStatus.FAILED);
        assertThat(decision.action()).isEmpty();
    }

    @Test
    void what_cannot_be_audited_is_not_applied_until_it_can() {
        var trail = new StubbornTrail();
        twin.close();
        twin = builder(Autonomy.FULL).audit(trail).build();
        a_price_stands();

        trail.fails = true;
        var refused = twin.apply(price("d-1", "11"));
        assertThat(refused.kind()).isEqualTo(OutcomeKind.REFUSED);
        assertThat(refused.detail()).contains("it cannot be written down", "no space left");
        assertThat(written).isEmpty();

        trail.fails = false;
        assertThat(twin.apply(price("d-2", "11")).kind()).isEqualTo(OutcomeKind.APPLIED);
        assertThat(written).hasSize(1);
    }

    /** A trail on a disk that is full now and then. */
    private static final class StubbornTrail implements AuditTrail {

        private final AuditTrail memory = JsonLinesAuditTrail.inMemory();
        private boolean fails;

        @Override
        public long append(AuditEntry entry) {
            refuseWhenFull();
            return memory.append(entry);
        }

        @Override
        public void flush() {
            refuseWhenFull();
        }

        private void refuseWhenFull() {
            if (fails) {
                throw new UncheckedIOException(new IOException("no space left"));
            }
        }

        @Override
        public Checkpoint checkpoint() {
            return memory.checkpoint();
        }

        @Override
        public Stream<String> lines() {
            return memory.lines();
        }
    }

    @Test
    void a_rejected_decision_is_never_written() {
        var decision = price("d-1", "11");
        twin.controls().reject(decision.id(), OPERATOR, "no");

        assertThat(twin.apply(decision).detail()).contains("rejected");
    }

    @Test
    void the_week_s_budget_holds_however_often_the_same_moment_is_used() {
        assertThat(twin.apply(order("d-1", "40")).kind()).isEqualTo(OutcomeKind.APPLIED);
        assertThat(twin.apply(order("d-2", "40")).kind()).isEqualTo(OutcomeKind.APPLIED);
        assertThat(twin.apply(order("d-3", "40")).kind()).isEqualTo(OutcomeKind.REFUSED);
    }

    @Test
    void an_operator_may_take_the_right_to_act_away() {
        twin.controls().grant(Capability.PRICING, Autonomy.ADVISE, OPERATOR);

        assertThat(twin.apply(price("d-1", "11")).detail()).contains("advise");
    }
}
