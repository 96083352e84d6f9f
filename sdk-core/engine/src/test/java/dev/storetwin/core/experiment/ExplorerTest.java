package dev.storetwin.core.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.storetwin.core.event.EventCodec;
import dev.storetwin.core.feature.FeatureCatalogue;
import dev.storetwin.core.guardrail.ShopFacts;
import dev.storetwin.core.state.ShopState;
import dev.storetwin.event.ActionApplied;
import dev.storetwin.event.ExplorationChanged;
import dev.storetwin.event.KillSwitchChanged;
import dev.storetwin.event.TwinAct;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.experiment.Exploration;
import dev.storetwin.experiment.Learning;
import dev.storetwin.experiment.RegretBudget;
import dev.storetwin.proposal.Belief;
import dev.storetwin.type.Actor;
import dev.storetwin.type.Capability;
import dev.storetwin.type.Channel;
import dev.storetwin.type.Commitment;
import dev.storetwin.type.DecisionId;
import dev.storetwin.type.Money;
import dev.storetwin.type.Sku;
import dev.storetwin.type.Target;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ExplorerTest {

    private static final Currency EUR = Currency.getInstance("EUR");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Target MUG = Target.of(Sku.of("MUG-1"), Channel.of("web"));

    /** A Wednesday. */
    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");

    private static final Learning TERMS = Learning.within(RegretBudget.perWeek(eur("10")));
    private static final ShopFacts FACTS = new ShopFacts(FeatureCatalogue.ofShop(), List.of());

    private static final List<Candidate> RUNGS =
            List.of(rung("11", 20, 1), nothing(19, 0), rung("9", 18, 4), rung("8", 5, 40), rung("12", 19.5, -2));

    private static Money eur(String amount) {
        return Money.of(amount, EUR);
    }

    private static Candidate rung(String price, double mean, double deviation) {
        return new Candidate("price " + price, false, Optional.of(new Belief(mean, deviation)), 0);
    }

    private static Candidate nothing(double mean, double stockOut) {
        return new Candidate("do nothing", true, Optional.of(new Belief(mean, 0)), stockOut);
    }

    private static ShopState shop(TwinEvent... events) {
        return ShopState.empty(BERLIN, EUR)
                .after(Stream.of(events).map(EventCodec.PLAIN::encode).toList())
                .state();
    }

    private static ActionApplied applied(String id, String regret, Instant at) {
        var bound = Commitment.ofPrice(eur("9")).withRegret(eur(regret));
        var decision = DecisionId.of(id);
        return new ActionApplied(TwinAct.about("applied", decision, at), decision, Capability.PRICING, MUG, bound);
    }

    private static Trial about(ShopState shop) {
        return new Trial(shop, Capability.PRICING, MUG, NOON, "EUR", true);
    }

    private static Drawing draw(Learning terms, Trial trial) {
        return new Explorer(1, Exploration.learning(terms)).draw(trial, RUNGS, FACTS);
    }

    private static void assertIsNotTried(Drawing drawing, String why) {
        assertThat(drawing.isTrial()).isFalse();
        assertThat(drawing.taken()).isZero();
        assertThat(drawing.chances()).containsExactly(1.0, 0.0, 0.0, 0.0, 0.0);
        assertThat(drawing.reasons()).singleElement().asString().contains("Nothing is tried", why);
    }

    @Test
    void the_best_is_taken_where_nothing_is_to_be_learned() {
        assertThat(new Explorer(1, Exploration.NONE).draw(about(shop()), RUNGS, FACTS))
                .isEqualTo(Drawing.certain(0, 5));
    }

    @Test
    void what_is_drawn_has_the_chance_to_be_best_and_what_is_too_dear_or_does_nothing_has_none() {
        var drawing = draw(TERMS, about(shop()));

        var among = ChanceOfBest.of(List.of(new Belief(20, 1), new Belief(18, 4), new Belief(19.5, -2)));
        assertThat(drawing.chances()).containsExactly(among.get(0), 0.0, among.get(1), 0.0, among.get(2));
        assertThat(drawing.isTrial()).isTrue();
        assertThat(drawing.reasons().get(0)).contains("Drawn to learn, with probability 0.", "among 3");
        assertThat(drawing.reasons().get(1)).contains("10.00 EUR of 10.00 EUR of this week");
    }

    @Test
    void a_hundred_thousand_draws_of_as_many_things_come_as_often_as_they_are_logged() {
        var shop = shop();
        var explorer = new Explorer(3, Exploration.learning(TERMS));
        var counts = new int[RUNGS.size()];
        List<Double> chances = List.of();
        int draws = 100_000;
        for (int i = 0; i < draws; i++) {
            var about = new Trial(
                    shop, Capability.PRICING, Target.of(Sku.of("S" + i), Channel.of("web")), NOON, "EUR", true);
            var drawing = explorer.draw(about, RUNGS, FACTS);
            chances = drawing.chances();
            counts[drawing.taken()]++;
        }

        for (int i = 0; i < counts.length; i++) {
            double chance = chances.get(i);
            assertThat(counts[i] / (double) draws)
                    .isCloseTo(chance, within(4.5 * Math.sqrt(chance * (1 - chance) / draws) + 1e-12));
        }
    }

    @Test
    void who_asks_again_on_the_same_day_hears_the_same_and_another_seed_or_day_draws_anew() {
        var shop = shop();
        var later = new Trial(shop, Capability.PRICING, MUG, NOON.plus(Duration.ofHours(8)), "EUR", true);

        assertThat(draw(TERMS, later)).isEqualTo(draw(TERMS, about(shop)));
        assertThat(Stream.iterate(0, it -> it + 1)
                        .limit(40)
                        .map(it ->
                                new Trial(shop, Capability.PRICING, MUG, NOON.plus(Duration.ofDays(it)), "EUR", true))
                        .map(it -> draw(TERMS, it).taken())
                        .distinct())
                .hasSizeGreaterThan(1);
    }

    @Test
    void what_was_given_up_in_this_week_is_left_no_more_and_a_week_later_it_is() {
        var monday = Instant.parse("2026-03-02T00:30:00+01:00");
        var spent = shop(applied("d-1", "9.80", monday), applied("d-2", "5", monday.minusSeconds(3_600)));

        var drawing = draw(TERMS.withCoolDownDays(0), about(spent));
        assertIsNotTried(drawing, "0.20 EUR that are left of 10.00 EUR of this week");

        var nextWeek = new Trial(spent, Capability.PRICING, MUG, NOON.plus(Duration.ofDays(7)), "EUR", true);
        assertThat(draw(TERMS.withCoolDownDays(0), nextWeek).isTrial()).isTrue();
    }

    @Test
    void each_sku_has_a_budget_of_its_own_where_that_is_wanted() {
        var spent = shop(applied("d-1", "10", NOON.minusSeconds(60)));
        var other =
                new Trial(spent, Capability.PRICING, Target.of(Sku.of("CUP-2"), Channel.of("web")), NOON, "EUR", true);
        var each = Learning.within(RegretBudget.perDay(eur("10")).ofEachSku()).withCoolDownDays(0);

        assertThat(draw(each, about(spent)).isTrial()).isFalse();
        assertThat(draw(each, other).isTrial()).isTrue();
    }

    @Test
    void a_budget_of_nothing_tries_nothing() {
        assertIsNotTried(draw(Learning.within(RegretBudget.perDay(eur("0"))), about(shop())), "0.00 EUR");
    }

    @Test
    void a_change_that_is_young_stands() {
        var young = shop(applied("d-1", "1", NOON.minus(Duration.ofDays(6))));

        var drawing = draw(TERMS, about(young));

        assertThat(RUNGS.get(drawing.taken()).isDoNothing()).isTrue();
        assertThat(drawing.chances()).containsExactly(0.0, 1.0, 0.0, 0.0, 0.0);
        assertThat(drawing.reasons()).singleElement().asString().contains("cool-down: d-1", "6.0 days ago", "for 7");
        assertThat(draw(TERMS.withCoolDownDays(6), about(young)).isTrial()).isTrue();
    }

    @Test
    void an_operator_who_freezes_stops_or_keeps_the_right_to_act_is_heard() {
        var frozen = ExplorationChanged.of(Capability.PRICING, true, Actor.TWIN, NOON.minusSeconds(9), "a sale");
        var resumed = ExplorationChanged.of(Capability.PRICING, false, Actor.TWIN, NOON.minusSeconds(5), "over");
        var stopped = KillSwitchChanged.of(true, Actor.TWIN, NOON.minusSeconds(9), "drill");

        assertIsNotTried(draw(TERMS, about(shop(frozen))), "an operator has frozen it");
        assertThat(draw(TERMS, about(shop(frozen, resumed))).isTrial()).isTrue();
        assertIsNotTried(draw(TERMS, about(shop(stopped))), "acting is stopped");
        var advising = new Trial(shop(), Capability.PRICING, MUG, NOON, "EUR", false);
        assertIsNotTried(draw(TERMS, advising), "may not act alone");
    }

    @Test
    void what_may_run_out_is_not_tried() {
        var short_ = List.of(rung("11", 20, 1), nothing(19, .2), rung("9", 18, 4));
        var risky = List.of(
                rung("11", 20, 1),
                nothing(19, .05),
                new Candidate("price 9", false, Optional.of(new Belief(19.9, 4)), .4),
                rung("12", 19, 2));
        var explorer = new Explorer(1, Exploration.learning(TERMS));

        assertThat(explorer.draw(about(shop()), short_, FACTS).reasons().get(0)).contains("may run out (20 %)");
        assertThat(explorer.draw(about(shop()), risky, FACTS).chances().get(2)).isZero();
    }

    @Test
    void money_that_the_budget_does_not_count_is_not_risked() {
        assertIsNotTried(
                draw(TERMS, new Trial(shop(), Capability.PRICING, MUG, NOON, "USD", true)), "the budget counts EUR");
    }

    @Test
    void values_of_which_nobody_says_how_sure_they_are_teach_nothing() {
        var unsure = List.of(
                new Candidate("order 5", false, Optional.empty(), 0),
                new Candidate("do nothing", true, Optional.empty(), 0));

        assertThat(new Explorer(1, Exploration.learning(TERMS))
                        .draw(about(shop()), unsure, FACTS)
                        .reasons())
                .singleElement()
                .asString()
                .contains("nobody says how sure");
    }

    @Test
    void terms_that_cannot_be_meant_are_refused() {
        assertThatThrownBy(() -> RegretBudget.perDay(eur("-1"))).hasMessageContaining("not below zero");
        assertThatThrownBy(() -> TERMS.withCoolDownDays(-1)).hasMessageContaining("coolDownDays (-1)");
        assertThatThrownBy(() -> TERMS.withMostStockOut(10)).hasMessageContaining("per cent");
        assertThatThrownBy(() -> new Exploration(.1, Optional.of(TERMS))).hasMessageContaining("not both");
    }
}
