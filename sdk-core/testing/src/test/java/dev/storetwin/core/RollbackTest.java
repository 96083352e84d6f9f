package dev.storetwin.core;

import static dev.storetwin.core.ActingShop.OPERATOR;
import static dev.storetwin.core.ActingShop.change;
import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.Controls;
import dev.storetwin.audit.AuditEntry;
import dev.storetwin.audit.Outcome;
import dev.storetwin.audit.OutcomeKind;
import dev.storetwin.decision.DecisionStatus;
import dev.storetwin.event.ActionApplied;
import dev.storetwin.event.ActionReserved;
import dev.storetwin.event.TwinAct;
import dev.storetwin.guardrail.Guardrail;
import dev.storetwin.guardrail.GuardrailContext;
import dev.storetwin.guardrail.PriceAge;
import dev.storetwin.guardrail.Ruling;
import dev.storetwin.pricing.PriceChange;
import dev.storetwin.state.ActStage;
import dev.storetwin.type.Capability;
import dev.storetwin.type.DecisionId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RollbackTest {

    private static final DecisionId D1 = DecisionId.of("d-1");

    @TempDir
    private Path folder;

    private ActingShop shop;

    @BeforeEach
    void open() {
        shop = new ActingShop(folder);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    private Controls controls() {
        return shop.twin().controls();
    }

    private void priced(String id, String from, String to) {
        assertThat(shop.twin().apply(shop.price(id, from, to)).kind()).isEqualTo(OutcomeKind.APPLIED);
    }

    private Outcome rollback() {
        return controls().rollback(D1, OPERATOR, "a typing error");
    }

    @Test
    void a_price_goes_back_to_what_stood_before() {
        priced("d-1", "10", "11");
        shop.tellPrice("11");

        assertThat(rollback().kind()).isEqualTo(OutcomeKind.ROLLED_BACK);

        assertThat(shop.written()).containsExactly(change("10", "11"), change("11", "10"));
        assertThat(shop.twin().state().commitments().stage(D1)).contains(ActStage.ROLLED_BACK);
        assertThat(shop.isAudited("rolled_back")).isTrue();
        assertThat(rollback().kind()).isEqualTo(OutcomeKind.REFUSED);
    }

    @Test
    void the_shop_s_own_report_need_not_have_come_yet() {
        priced("d-1", "10", "11");

        assertThat(rollback().kind()).isEqualTo(OutcomeKind.ROLLED_BACK);
    }

    @Test
    void it_works_after_a_restart() {
        priced("d-1", "10", "11");
        shop.reopen();

        assertThat(rollback().kind()).isEqualTo(OutcomeKind.ROLLED_BACK);
        assertThat(shop.written()).endsWith(change("11", "10"));
    }

    @Test
    void a_price_that_somebody_else_has_set_since_stays() {
        priced("d-1", "10", "11");
        shop.tellPrice("11");
        shop.tellPrice("14");

        assertThat(rollback().detail()).contains("not this decision's any more");
        assertThat(shop.written()).hasSize(1);
    }

    @Test
    void a_price_of_a_later_decision_stays() {
        priced("d-1", "10", "11");
        shop.tellPrice("11");
        priced("d-2", "11", "12");

        assertThat(rollback().kind()).isEqualTo(OutcomeKind.REFUSED);
    }

    @Test
    void the_guardrails_judge_the_way_back_too() {
        shop.tellPrice("4");
        priced("d-1", "4", "6");
        shop.tellPrice("6");

        var refused = rollback();

        assertThat(refused.kind()).isEqualTo(OutcomeKind.REFUSED);
        assertThat(refused.detail()).contains("below 5");
        assertThat(shop.twin().state().commitments().stage(D1)).contains(ActStage.APPLIED);
    }

    @Test
    void an_order_to_a_supplier_cannot_be_changed_back_and_says_so() {
        shop.twin().apply(shop.order("d-1", "60"));

        assertThat(rollback().detail()).contains("cannot be changed back from here");
    }

    @Test
    void what_is_unknown_or_was_never_done_cannot_be_changed_back() {
        assertThat(rollback().detail()).contains("no such decision");
        shop.twin().apply(shop.reviewed("d-1", "10", "11"));
        assertThat(rollback().detail()).contains("nothing to change back");
    }

    @Test
    void everything_since_a_moment_goes_back_newest_first() {
        var start = shop.now();
        priced("d-1", "10", "11");
        shop.tellPrice("11");
        priced("d-2", "11", "12");
        shop.twin().apply(shop.order("d-3", "60"));

        var outcomes = controls().rollbackSince(start, OPERATOR, "a bad rule");

        assertThat(outcomes)
                .extracting(Outcome::kind)
                .containsExactly(OutcomeKind.REFUSED, OutcomeKind.ROLLED_BACK, OutcomeKind.ROLLED_BACK);
        assertThat(shop.written()).endsWith(change("12", "11"), change("11", "10"));
        assertThat(controls().rollbackSince(start, OPERATOR, "again"))
                .singleElement()
                .satisfies(it -> assertThat(it.kind()).isEqualTo(OutcomeKind.REFUSED));
    }

    @Test
    void a_price_of_long_ago_goes_back_while_it_still_stands() {
        priced("d-1", "10", "11");
        shop.tellPrice("11");
        shop.after(Duration.ofDays(400)).reopen();
        shop.tellPrice("11");

        assertThat(rollback().kind()).isEqualTo(OutcomeKind.ROLLED_BACK);
        assertThat(shop.written()).endsWith(change("11", "10"));
    }

    @Test
    void what_the_host_carried_out_itself_goes_back_too() {
        shop.twin().accept(ActionApplied.of(shop.price("d-1", "10", "11")));
        shop.tellPrice("11");
        shop.reopen();

        assertThat(rollback().kind()).isEqualTo(OutcomeKind.ROLLED_BACK);
        assertThat(shop.written()).containsExactly(change("11", "10"));
    }

    /** As versions did that told nothing of what stood before: the audit trail knows the decision. */
    @Test
    void what_a_host_told_without_its_action_goes_back_by_the_audit_trail() {
        var decision = shop.price("d-1", "10", "11");
        var header = TwinAct.about("applied", D1, shop.now());
        var bare = new ActionApplied(header, D1, Capability.PRICING, decision.target(), decision.commitment());
        shop.twin().accept(bare);
        assertThat(rollback().detail()).contains("was not written down");

        shop.twin().audit().append(new AuditEntry.Decided(decision));

        assertThat(rollback().kind()).isEqualTo(OutcomeKind.ROLLED_BACK);
        assertThat(shop.written()).containsExactly(change("11", "10"));
    }

    @Test
    void a_plan_goes_back_in_one_call_the_last_change_first() {
        priced("d-1", "10", "11");
        shop.tellPrice("11");
        priced("d-2", "11", "12");

        var outcomes = controls()
                .rollback(List.of(D1, DecisionId.of("d-9"), DecisionId.of("d-2"), D1), OPERATOR, "a bad plan");

        assertThat(outcomes)
                .extracting(it -> it.decision() + " " + it.kind())
                .containsExactly("d-2 ROLLED_BACK", "d-1 ROLLED_BACK", "d-9 REFUSED");
        assertThat(shop.written()).endsWith(change("12", "11"), change("11", "10"));
    }

    @Test
    void what_the_platform_refuses_stands_and_goes_back_when_asked_again() {
        priced("d-1", "10", "11");
        shop.failing(true);
        assertThat(rollback()).satisfies(it -> {
            assertThat(it.kind()).isEqualTo(OutcomeKind.FAILED);
            assertThat(it.detail()).contains("it stands", "503");
        });

        shop.failing(false);
        assertThat(rollback().kind()).isEqualTo(OutcomeKind.ROLLED_BACK);
    }

    /** The process died between the write and the word on it. */
    @Test
    void what_was_written_back_but_not_written_down_is_written_down_when_asked_again() {
        priced("d-1", "10", "11");
        shop.after(Duration.ofMinutes(1));
        var back = shop.decision("undo:d-1", change("11", "10"), DecisionStatus.ADVISED);
        shop.twin()
                .accept(ActionReserved.of(back.id(), back.action().orElseThrow().outline(), shop.now()));
        shop.twin().accept(ActionApplied.of(back));
        shop.reopen();

        assertThat(rollback().kind()).isEqualTo(OutcomeKind.ROLLED_BACK);
        assertThat(shop.written()).hasSize(1);
        assertThat(shop.twin().state().commitments().stage(D1)).contains(ActStage.ROLLED_BACK);
    }

    @Test
    void the_same_price_set_by_somebody_else_after_another_one_stays() {
        priced("d-1", "10", "11");
        shop.tellPrice("11");
        shop.tellPrice("14");
        shop.tellPrice("11");

        assertThat(rollback().detail()).contains("not this decision's any more");
    }

    @Test
    void a_cool_down_keeps_no_price_from_going_back() {
        shop.close();
        shop = new ActingShop(folder.resolve("cool"), it -> it.guardrail(COOL_DOWN));
        shop.after(Duration.ofDays(8));
        priced("d-1", "10", "11");
        shop.tellPrice("11");

        assertThat(shop.twin().apply(shop.price("d-2", "11", "12")).detail()).contains("stands for a week");
        assertThat(rollback().kind()).isEqualTo(OutcomeKind.ROLLED_BACK);
    }

    private static final Guardrail<PriceChange> COOL_DOWN = new Guardrail<>() {
        @Override
        public Class<PriceChange> actions() {
            return PriceChange.class;
        }

        @Override
        public Ruling<PriceChange> check(PriceChange action, GuardrailContext context) {
            boolean isYoung = context.facts().stream().anyMatch(it -> it instanceof PriceAge age && age.days() < 7);
            return isYoung ? Ruling.blocked("cool-down", "a price stands for a week") : Ruling.allowed();
        }
    };

    @Test
    void who_has_stopped_the_twin_can_still_change_back() {
        priced("d-1", "10", "11");
        controls().stop(OPERATOR, "strange prices");

        assertThat(rollback().kind()).isEqualTo(OutcomeKind.ROLLED_BACK);
    }
}
