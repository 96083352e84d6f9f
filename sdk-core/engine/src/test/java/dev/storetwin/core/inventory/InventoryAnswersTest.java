package dev.storetwin.core.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.core.inventory.demand.LossFunction;
import dev.storetwin.core.inventory.demand.NormalDemand;
import dev.storetwin.core.inventory.demand.UnitDemand;
import dev.storetwin.core.inventory.lotsize.BackorderedOrder;
import dev.storetwin.core.inventory.lotsize.DiscountedOrder;
import dev.storetwin.core.inventory.lotsize.DisruptedOrder;
import dev.storetwin.core.inventory.lotsize.DynamicLots;
import dev.storetwin.core.inventory.lotsize.EconomicOrder;
import dev.storetwin.core.inventory.lotsize.JointReplenishment;
import dev.storetwin.core.inventory.lotsize.PriceBreak;
import dev.storetwin.core.inventory.lotsize.ProductionLot;
import dev.storetwin.core.inventory.lotsize.UncertainYield;
import dev.storetwin.core.inventory.newsvendor.Newsvendor;
import dev.storetwin.core.inventory.newsvendor.SellingSeason;
import dev.storetwin.core.inventory.newsvendor.StockTarget;
import dev.storetwin.core.inventory.newsvendor.UnreliableSupply;
import dev.storetwin.core.inventory.reorder.FixedLots;
import dev.storetwin.core.inventory.reorder.NormalReorder;
import dev.storetwin.core.inventory.reorder.PeriodicReview;
import dev.storetwin.core.inventory.reorder.PoissonReorder;
import dev.storetwin.core.inventory.reorder.PowerApproximation;
import dev.storetwin.core.inventory.reorder.ReorderCosts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The text-book models against their published answers. */
@Tag("data")
class InventoryAnswersTest {

    private static final double CLOSE = 1e-6;
    private static final double NEAR = 1e-5;

    private static final Map<String, Consumer<AnswerCase>> MODELS = Map.ofEntries(
            Map.entry(
                    "EOQ",
                    it -> lot(it, order(it).best().quantity(), order(it).best().cost())),
            Map.entry("EOQB", InventoryAnswersTest::backorders),
            Map.entry("EPQ", InventoryAnswersTest::production),
            Map.entry("EOQ all-units discount", it -> discount(it, DiscountedOrder.Discount.ALL_UNITS)),
            Map.entry("EOQ incremental discount", it -> discount(it, DiscountedOrder.Discount.INCREMENTAL)),
            Map.entry("EOQ with disruptions", InventoryAnswersTest::disrupted),
            Map.entry("EOQ additive yield", it -> yielding(it, UncertainYield.Kind.ADDITIVE)),
            Map.entry("EOQ multiplicative yield", it -> yielding(it, UncertainYield.Kind.MULTIPLICATIVE)),
            Map.entry("JRP Silver heuristic", InventoryAnswersTest::joint),
            Map.entry("Wagner-Whitin", InventoryAnswersTest::wagnerWhitin),
            Map.entry("newsvendor normal", it -> target(it, newsvendor(it).best(normal(it)), CLOSE)),
            Map.entry(
                    "newsvendor normal leadtime (base-stock)",
                    it -> target(it, newsvendor(it).best(normal(it).over(it.in("lead_time") + 1)), CLOSE)),
            Map.entry("newsvendor explicit", InventoryAnswersTest::season),
            Map.entry(
                    "newsvendor Poisson",
                    it -> target(
                            it, newsvendor(it).best(LossFunction.of(UnitDemand.poisson(it.in("demand_mean")))), CLOSE)),
            Map.entry(
                    "newsvendor discrete pmf", it -> target(it, newsvendor(it).best(LossFunction.of(pmf(it))), CLOSE)),
            Map.entry(
                    "newsvendor lognormal",
                    it -> target(it, newsvendor(it).best(LossFunction.lognormal(it.in("mu"), it.in("sigma"))), 1e-4)),
            Map.entry("newsvendor with disruptions", InventoryAnswersTest::unreliable),
            Map.entry("(r,Q) EIL approx (Hadley-Whitin iterative)", it -> {
                var found = reorder(it).byExpectedShortage();
                lots(it, found);
                it.expect("cost", found.cost(), CLOSE);
            }),
            Map.entry("(r,Q) EOQB approximation", it -> lots(it, reorder(it).byBackorderedOrder())),
            Map.entry("(r,Q) EOQ+SS approximation", it -> lots(it, reorder(it).byEconomicOrder())),
            Map.entry(
                    "(r,Q) loss-function approximation",
                    it -> lots(it, reorder(it).byLossFunctions())),
            Map.entry("(r,Q) Poisson exact (Federgruen-Zheng)", InventoryAnswersTest::poissonLots),
            Map.entry(
                    "(r,Q) cost of a given policy, normal demand",
                    it -> it.expect("cost", reorder(it).cost(it.in("reorder_point"), it.in("order_quantity")), CLOSE)),
            Map.entry("(s,S) Poisson exact (Zheng-Federgruen)", InventoryAnswersTest::minMax),
            Map.entry(
                    "(s,S) exact, Poisson demand, zero lead time (Zheng-Federgruen 1991)",
                    InventoryAnswersTest::minMax),
            Map.entry("(s,S) power approximation", InventoryAnswersTest::power),
            Map.entry(
                    "(s,S) cost of a given policy, Poisson demand, zero lead time",
                    it -> it.expect("cost", review(it).cost((int) it.in("s"), (int) it.in("S")), CLOSE)));

