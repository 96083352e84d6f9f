package dev.storetwin.core.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.storetwin.core.feature.FeatureCatalogue;
import dev.storetwin.core.guardrail.Gate;
import dev.storetwin.core.guardrail.ShopFacts;
import dev.storetwin.core.proposal.Planning;
import dev.storetwin.core.state.ShopState;
import dev.storetwin.decision.BindingRule;
import dev.storetwin.decision.Decision;
import dev.storetwin.decision.DecisionStatus;
import dev.storetwin.decision.JudgedAlternative;
import dev.storetwin.experiment.Exploration;
import dev.storetwin.guardrail.Guardrail;
import dev.storetwin.guardrail.GuardrailContext;
import dev.storetwin.guardrail.RuleHit;
import dev.storetwin.guardrail.Ruling;
import dev.storetwin.guardrail.Severity;
import dev.storetwin.guardrail.Standing;
import dev.storetwin.pricing.PriceChange;
import dev.storetwin.pricing.PricePlanner;
import dev.storetwin.pricing.PriceQuestion;
import dev.storetwin.proposal.Alternative;
import dev.storetwin.proposal.Objective;
import dev.storetwin.proposal.Planner;
import dev.storetwin.proposal.Proposal;
import dev.storetwin.state.TwinState;
import dev.storetwin.type.Capability;
import dev.storetwin.type.Channel;
import dev.storetwin.type.Money;
import dev.storetwin.type.Sku;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class GuardedDeciderTest {

    private static final Currency EUR = Currency.getInstance("EUR");
    private static final Sku MUG = Sku.of("MUG-1");
    private static final Channel WEB = Channel.of("web");
    private static final PriceQuestion QUESTION = new PriceQuestion(MUG, WEB, Instant.parse("2026-03-02T12:00:00Z"));
    private static final ShopState SHOP = ShopState.empty(ZoneOffset.UTC, EUR);

    private static PriceChange to(String price) {
        return new PriceChange(MUG, WEB, Money.of("10", EUR), Money.of(price, EUR));
    }

    /** The dearer the better; leaving ten as it is brings ten. */
    private static final PricePlanner DEARER = new PricePlanner() {
        @Override
        public Proposal<PriceChange> plan(TwinState state, PriceQuestion question) {
            var alternatives = List.<Alternative<PriceChange>>of(
                    Alternative.doNothing(10),
                    score(state, question, to("9")),
                    score(state, question, to("11")),
                    score(state, question, to("12")));
            return new Proposal<>(
                    Capability.PRICING,
                    question.target(),
                    question.asOf(),
                    new Objective("margin", "EUR"),
                    alternatives,
                    List.of(),
                    List.of(),
                    List.of("dearer is better"),
                    new TreeMap<>(Map.of("model:dearer", "1")));
        }

        @Override
        public Alternative<PriceChange> score(TwinState state, PriceQuestion question, PriceChange action) {
            return Alternative.of(action, action.to().toDouble());
        }
    };

    private static final Guardrail<PriceChange> AT_MOST_ELEVEN =
            rule("at most 11", Severity.BLOCKED, it -> it.to().compareTo(Money.of("11", EUR)) > 0);

    private static Guardrail<PriceChange> rule(String name, Severity severity, Predicate<PriceChange> when) {
        return new Guardrail<>() {
            @Override
            public Class<PriceChange> actions() {
                return PriceChange.class;
            }

            @Override
            public Ruling<PriceChange> check(PriceChange action, GuardrailContext context) {
                return when.test(action)
                        ? new Ruling<>(List.of(new RuleHit(name, severity, "said so")), List.of())
                        : Ruling.allowed();
            }
        };
    }

    /** Prefers another price to any that does not end so. */
    private static Guardrail<PriceChange> adjust(String name, Predicate<PriceChange> when, String price) {
        return new Guardrail<>() {
            @Override
            public Class<PriceChange> actions() {
                return PriceChange.class;
            }

            @Override
            public Ruling<PriceChange> check(PriceChange action, GuardrailContext context) {
                return when.test(action)
                        ? new Ruling<>(
                                List.of(new RuleHit(name, Severity.ADJUSTED, "rather " + price)),
                                List.of(action.withTo(Money.of(price, EUR))))
                        : Ruling.allowed();
            }
        };
    }

    private static Decision<PriceChange> decide(long seed, Exploration exploration, Guardrail<?>... guardrails) {
        return decide(DEARER, seed, exploration, guardrails);
    }

    private static Decision<PriceChange> decide(
            Planner<PriceQuestion, PriceChange> planner,
            long seed,
            Exploration exploration,
            Guardrail<?>... guardrails) {
        var gate = new Gate(Optional.empty(), List.of(guardrails));
        var subject = new GuardedDecider.Subject<>(Capability.PRICING, PriceQuestion::target, PriceQuestion::asOf);
        var facts = new ShopFacts(FeatureCatalogue.ofShop(), List.of());
        return new GuardedDecider<>(
                        subject,
                        Planning.of(planner),
                        () -> gate,
                        facts,
                        new Choice(seed, exploration),
                        Circumstances.NONE)
                .decide(SHOP, QUESTION);
    }

    private static Decision<PriceChange> decide(Guardrail<?>... guardrails) {
        return decide(1, Exploration.NONE, guardrails);
    }

    @Test
    void without_guardrails_the_best_is_advice_only() {
        var decision = decide();

        assertThat(decision.status()).isEqualTo(DecisionStatus.UNGUARDED);
        assertThat(decision.action()).contains(to("12"));
        assertThat(decision.expectedGain()).isEqualTo(2);
    }

    @Test
    void the_best_that_passes_is_advised_and_the_refused_one_is_named() {
        var decision = decide(AT_MOST_ELEVEN);

        assertThat(decision.status()).isEqualTo(DecisionStatus.ADVISED);
        assertThat(decision.action()).contains(to("11"));
        assertThat(decision.reasons()).anyMatch(it -> it.contains("12.00 EUR") && it.contains("at most 11"));
        assertThat(decision.ruleHits()).extracting(RuleHit::rule).containsExactly("at most 11");
    }

    @Test
    void what_a_rule_costs_and_what_comes_second_is_told() {
        var decision = decide(AT_MOST_ELEVEN);

        assertThat(decision.reasons())
                .contains(
                        "price 10.00 EUR -> 12.00 EUR would bring 1.00 EUR more: at most 11: said so",
                        "Runner-up: do nothing, 1.00 EUR less");
        assertThat(decision.ruleCost()).isEqualTo(1);
        assertThat(decision.bindingRules())
                .containsExactly(new BindingRule(
                        "at most 11", Severity.BLOCKED, "said so", 1, "price 10.00 EUR -> 12.00 EUR", 1, 1));
        assertThat(decision.runnerUp()).hasValueSatisfying(it -> {
            assertThat(it.alternative().proposed().isDoNothing()).isTrue();
            assertThat(it.difference()).isEqualTo(1);
        });
    }

    @Test
    void two_rules_in_the_way_of_the_same_bring_nothing_when_one_alone_goes() {
        var decision = decide(AT_MOST_ELEVEN, rule("small steps", Severity.BLOCKED, it -> it.move() > .05));

        assertThat(decision.bindingRules())
                .extracting(BindingRule::rule, BindingRule::heldBack, BindingRule::cost, BindingRule::alone)
                .containsExactly(tuple("at most 11", 1, 2.0, 0.0), tuple("small steps", 2, 2.0, 1.0));
    }

    @Test
    void a_rule_that_holds_back_nothing_better_is_not_binding() {
        var decision = decide(rule("no cuts", Severity.BLOCKED, it -> it.move() < 0));

        assertThat(decision.ruleHits()).extracting(RuleHit::rule).containsExactly("no cuts");
        assertThat(decision.bindingRules()).isEmpty();
        assertThat(decision.ruleCost()).isZero();
        assertThat(decision.reasons()).noneMatch(it -> it.contains("would bring"));
    }

    @Test
    void an_adjustment_tells_what_it_costs() {
        var decision = decide(adjust("ending", it -> it.to().equals(Money.of("12", EUR)), "11.50"));

        assertThat(decision.reasons())
                .contains(
                        "adjusted from price 10.00 EUR -> 12.00 EUR, which would bring 0.50 EUR more: ending: rather 11.50",
                        "Runner-up: price 10.00 EUR -> 11.00 EUR, 0.50 EUR less");
        assertThat(decision.bindingRules())
                .extracting(BindingRule::rule, BindingRule::cost)
                .containsExactly(tuple("ending", .5));
    }

    @Test
    void what_waits_for_a_yes_tells_what_waiting_costs_and_what_else_could_be_done_at_once() {
        var decision = decide(rule("ask first", Severity.NEEDS_REVIEW, it -> it.move() > 0.15));

        assertThat(decision.reasons())
                .contains(
                        "price 10.00 EUR -> 12.00 EUR would bring 2.00 EUR more than doing nothing until then",
                        "Runner-up: price 10.00 EUR -> 11.00 EUR, 1.00 EUR less");
    }

    @Test
    void a_price_that_a_rule_brings_back_to_the_present_one_is_no_runner_up() {
        var decision = decide(adjust("stay", it -> it.move() != 0, "10"));

        assertThat(decision.action()).isEmpty();
        assertThat(decision.runnerUp()).isEmpty();
    }

    @Property(tries = 200)
    void rules_never_cost_less_than_nothing_and_every_binding_rule_spoke(
            @ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
        var decision = decide(
                seed,
                new Exploration(.5),
                AT_MOST_ELEVEN,
                adjust("ending", it -> it.to().equals(Money.of("9", EUR)), "8.99"));

        assertThat(decision.ruleCost()).isNotNegative();
        assertThat(decision.bindingRules()).allSatisfy(it -> {
            assertThat(it.cost()).isPositive().isLessThanOrEqualTo(decision.ruleCost());
            assertThat(it.alone()).isBetween(0.0, it.cost());
            assertThat(decision.ruleHits()).extracting(RuleHit::rule).contains(it.rule());
        });
    }

    @Test
    void when_everything_better_is_refused_nothing_is_done() {
        var decision = decide(rule("never dearer", Severity.BLOCKED, it -> it.move() > 0));

        assertThat(decision.status()).isEqualTo(DecisionStatus.BLOCKED);
        assertThat(decision.action()).isEmpty();
    }

    @Test
    void something_better_that_waits_for_review_is_pending_and_nothing_is_done() {
        var decision = decide(rule("ask first", Severity.NEEDS_REVIEW, it -> it.move() > 0.15));

        assertThat(decision.status()).isEqualTo(DecisionStatus.NEEDS_REVIEW);
        assertThat(decision.action()).isEmpty();
        assertThat(decision.pending()).contains(to("12"));
    }

    @Test
    void an_adjusted_action_is_valued_anew() {
        var decision = decide(adjust("ending", it -> it.to().equals(Money.of("12", EUR)), "11.50"));

        assertThat(decision.action()).contains(to("11.50"));
        assertThat(decision.expectedGain()).isCloseTo(1.5, within(1e-12));
        assertThat(decision.chosen().verdict().severity()).isEqualTo(Severity.ADJUSTED);
    }

    @Test
    void an_adjustment_must_pass_itself() {
        var decision = decide(adjust("ending", it -> it.to().equals(Money.of("11", EUR)), "11.99"), AT_MOST_ELEVEN);

        assertThat(decision.status()).isEqualTo(DecisionStatus.BLOCKED);
    }

    @Test
    void rules_that_adjust_each_other_without_end_block() {
        var up = adjust("up", it -> !it.to().equals(Money.of("13", EUR)), "13");
        var down = adjust("down", it -> it.to().equals(Money.of("13", EUR)), "8");

        var decision = decide(up, down);

        assertThat(decision.status()).isEqualTo(DecisionStatus.BLOCKED);
        assertThat(decision.ruleHits()).extracting(RuleHit::rule).contains("up", "down", "guardrails");
    }

    @Test
    void a_planner_that_cannot_even_be_linked_or_never_ends_is_a_decision_to_do_nothing() {
        var ways =
                List.of(new NoClassDefFoundError("host.Demand"), new StackOverflowError(), new AssertionError("never"));
        for (var broken : ways) {
            var decision = decide(
                    new Planner<>() {
                        @Override
                        public Proposal<PriceChange> plan(TwinState state, PriceQuestion question) {
                            throw broken;
                        }

                        @Override
                        public Alternative<PriceChange> score(
                                TwinState state, PriceQuestion question, PriceChange action) {
                            throw broken;
                        }
                    },
                    1,
                    Exploration.NONE,
                    AT_MOST_ELEVEN);

            assertThat(decision.status()).isEqualTo(DecisionStatus.FAILED);
            assertThat(decision.action()).isEmpty();
            assertThat(decision.reasons())
                    .anyMatch(it -> it.contains(broken.getClass().getSimpleName()));
        }
    }

    @Test
    void a_guardrail_that_cannot_even_be_linked_or_asserts_in_vain_blocks() {
        for (var failure : List.of(new NoClassDefFoundError("host.Ceiling"), new AssertionError("never"))) {
            var broken = rule("broken", Severity.BLOCKED, it -> {
                throw failure;
            });

            assertThat(decide(broken).status()).isEqualTo(DecisionStatus.BLOCKED);
        }
    }

    @Test
    void memory_that_has_run_out_is_the_hosts_to_know() {
        var broken = rule("broken", Severity.BLOCKED, it -> {
            throw new OutOfMemoryError("heap");
        });

        assertThatThrownBy(() -> decide(broken)).isInstanceOf(OutOfMemoryError.class);
    }

    @Test
    void a_guardrail_that_throws_blocks() {
        var broken = rule("broken", Severity.BLOCKED, it -> {
            throw new IllegalStateException("no luck");
        });

        assertThat(decide(broken).action()).isEmpty();
    }

    @Test
    void alternatives_adjusted_to_the_same_action_are_drawn_as_one() {
        var decision =
                decide(1, new Exploration(1), adjust("one price", it -> !it.to().equals(Money.of("11", EUR)), "11"));

        var drawn = decision.alternatives().stream()
                .filter(it -> it.propensity() > 0)
                .toList();
        assertThat(drawn).hasSize(2).allMatch(it -> it.propensity() == 0.5);
    }

    @Test
    void guardrails_know_how_an_action_stands_among_its_alternatives() {
        var seen = new TreeMap<String, Standing>();
        var watching = new Guardrail<PriceChange>() {
            @Override
            public Class<PriceChange> actions() {
                return PriceChange.class;
            }

            @Override
            public Ruling<PriceChange> check(PriceChange action, GuardrailContext context) {
                context.facts().stream()
                        .filter(Standing.class::isInstance)
                        .forEach(it -> seen.put(action.to().toString(), (Standing) it));
                return Ruling.allowed();
            }
        };

        var decision = decide(watching, adjust("ending", it -> it.to().equals(Money.of("12", EUR)), "11.50"));

        assertThat(seen)
                .containsEntry("12.00 EUR", new Standing(4, 1, 12, 2))
                .containsEntry("11.50 EUR", new Standing(4, 2, 11.5, 1.5))
                .containsEntry("9.00 EUR", new Standing(4, 4, 9, -1));
        assertThat(Standings.of(decision)).contains(new Standing(4, 2, 11.5, 1.5));
    }

    @Property(tries = 200)
    void probabilities_sum_to_one_and_the_chosen_had_a_chance(@ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
        var decision = decide(seed, new Exploration(0.3), AT_MOST_ELEVEN);

        assertThat(decision.alternatives().stream()
                        .mapToDouble(JudgedAlternative::propensity)
                        .sum())
                .isCloseTo(1, within(1e-12));
        assertThat(decision.propensity()).isPositive();
        assertThat(decision).isEqualTo(decide(seed, new Exploration(0.3), AT_MOST_ELEVEN));
    }

    @Test
    void draws_follow_the_probabilities_they_log() {
        int best = 0;
        for (int seed = 0; seed < 2_000; seed++) {
            best += decide(seed, new Exploration(0.5)).action().equals(Optional.of(to("12"))) ? 1 : 0;
        }

        assertThat(best / 2_000.0).isCloseTo(0.5 + 0.5 / 4, within(0.04));
    }
}
