package dev.storetwin.core;

import static dev.storetwin.core.CoupledShop.cents;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import dev.storetwin.CoupledPrice;
import dev.storetwin.PricePlan;
import dev.storetwin.Twin;
import dev.storetwin.core.CoupledShop.Item;
import dev.storetwin.decision.JudgedAlternative;
import dev.storetwin.guardrail.Guardrail;
import dev.storetwin.guardrail.GuardrailContext;
import dev.storetwin.guardrail.RuleHit;
import dev.storetwin.guardrail.Ruling;
import dev.storetwin.guardrail.Severity;
import dev.storetwin.pricing.PriceChange;
import dev.storetwin.pricing.PriceRule;
import dev.storetwin.pricing.PriceRule.Kind;
import dev.storetwin.pricing.PriceScope;
import dev.storetwin.pricing.PriceWishes;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;

/** Laws of prices that are planned together, whatever the shop and the rules, looked at from outside. */
@PropertyDefaults(tries = 150, edgeCases = EdgeCasesMode.NONE)
class PricePlanLawsTest {

    /** Blocks some prices, asks about some, and makes others end in 99. */
    private static final class Choosy implements Guardrail<PriceChange> {

        @Override
        public Ruling<PriceChange> check(PriceChange change, GuardrailContext context) {
            var verdict = of(cents(change.to()));
            var hit = List.of(new RuleHit("choosy", verdict, "this one is " + verdict));
            return switch (verdict) {
                case ALLOWED -> Ruling.allowed();
                case ADJUSTED ->
                    new Ruling<>(hit, List.of(change.withTo(CoupledShop.money(cents(change.to()) / 100 * 100 + 99))));
                case NEEDS_REVIEW, BLOCKED -> new Ruling<>(hit, List.of());
            };
        }

        @Override
        public Class<PriceChange> actions() {
            return PriceChange.class;
        }

        static Severity of(long cents) {
            if (cents % 100 == 99) {
                return Severity.ALLOWED;
            }
            return switch ((int) (cents / 10 % 4)) {
                case 0 -> Severity.BLOCKED;
                case 1 -> Severity.NEEDS_REVIEW;
                case 2 -> Severity.ADJUSTED;
                default -> Severity.ALLOWED;
            };
        }
    }

    private static PriceWishes wishes(Random chance) {
        var rules = new ArrayList<PriceRule>();
        maybe(chance, PriceRule.share(Kind.MARGIN_FLOOR, "0.2"), rules);
        maybe(chance, PriceRule.share(Kind.MAX_CHANGE, "0.1"), rules);
        maybe(chance, PriceRule.share(Kind.MAX_RISE, "0.1"), rules);
        maybe(chance, PriceRule.amount(Kind.MAX_CUT, "1.50").within(PriceScope.channel("web")), rules);
        maybe(chance, PriceRule.share(Kind.MIN_CHANGE, "0.03"), rules);
        maybe(chance, PriceRule.amount(Kind.MIN_PRICE, "9.50"), rules);
        maybe(chance, PriceRule.amount(Kind.MAX_PRICE, "13.00").within(PriceScope.family("f0")), rules);
        maybe(chance, PriceRule.endings(".99"), rules);
        maybe(chance, PriceRule.of(Kind.FREEZE).within(PriceScope.series("S1")), rules);
        maybe(chance, PriceRule.share(Kind.LOWEST_PRICE, "0.9"), rules);
        maybe(chance, PriceRule.competitorIndex("0.7", "1.1"), rules);
        maybe(chance, PriceRule.share(Kind.PARITY, chance.nextBoolean() ? "0" : "0.05"), rules);
        maybe(chance, PriceRule.share(Kind.FAMILY_BAND, chance.nextBoolean() ? "0.03" : "0.15"), rules);
        maybe(chance, PriceRule.of(Kind.SIZE_ORDER), rules);
        maybe(chance, PriceRule.maxMoves(chance.nextInt(4)), rules);
        maybe(chance, PriceRule.maxMoves(1).within(PriceScope.channel("store")), rules);
        maybe(chance, PriceRule.amount(Kind.MARKDOWN_BUDGET, "15"), rules);
        return PriceWishes.all().sizedBy("grams").under(rules.toArray(PriceRule[]::new));
    }