    private static final List<String> OF_SEVERAL_STAGES = List.of(
            "GSM tree (Graves-Willems DP)",
            "finite-horizon stochastic inventory, dynamic programming over integer inventory levels",
            "serial system, stochastic service model (Clark-Scarf, Chen-Zheng)",
            "lost-sales inventory, Poisson demand, full-information optimum and heuristics");

    static List<AnswerCase> cases() {
        return AnswerCase.all().stream()
                .filter(it -> MODELS.containsKey(it.method()))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void a_model_gives_the_published_answer(AnswerCase published) {
        MODELS.get(published.method()).accept(published);
    }

    @Test
    void no_published_case_is_left_out() {
        assertThat(AnswerCase.all())
                .hasSizeGreaterThanOrEqualTo(91)
                .allMatch(it -> MODELS.containsKey(it.method()) || OF_SEVERAL_STAGES.contains(it.method()));
    }

    private static EconomicOrder order(AnswerCase it) {
        return new EconomicOrder(it.in("fixed_cost"), it.in("holding_cost"), it.in("demand_rate"));
    }

    private static void lot(AnswerCase it, double quantity, double cost) {
        it.expect("Q", quantity, CLOSE);
        it.expect("cost", cost, CLOSE);
    }

    private static void backorders(AnswerCase it) {
        var best = new BackorderedOrder(
                        it.in("fixed_cost"), it.in("holding_cost"), it.in("stockout_cost"), it.in("demand_rate"))
                .best();
        lot(it, best.quantity(), best.cost());
        it.expect("x", best.backordered(), CLOSE);
    }

    private static void production(AnswerCase it) {
        var best = new ProductionLot(
                        it.in("fixed_cost"), it.in("holding_cost"), it.in("demand_rate"), it.in("production_rate"))
                .best();
        lot(it, best.quantity(), best.cost());
    }

    private static void discount(AnswerCase it, DiscountedOrder.Discount kind) {
        var breaks = new ArrayList<PriceBreak>();
        for (int i = 0; i < it.list("breakpoints").size(); i++) {
            breaks.add(new PriceBreak(
                    it.list("breakpoints").get(i), it.list("unit_costs").get(i)));
        }
        var best = new DiscountedOrder(
                        it.in("fixed_cost"), it.in("holding_cost_rate"), it.in("demand_rate"), breaks, kind)
                .best();
        lot(it, best.quantity(), best.cost());
        it.expect("region", best.region(), CLOSE);
    }

    private static void disrupted(AnswerCase it) {
        var best = new DisruptedOrder(
                        it.in("fixed_cost"),
                        it.in("holding_cost"),
                        it.in("stockout_cost"),
                        it.in("demand_rate"),
                        it.in("disruption_rate"),
                        it.in("recovery_rate"))
                .best();
        it.expect("Q", best.quantity(), NEAR);
        it.expect("cost", best.cost(), NEAR);
    }

    private static void yielding(AnswerCase it, UncertainYield.Kind kind) {
        var best = new UncertainYield(order(it), kind, it.in("yield_mean"), it.in("yield_sd")).best();
        lot(it, best.quantity(), best.cost());
    }

    private static void joint(AnswerCase it) {
        var items = new ArrayList<JointReplenishment.Item>();
        for (int i = 0; i < it.list("demand_rates").size(); i++) {
            items.add(new JointReplenishment.Item(
                    it.list("individual_fixed_costs").get(i),
                    it.list("holding_costs").get(i),
                    it.list("demand_rates").get(i)));
        }
        var found = new JointReplenishment(it.in("shared_fixed_cost"), items).bySilver();
        it.expect("Q", found.quantities(), CLOSE);
        it.expect("T", found.interval(), CLOSE);
        it.expect("order_multiples", found.multiples(), CLOSE);
        it.expect("cost", found.cost(), CLOSE);
    }

    private static void wagnerWhitin(AnswerCase it) {
        var demand = it.list("demand");
        var unitCosts =
                it.inputs().has("purchase_cost") ? it.list("purchase_cost") : Collections.nCopies(demand.size(), 0.0);
        var periods = new ArrayList<DynamicLots.Period>();
        for (int i = 0; i < demand.size(); i++) {
            periods.add(new DynamicLots.Period(
                    demand.get(i), it.in("fixed_cost"), unitCosts.get(i), it.in("holding_cost")));
        }
        var best = new DynamicLots(periods).best();
        it.expect("order_quantities", best.orders(), CLOSE);
        it.expect("cost", best.cost(), CLOSE);
        it.expect("cost_to_go", best.costToGo(), CLOSE);
    }

    private static Newsvendor newsvendor(AnswerCase it) {
        return new Newsvendor(it.in("holding_cost"), it.in("stockout_cost"));
    }

    private static NormalDemand normal(AnswerCase it) {
        return LossFunction.normal(it.in("demand_mean"), it.in("demand_sd"));
    }

    private static void target(AnswerCase it, StockTarget found, double relative) {
        it.expect("base_stock", found.level(), relative);
        it.expect("cost", found.cost(), relative);
    }

    private static UnitDemand pmf(AnswerCase it) {
        var chances = new TreeMap<Integer, Double>();
        it.inputs()
                .get("demand_pmf")
                .properties()
                .forEach(entry -> chances.put(
                        Integer.parseInt(entry.getKey()), entry.getValue().asDouble()));
        var all = new ArrayList<>(Collections.nCopies(chances.lastKey() + 1, 0.0));
        chances.forEach(all::set);
        return UnitDemand.of(all);
    }

    private static void season(AnswerCase it) {
        var best = new SellingSeason(it.in("revenue"), it.in("purchase_cost"), it.in("salvage_value")).best(normal(it));
        it.expect("base_stock", best.quantity(), CLOSE);
        it.expect("profit", best.profit(), CLOSE);
    }

    private static void unreliable(AnswerCase it) {
        var best = new UnreliableSupply(
                        it.in("holding_cost"),
                        it.in("stockout_cost"),
                        it.in("demand"),
                        it.in("disruption_prob"),
                        it.in("recovery_prob"))
                .best();
        target(it, best, NEAR);
    }

    private static ReorderCosts costs(AnswerCase it) {
        return new ReorderCosts(it.in("fixed_cost"), it.in("holding_cost"), it.in("stockout_cost"));
    }

    private static NormalReorder reorder(AnswerCase it) {
        return new NormalReorder(costs(it), normal(it), it.in("lead_time"));
    }

    private static void lots(AnswerCase it, FixedLots found) {
        it.expect("r", found.reorderPoint(), CLOSE);
        it.expect("Q", found.quantity(), CLOSE);
    }

    private static void poissonLots(AnswerCase it) {
        var found = new PoissonReorder(costs(it), it.in("demand_mean"), it.in("lead_time")).best();
        lots(it, found);
        it.expect("cost", found.cost(), CLOSE);
    }

    private static PeriodicReview review(AnswerCase it) {
        return new PeriodicReview(costs(it), UnitDemand.poisson(it.in("demand_mean")));
    }

    private static void minMax(AnswerCase it) {
        var found = review(it).best();
        it.expect("s", found.reorderPoint(), 0);
        it.expect("S", found.orderUpTo(), 0);
        it.expect(it.outputs().has("cost_more_digits") ? "cost_more_digits" : "cost", found.cost(), CLOSE);
    }

    private static void power(AnswerCase it) {
        var found = new PowerApproximation(costs(it), normal(it), 0).levels();
        it.expect("s", found.reorderPoint(), CLOSE);
        it.expect("S", found.orderUpTo(), CLOSE);
    }
}
