package dev.storetwin.benchmarks.pricing;

import dev.storetwin.Twin;
import dev.storetwin.core.StoreTwin;
import dev.storetwin.core.random.Draw;
import dev.storetwin.core.random.Draws;
import dev.storetwin.decision.Autonomy;
import dev.storetwin.decision.Decision;
import dev.storetwin.decision.JudgedAlternative;
import dev.storetwin.event.PriceChanged;
import dev.storetwin.experiment.Exploration;
import dev.storetwin.experiment.Learning;
import dev.storetwin.experiment.RegretBudget;
import dev.storetwin.guardrail.Guardrail;
import dev.storetwin.guardrail.GuardrailContext;
import dev.storetwin.guardrail.RuleHit;
import dev.storetwin.guardrail.Ruling;
import dev.storetwin.guardrail.Severity;
import dev.storetwin.platform.ActionWriter;
import dev.storetwin.platform.WriteResult;
import dev.storetwin.pricing.PriceChange;
import dev.storetwin.pricing.PricePlanner;
import dev.storetwin.pricing.PriceQuestion;
import dev.storetwin.proposal.Action;
import dev.storetwin.proposal.Alternative;
import dev.storetwin.proposal.Belief;
import dev.storetwin.proposal.Objective;
import dev.storetwin.proposal.Proposal;
import dev.storetwin.state.TwinState;
import dev.storetwin.testing.SettableClock;
import dev.storetwin.type.Actor;
import dev.storetwin.type.Capability;
import dev.storetwin.type.Channel;
import dev.storetwin.type.DecisionId;
import dev.storetwin.type.Money;
import dev.storetwin.type.Role;
import dev.storetwin.type.Sku;
import dev.storetwin.type.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/**
 * Stories of a twin that learns while earning, drawn at random: prices are asked for, carried out now, later or twice, refused, confirmed, set by
 * people, changed back, while exploration is frozen and resumed. In none may a window give up more than its budget, may a blocked price be drawn, or
 * may probabilities not sum to one.
 *
 * <p>{@code java ... dev.storetwin.benchmarks.pricing.LearningStories [stories]}. Ends with exit code 1 when one breaks a law.
 */
public final class LearningStories {

    private static final Source SHOP = Source.of("stories");
    private static final Channel WEB = Channel.of("web");
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final Actor OPERATOR = new Actor(Role.OPERATOR, "operator");
    private static final Instant OPENING = Instant.parse("2026-03-02T08:00:00Z");
    private static final List<Sku> SKUS = List.of(Sku.of("MUG-1"), Sku.of("CUP-2"), Sku.of("TEAPOT-9"));
    private static final int STEPS = 80;

    private final Draw chance;
    private final RegretBudget budget;
    private final SettableClock clock = SettableClock.at(OPENING);
    private final Twin twin;
    private final List<Decision<PriceChange>> made = new ArrayList<>();
    private int tried;

    /** Any beliefs, the same for one moment and price. */
    private record AnyBeliefs(Draws draws) implements PricePlanner {

