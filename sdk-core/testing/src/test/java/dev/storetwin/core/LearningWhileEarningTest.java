package dev.storetwin.core;

import static dev.storetwin.core.ActingShop.MUG;
import static dev.storetwin.core.ActingShop.OPERATOR;
import static dev.storetwin.core.ActingShop.WEB;
import static dev.storetwin.core.ActingShop.change;
import static dev.storetwin.core.ActingShop.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.storetwin.audit.OutcomeKind;
import dev.storetwin.decision.Autonomy;
import dev.storetwin.decision.Decision;
import dev.storetwin.decision.DecisionStatus;
import dev.storetwin.decision.JudgedAlternative;
import dev.storetwin.event.ActionApplied;
import dev.storetwin.experiment.Exploration;
import dev.storetwin.experiment.Learning;
import dev.storetwin.experiment.RegretBudget;
import dev.storetwin.pricing.PriceChange;
import dev.storetwin.pricing.PricePlanner;
import dev.storetwin.pricing.PriceQuestion;
import dev.storetwin.proposal.Alternative;
import dev.storetwin.proposal.Belief;
import dev.storetwin.proposal.Objective;
import dev.storetwin.proposal.Proposal;
import dev.storetwin.state.TwinState;
import dev.storetwin.type.Capability;
import dev.storetwin.type.Money;
import dev.storetwin.type.Scope;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A twin that tries prices to learn: what it draws, what it may cost, and who says no. */
class LearningWhileEarningTest {

    /** One price is thought best; the others may be better, and cost something if they are not. */
    private static final PricePlanner UNSURE = new PricePlanner() {
        @Override
        public Proposal<PriceChange> plan(TwinState state, PriceQuestion question) {
            var now = state.catalog()
                    .price(MUG, WEB, question.asOf())
                    .orElseThrow()
                    .price();
            var alternatives = new ArrayList<Alternative<PriceChange>>();
            alternatives.add(Alternative.<PriceChange>doNothing(20).withBelief(new Belief(20, 0)));
            for (var to : List.of("4", "9", "11", "12")) {
                if (!now.equals(eur(to))) {
                    alternatives.add(score(state, question, new PriceChange(MUG, WEB, now, eur(to))));
                }
            }
            return new Proposal<>(
                    Capability.PRICING,
                    question.target(),
                    question.asOf(),
                    new Objective("margin", "EUR"),
                    alternatives,
                    List.of(),
                    List.of(),
                    List.of(),
                    new TreeMap<>());
        }

        @Override
        public Alternative<PriceChange> score(TwinState state, PriceQuestion question, PriceChange action) {
            double steps = action.to().toDouble() - 11;
            var belief = new Belief(22 - Math.abs(steps), 2 * steps);
            return Alternative.of(action, belief.mean()).withBelief(belief);
        }
    };

    private static final Learning TERMS =
            Learning.within(RegretBudget.perWeek(eur("3"))).withCoolDownDays(0);

    @TempDir
    private Path folder;

    private ActingShop shop;