    private static void maybe(Random chance, PriceRule rule, List<PriceRule> rules) {
        if (chance.nextInt(4) == 0) {
            rules.add(rule);
        }
    }

    private static long[] prices(PricePlan plan, List<Item> items) {
        return items.stream()
                .mapToLong(it -> price(plan.line(it.pair()).orElseThrow(), it))
                .toArray();
    }

    private static long price(CoupledPrice line, Item item) {
        return line.decision().action().map(it -> cents(it.to())).orElse(item.price());
    }

    private static Twin opened(CoupledShop shop, StoreTwinBuilder builder) {
        var twin = builder.build();
        twin.load(shop.events());
        return twin;
    }

    @Property
    void every_rule_holds_over_the_whole_answer_or_the_answer_says_which_cannot(@ForAll long seed) {
        var chance = new Random(seed);
        var shop = CoupledShop.any(chance, 1 + chance.nextInt(6));
        var wishes = wishes(chance);
        try (var twin = opened(shop, shop.builder().guardrail(new Choosy()))) {
            var plan = twin.pricing().plan(wishes);

            var held = new HeldRules(shop.items());
            var prices = prices(plan, shop.items());
            assertThat(plan.failure()).isEmpty();
            assertThat(plan.lines()).hasSameSizeAs(shop.items());
            if (plan.stuck().findAny().isEmpty()) {
                assertThat(wishes.rules()).allMatch(it -> held.hold(it, prices));
            }
            assertThat(plan.stuck())
                    .allSatisfy(it -> assertThat(it.decision().action()).isEmpty());
            assertThat(plan.stuck()).allSatisfy(it -> assertThat(it.reason()).startsWith("The price stays: "));
        }
    }

    @Property
    void no_price_is_taken_that_the_guardrails_do_not_let_pass_and_each_tells_what_else_there_was(@ForAll long seed) {
        var chance = new Random(seed);
        var shop = CoupledShop.any(chance, 1 + chance.nextInt(4));
        try (var twin = opened(shop, shop.builder().guardrail(new Choosy()))) {
            var plan = twin.pricing().plan(wishes(chance));

            assertThat(plan.changes()).allSatisfy(it -> {
                assertThat(Choosy.of(cents(it.action().orElseThrow().to()))).isEqualTo(Severity.ALLOWED);
                assertThat(it.chosen().passes()).isTrue();
            });
            assertThat(plan.lines()).allSatisfy(it -> {
                assertThat(it.decision().alternatives()).hasSizeGreaterThanOrEqualTo(9);
                assertThat(it.decision().alternatives().stream()
                                .mapToDouble(JudgedAlternative::propensity)
                                .sum())
                        .isEqualTo(1);
                assertThat(it.decision().reasons()).isNotEmpty();
                assertThat(it.reason()).isNotBlank();
                assertThat(twin.decisions().find(it.decision().id())).isPresent();
            });
        }
    }

    /** All that passes of each price, put together in every way. */
    @Property
    void the_answer_is_the_best_of_all_that_passes_and_keeps_the_rules(@ForAll long seed) {
        var chance = new Random(seed);
        var shop = CoupledShop.any(chance, 1);
        var wishes = wishes(chance);
        try (var twin = opened(shop, shop.builder().guardrail(new Choosy()))) {
            var plan = twin.pricing().plan(wishes);

            var tried = new Tried(shop.items(), plan, wishes.rules());
            double best = tried.best(new long[shop.items().size()], 0);
            assertThat(plan.stuck().findAny().isEmpty()).isEqualTo(best > Double.NEGATIVE_INFINITY);
            if (best > Double.NEGATIVE_INFINITY) {
                assertThat(plan.value()).isCloseTo(best, offset(1e-6));
                assertThat(plan.gap()).isCloseTo(0, offset(1e-6));
            }
        }
    }