        @Override
        public Proposal<PriceChange> plan(TwinState state, PriceQuestion question) {
            var now = state.catalog()
                    .price(question.sku(), question.channel(), question.asOf())
                    .orElseThrow()
                    .price();
            var alternatives = new ArrayList<Alternative<PriceChange>>();
            alternatives.add(Alternative.<PriceChange>doNothing(20).withBelief(new Belief(20, 0)));
            for (int cents = 800; cents <= 1_200; cents += 50) {
                var to = Money.of("%d.%02d".formatted(cents / 100, cents % 100), EUR);
                if (!to.equals(now)) {
                    alternatives.add(
                            score(state, question, new PriceChange(question.sku(), question.channel(), now, to)));
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
            var draw = draws.keyed(
                    "belief", action.sku() + action.describe(), question.asOf().getEpochSecond());
            var belief = new Belief(20 + 2 * draw.nextGaussian(), 3 * draw.nextGaussian());
            return Alternative.of(action, belief.mean() - 1).withBelief(belief);
        }
    }

    /** Blocks what is cheap, and rounds a price up where it pleases. */
    private static final Guardrail<PriceChange> RULES = new Guardrail<>() {
        @Override
        public Class<PriceChange> actions() {
            return PriceChange.class;
        }

        @Override
        public Ruling<PriceChange> check(PriceChange action, GuardrailContext context) {
            if (action.to().toDouble() < 9) {
                return Ruling.blocked("floor", "below 9");
            }
            var whole = Money.of("11", EUR);
            return action.to().equals(Money.of("10.50", EUR))
                    ? new Ruling<>(
                            List.of(new RuleHit("ending", Severity.ADJUSTED, "whole euros")),
                            List.of(action.withTo(whole)))
                    : Ruling.allowed();
        }
    };

    private LearningStories(long story) {
        this.chance = Draws.of(story).keyed("story", "learning", 0);
        var amount = Money.of(String.valueOf(1 + chance.nextInt(8)), EUR);
        var plain = chance.nextBoolean(.5) ? RegretBudget.perDay(amount) : RegretBudget.perWeek(amount);
        this.budget = chance.nextBoolean(.5) ? plain : plain.ofEachSku();
        this.twin = StoreTwin.builder()
                .clock(clock)
                .seed(story)
                .guardrail(RULES)
                .autonomy(Capability.PRICING, Autonomy.FULL)
                .exploration(Exploration.learning(Learning.within(budget).withCoolDownDays(chance.nextInt(3))))
                .pricing(new AnyBeliefs(Draws.of(story)))
                .writer(platform())
                .build();
        SKUS.forEach(it -> tell(it, "10"));
    }

    public static void main(String[] arguments) {
        Locale.setDefault(Locale.ROOT);
        int stories = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000;
        var broken = new ArrayList<String>();
        int tried = told(stories, broken);
        System.out.printf(
                "%d stories of %d steps, %d prices tried, %d laws broken%n", stories, STEPS, tried, broken.size());
        broken.stream().limit(10).forEach(System.out::println);
        System.exit(broken.isEmpty() ? 0 : 1);
    }

    /**
     * Tells so many stories.
     *
     * @param broken takes what must not be, in words
     * @return how many prices were tried and carried out
     */
    static int told(int stories, List<String> broken) {
        int tried = 0;
        for (int story = 0; story < stories; story++) {
            var told = new LearningStories(story);
            for (int step = 0; step < STEPS; step++) {
                told.step();
            }
            told.judge("story " + story, broken);
            tried += told.tried;
            told.twin.close();
        }
        return tried;
    }

    /** It fails now and then, and now and then loses its answer. */
    private ActionWriter platform() {
        return new ActionWriter() {
            @Override
            public boolean writes(Action action) {
                return true;
            }

            @Override
            public WriteResult write(Action action, DecisionId key) {
                return chance.nextBoolean(.15) ? new WriteResult.Failed("503", true) : new WriteResult.Written();
            }
        };
    }

    private void tell(Sku sku, String price) {
        clock.advance(Duration.ofSeconds(1));
        twin.accept(PriceChanged.of(SHOP, sku, WEB, Money.of(price, EUR), clock.instant()));
    }

    private void step() {
        clock.advance(Duration.ofMinutes(1 + chance.nextInt(1_200)));
        var sku = SKUS.get(chance.nextInt(SKUS.size()));
        switch (chance.nextInt(10)) {
            case 0 -> tell(sku, "10");
            case 1 -> twin.controls().rollback(any().id(), OPERATOR, "a story");
            case 2 -> apply(any());
            case 3 -> freeze();
            case 4 -> askedBefore();
            default -> apply(ask(sku));
        }
    }

    private Decision<PriceChange> ask(Sku sku) {
        var decision = twin.pricing().recommend(sku, WEB);
        made.add(decision);
        return decision;
    }

    private Decision<PriceChange> any() {
        return made.isEmpty() ? ask(SKUS.get(0)) : made.get(chance.nextInt(made.size()));
    }

    /** All are asked for at one moment, and carried out then. */
    private void askedBefore() {
        SKUS.stream().map(this::ask).toList().forEach(this::apply);
    }

    private void freeze() {
        twin.controls().freezeExploration(Capability.PRICING, OPERATOR, "a story");
        apply(any());
        if (chance.nextBoolean(.8)) {
            twin.controls().resumeExploration(Capability.PRICING, OPERATOR, "a story");
        }
    }

    private void apply(Decision<PriceChange> decision) {
        var outcome = twin.apply(decision);
        tried += decision.regret().filter(Money::isPositive).isPresent()
                        && outcome.kind().name().equals("APPLIED")
                ? 1
                : 0;
        if (chance.nextBoolean(.6)) {
            decision.action().ifPresent(it -> tell(it.sku(), it.to().amount().toPlainString()));
        }
    }

    private void judge(String story, List<String> broken) {
        for (var decision : made) {
            double sum = decision.alternatives().stream()
                    .mapToDouble(JudgedAlternative::propensity)
                    .sum();
            boolean drewBlocked = decision.alternatives().stream().anyMatch(it -> !it.passes() && it.propensity() > 0);
            if (Math.abs(sum - 1) > 1e-12 || drewBlocked || !(decision.propensity() > 0)) {
                broken.add("%s: %s has probabilities of %s".formatted(story, decision.id(), sum));
            }
        }
        var zone = twin.state().zone();
        for (var start = budget.window().start(OPENING, zone);
                start.isBefore(clock.instant());
                start = budget.window().end(start, zone)) {
            judge(story, start, budget.window().end(start, zone), broken);
        }
    }

    private void judge(String story, Instant from, Instant until, List<String> broken) {
        var commitments = twin.state().commitments();
        var spent = budget.perSku()
                ? SKUS.stream()
                        .map(it -> commitments.regret(Capability.PRICING, it, from, until))
                        .toList()
                : List.of(commitments.regret(Capability.PRICING, from, until));
        spent.stream()
                .filter(it -> it.compareTo(budget.amount()) > 0)
                .forEach(it -> broken.add("%s: %s from %s of %s".formatted(story, it, from, budget)));
    }
}