    @BeforeEach
    void open() {
        shop = shop("shop", TERMS, 1);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    private ActingShop shop(String name, Learning terms, long seed) {
        return new ActingShop(folder.resolve(name), it -> it.pricing(UNSURE)
                .exploration(Exploration.learning(terms))
                .seed(seed));
    }

    private Decision<PriceChange> asked() {
        return shop.twin().pricing().recommend(MUG, WEB);
    }

    /** The first day on which something dearer than the best is drawn. */
    private Decision<PriceChange> tried() {
        var decision = asked();
        while (decision.regret().filter(Money::isPositive).isEmpty()) {
            shop.after(Duration.ofDays(1));
            decision = asked();
        }
        return decision;
    }

    private Money spent() {
        var opening = Instant.parse("2026-03-04T00:00:00Z");
        return shop.twin()
                .state()
                .commitments()
                .regret(Capability.PRICING, opening, shop.now().plusSeconds(60));
    }

    @Test
    void what_is_tried_is_drawn_among_what_the_guardrails_left_with_the_probability_that_is_logged() {
        var decision = tried();

        assertThat(decision.status()).isEqualTo(DecisionStatus.ADVISED);
        assertThat(decision.reasons().get(0)).contains("is tried to learn");
        assertThat(decision.reasons().get(1)).contains("Drawn to learn, with probability", "expected to give up");
        assertThat(decision.reasons().get(2)).contains("3.00 EUR of 3.00 EUR of this week were left");
        assertThat(decision.propensity()).isPositive().isLessThan(1);
        assertThat(decision.alternatives().stream()
                        .mapToDouble(JudgedAlternative::propensity)
                        .sum())
                .isCloseTo(1, within(1e-12));
        assertThat(decision.alternatives())
                .filteredOn(it -> it.action().equals(Optional.of(change("10", "4"))))
                .singleElement()
                .satisfies(it -> assertThat(it.propensity()).isZero());
    }

    /** What a policy that always takes a price would have earned can be told from the trail alone: each price counts once, on average. */
    @Test
    void the_trail_weighs_every_price_as_often_as_there_were_decisions() {
        int decisions = 400;
        double weighed = 0;
        for (int i = 0; i < decisions; i++) {
            shop.after(Duration.ofDays(1));
            var recorded =
                    shop.twin().decisions().find(asked().id()).orElseThrow().decision();
            weighed += recorded.chosen()
                            .outcome()
                            .describe()
                            .equals(change("10", "9").describe())
                    ? 1 / recorded.propensity()
                    : 0;
        }

        assertThat(weighed / decisions).isCloseTo(1, within(.35));
    }

    @Test
    void what_was_drawn_comes_out_the_same_when_it_is_made_again() {
        var first = asked();
        var second = tried();
        shop.twin().apply(second);
        shop.reopen();

        assertThat(shop.twin().decisions().reproduce(List.of(first.id(), second.id())))
                .allSatisfy(it -> assertThat(it.inWords()).contains("comes out the same"));
    }

    @Test
    void what_is_carried_out_is_counted_also_after_a_restart_and_what_is_only_asked_is_not() {
        var decision = tried();
        assertThat(spent()).isEqualTo(eur("0"));

        assertThat(shop.twin().apply(decision).kind()).isEqualTo(OutcomeKind.APPLIED);
        shop.reopen();

        assertThat(spent()).isEqualTo(decision.regret().orElseThrow());
        assertThat(shop.twin().state().commitments().tried(MUG, WEB))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.before()).isEqualTo(eur("10"));
                    assertThat(it.price())
                            .isEqualTo(decision.action().orElseThrow().to());
                });
        assertThat(shop.twin()
                        .state()
                        .commitments()
                        .regret(
                                Capability.PRICING,
                                MUG,
                                Instant.EPOCH,
                                shop.now().plusSeconds(9)))
                .isEqualTo(spent());
    }

    @Test
    void what_a_host_carries_out_itself_is_counted_too() {
        var decision = tried();
        shop.twin().accept(ActionApplied.of(decision));

        assertThat(spent()).isEqualTo(decision.regret().orElseThrow());
    }

    @Test
    void what_was_changed_back_or_failed_stays_counted_and_is_counted_once() {
        var decision = tried();
        shop.failing(true);
        assertThat(shop.twin().apply(decision).kind()).isEqualTo(OutcomeKind.FAILED);
        assertThat(spent()).isEqualTo(decision.regret().orElseThrow());

        shop.failing(false);
        assertThat(shop.twin().apply(decision).kind()).isEqualTo(OutcomeKind.APPLIED);
        shop.twin().controls().rollback(decision.id(), OPERATOR, "a test");

        assertThat(spent()).isEqualTo(decision.regret().orElseThrow());
    }

    /** Both were asked for while the whole budget was there. */
    @Test
    void decisions_of_one_moment_cannot_spend_the_same_budget() {
        shop.close();
        shop = shop("narrow", Learning.within(RegretBudget.perWeek(eur("1.50"))).withCoolDownDays(0), 5);
        var first = tried();
        var second = shop.price("d-2", "10", "11");
        var dear = new Decision<>(
                second.id(),
                second.capability(),
                second.target(),
                second.asOf(),
                second.status(),
                second.chosen(),
                second.pending(),
                second.alternatives(),
                second.objective(),
                first.evidence(),
                second.reasons(),
                second.versions(),
                second.revision(),
                second.seed(),
                true);

        assertThat(shop.twin().apply(first).kind()).isEqualTo(OutcomeKind.APPLIED);
        shop.hear("10", shop.now().plusSeconds(1));
        shop.after(Duration.ofMinutes(1));

        assertThat(shop.twin().apply(dear).detail()).contains("to learn, and", "are left of 1.50 EUR of this week");
    }

    @Test
    void an_operator_says_no_and_yes_again() {
        var drawn = tried();

        shop.twin().controls().freezeExploration(Capability.PRICING, OPERATOR, "the sale begins");
        assertThat(asked().reasons())
                .anyMatch(it -> it.contains("Nothing is tried to learn: an operator has frozen it"));
        assertThat(asked().action()).contains(change("10", "11"));
        assertThat(shop.twin().apply(drawn).detail()).contains("an operator has frozen trying");
        assertThat(shop.isAudited("exploration frozen")).isTrue();

        shop.reopen().controls().resumeExploration(Capability.PRICING, OPERATOR, "it is over");
        assertThat(asked().reasons()).noneMatch(it -> it.contains("Nothing is tried"));
    }

    @Test
    void where_the_twin_may_not_act_alone_or_acting_is_stopped_nothing_is_tried() {
        shop.twin().controls().grant(Capability.PRICING, Scope.of(MUG), Autonomy.APPROVE, OPERATOR);
        assertThat(asked().reasons()).anyMatch(it -> it.contains("may not act alone here"));

        shop.twin().controls().grant(Capability.PRICING, Scope.of(MUG), Autonomy.FULL, OPERATOR);
        shop.twin().controls().stop(OPERATOR, "drill");
        assertThat(asked().reasons()).anyMatch(it -> it.contains("acting is stopped"));
    }

    @Test
    void after_a_change_the_price_stands_for_the_days_of_the_cool_down() {
        shop.close();
        shop = shop("cool", TERMS.withCoolDownDays(7), 1);
        var decision = tried();
        assertThat(shop.twin().apply(decision).kind()).isEqualTo(OutcomeKind.APPLIED);
        shop.tellPrice(decision.action().orElseThrow().to().amount().toPlainString());

        shop.after(Duration.ofDays(6));
        assertThat(asked()).satisfies(it -> {
            assertThat(it.action()).isEmpty();
            assertThat(it.propensity()).isOne();
            assertThat(it.reasons()).anyMatch(why -> why.contains("cool-down: " + decision.id()));
        });
        shop.after(Duration.ofDays(1));
        assertThat(asked().reasons()).noneMatch(it -> it.contains("cool-down"));
    }
}