    private record Tried(List<Item> items, PricePlan plan, List<PriceRule> rules) {

        double best(long[] prices, int at) {
            if (at == prices.length) {
                return rules.stream().allMatch(it -> new HeldRules(items).hold(it, prices))
                        ? score(prices)
                        : Double.NEGATIVE_INFINITY;
            }
            double best = Double.NEGATIVE_INFINITY;
            for (long price : passing(items.get(at)).keySet()) {
                prices[at] = price;
                best = Math.max(best, best(prices, at + 1));
            }
            return best;
        }

        private double score(long[] prices) {
            double score = 0;
            for (int i = 0; i < prices.length; i++) {
                score += items.get(i).score(prices[i]);
            }
            return score;
        }

        private TreeMap<Long, Double> passing(Item item) {
            var passing = new TreeMap<Long, Double>();
            plan.line(item.pair()).orElseThrow().decision().alternatives().stream()
                    .filter(JudgedAlternative::passes)
                    .forEach(it -> passing.put(
                            it.action().map(change -> cents(change.to())).orElse(item.price()), it.expectedValue()));
            return passing;
        }
    }

    /** On the prices that were there to choose from: with the rules of a clash there are none, and without any one of them there are some. */
    @Property
    void rules_that_clash_clash_alone_and_any_one_fewer_does_not(@ForAll long seed) {
        var chance = new Random(seed);
        var shop = CoupledShop.any(chance, 1);
        var wishes = wishes(chance)
                .under(
                        PriceRule.amount(Kind.MIN_PRICE, "12.50").within(PriceScope.channel("web")),
                        PriceRule.share(Kind.PARITY, "0.01"),
                        PriceRule.share(Kind.MAX_RISE, "0.02").within(PriceScope.channel("store")));
        try (var twin = opened(shop, shop.builder())) {
            var plan = twin.pricing().plan(wishes);

            for (var clash : plan.clashes()) {
                var stuck = shop.items().stream()
                        .filter(it -> plan.line(it.pair())
                                .flatMap(CoupledPrice::clash)
                                .filter(clash::equals)
                                .isPresent())
                        .toList();
                assertThat(stuck).isNotEmpty();
                if (stuck.size() == 1 && clash.rules().stream().anyMatch(it -> it.kind() == Kind.PARITY)) {
                    continue; // the other one is stuck for reasons of its own, and stands where it stood
                }
                assertThat(clash.relaxations()).extracting(it -> it.rule()).isEqualTo(clash.rules());
                assertThat(isPossible(stuck, plan, clash.rules())).isFalse();
                for (var one : clash.rules()) {
                    var others = new ArrayList<>(clash.rules());
                    others.remove(one);
                    assertThat(isPossible(stuck, plan, others)).isTrue();
                }
            }
        }
    }

    private static boolean isPossible(List<Item> items, PricePlan plan, List<PriceRule> rules) {
        return new Tried(items, plan, rules).best(new long[items.size()], 0) > Double.NEGATIVE_INFINITY;
    }

    @Property(tries = 40)
    void without_rules_each_price_is_what_a_single_recommendation_says(@ForAll long seed) {
        var shop = CoupledShop.any(new Random(seed), 3);
        try (var twin = opened(shop, shop.builder().guardrail(new Choosy()))) {
            var plan = twin.pricing().plan(PriceWishes.all());

            for (var line : plan.lines()) {
                var single =
                        twin.pricing().recommend(line.pair().sku(), line.pair().channel());
                var best = single.alternatives().stream()
                        .filter(JudgedAlternative::passes)
                        .mapToDouble(JudgedAlternative::expectedValue)
                        .max();
                assertThat(line.decision().chosen().expectedValue()).isEqualTo(best.orElseThrow());
            }
        }
    }
}
