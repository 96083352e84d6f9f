package dev.storetwin.core.pricing.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.storetwin.core.random.Draw;
import dev.storetwin.core.random.Draws;
import dev.storetwin.pricing.PriceRule;
import dev.storetwin.pricing.PriceRule.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class PriceOptimiserTest {

    private static final PriceOptimiser OPTIMISER = PriceOptimiser.of(PriceTicks.CENTS);

    @Property(tries = 400)
    void plans_are_the_best_of_all_that_keep_the_rules(@ForAll long seed) {
        var draw = Draws.of(seed).keyed("plans", "small", 0);
        var items = items(draw, 2 + draw.nextInt(4));
        var rules = rules(draw);

        var plan = OPTIMISER.plan(items, rules);

        double best = TriedPrices.best(items, rules);
        boolean isFeasible = plan.lines().stream().noneMatch(it -> it.status() == PriceStatus.INFEASIBLE);
        assertThat(isFeasible).isEqualTo(best > Double.NEGATIVE_INFINITY);
        if (isFeasible) {
            assertThat(plan.value()).isCloseTo(best, within(1e-6));
            assertThat(plan.gap()).isCloseTo(0, within(1e-6));
            assertThat(rules).allMatch(it -> TriedPrices.holds(it, items, prices(plan)));
            assertThat(scored(plan, rules)).isCloseTo(best, within(1e-6));
        }
    }

    private static double scored(PricedPlan plan, List<PriceRule> rules) {
        return plan.lines().stream()
                .mapToDouble(it -> TriedPrices.score(it.item(), it.after(), rules))
                .sum();
    }

    private static long[] prices(PricedPlan plan) {
        return plan.lines().stream().mapToLong(PricedLine::after).toArray();
    }

    private static List<PriceRule> rules(Draw draw) {
        var rules = new ArrayList<PriceRule>();
        maybe(draw, PriceRule.share(Kind.MARGIN_FLOOR, "0.2"), rules);
        maybe(draw, PriceRule.share(Kind.MAX_CHANGE, "0.15"), rules);
        maybe(draw, PriceRule.share(Kind.FAMILY_BAND, draw.nextBoolean(.3) ? "0" : "0.1"), rules);
        maybe(draw, PriceRule.of(Kind.SIZE_ORDER), rules);
        maybe(draw, PriceRule.share(Kind.PARITY, draw.nextBoolean(.3) ? "0" : "0.05"), rules);
        maybe(draw, PriceRule.amount(Kind.CHANGE_COST, "1"), rules);
        maybe(draw, PriceRule.endings(".99"), rules);
        maybe(draw, PriceRule.maxMoves(draw.nextInt(4)), rules);
        return rules;
    }

    private static void maybe(Draw draw, PriceRule rule, List<PriceRule> rules) {
        if (draw.nextBoolean(.4)) {
            rules.add(rule);
        }
    }

    private static List<PricedItem> items(Draw draw, int count) {
        var items = new ArrayList<PricedItem>();
        for (int i = 0; i < count; i++) {
            int size = i / 2;
            items.add(item(
                    draw,
                    i,
                    new PricedItem.Traits(
                            "S" + size, "F" + draw.nextInt(2) * draw.nextInt(2), "", i % 2 == 0 ? "web" : "store", ""),
                    size));
        }
        return items;
    }

    private static PricedItem item(Draw draw, int index, PricedItem.Traits traits, int size) {
        long price = 900 + draw.nextInt(5) * 50L + (draw.nextBoolean(.5) ? 49 : 0) + 60L * size;
        var ladder = new TreeSet<Long>();
        for (int i = 0; i < 4; i++) {
            ladder.add(800 + 50L * draw.nextInt(10) + (draw.nextBoolean(.6) ? 49 : 0) + 50L * size);
        }
        double elasticity = -.5 - 3 * draw.nextDouble();
        double doubt = draw.nextDouble();
        return new PricedItem(
                "I" + index,
                traits,
                PricedItem.Unit.of(price, BigDecimal.valueOf(400 + draw.nextInt(500), 2)),
                new PricedItem.Demand(
                        OptionalDouble.of(1 + 30 * draw.nextDouble()),
                        elasticity,
                        elasticity - doubt,
                        Math.min(0, elasticity + doubt),
                        OptionalDouble.empty(),
                        OptionalDouble.empty()),
                new PricedItem.Marks(
                        OptionalLong.empty(),
                        OptionalLong.empty(),
                        Optional.of(BigDecimal.valueOf(100 + 10L * size)),
                        OptionalInt.of(size),
                        0),
                List.copyOf(ladder),
                Optional.empty());
    }

    @Test
    void comes_out_the_same_whoever_does_the_work() {
        var draw = Draws.of(7).keyed("plans", "larger", 0);
        var items = items(draw, 60);
        var rules = List.of(PriceRule.share(Kind.PARITY, "0.05"), PriceRule.of(Kind.SIZE_ORDER), PriceRule.maxMoves(9));
        var threads = Executors.newFixedThreadPool(4);
        try {
            var alone = OPTIMISER.plan(items, rules);
            var together = OPTIMISER.with(threads, 4).plan(items, rules);

            assertThat(together).isEqualTo(alone);
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void a_wish_of_the_shop_that_gives_way_is_told_of_each_price_that_it_lets_change() {
        var items = items(Draws.of(7).keyed("plans", "wishes", 0), 3);
        var dear = PriceRule.amount(Kind.MAX_PRICE, "8.49");

        var lines = OPTIMISER
                .plan(items, List.of(dear, PriceRule.maxMoves(0).asWish(1)))
                .lines();

        assertThat(lines)
                .filteredOn(it -> it.status() == PriceStatus.CHANGED)
                .isNotEmpty()
                .allSatisfy(
                        it -> assertThat(it.reason()).contains("max_moves 0 (*) gave way to what other rules force"));
    }

    @Test
    void a_price_that_stays_beside_its_ladder_or_ending_says_so() {
        var item = items(Draws.of(7).keyed("plans", "beside", 0), 1).get(0);
        var beside = new PricedItem(
                item.name(), item.traits(), item.unit(), item.demand(), item.marks(), List.of(99L, 199L), item.still());

        var reason = reason(beside, PriceRule.endings(".98"), PriceRule.share(Kind.MAX_CHANGE, "0.01"));

        assertThat(reason)
                .contains("is none of the prices of its ladder, from 0.99 to 1.99")
                .contains("does not end in .98 as new prices do");
    }

    private static String reason(PricedItem item, PriceRule... rules) {
        return OPTIMISER.plan(List.of(item), List.of(rules)).lines().get(0).reason();
    }
}
