package dev.storetwin.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import dev.storetwin.OrderPlan;
import dev.storetwin.PlannedOrder;
import dev.storetwin.Twin;
import dev.storetwin.core.forecast.ForecastMethods;
import dev.storetwin.core.inventory.InventoryOptions;
import dev.storetwin.core.inventory.OrderUpToPlanner;
import dev.storetwin.decision.Autonomy;
import dev.storetwin.decision.Decision;
import dev.storetwin.decision.DecisionStatus;
import dev.storetwin.decision.Reproduction;
import dev.storetwin.event.PriceChanged;
import dev.storetwin.feature.FeatureEntity;
import dev.storetwin.guardrail.Guardrail;
import dev.storetwin.guardrail.GuardrailContext;
import dev.storetwin.guardrail.RuleHit;
import dev.storetwin.guardrail.Ruling;
import dev.storetwin.guardrail.Severity;
import dev.storetwin.inventory.LimitUse;
import dev.storetwin.inventory.PlanLimit;
import dev.storetwin.inventory.PlanLimit.AttributeSpace;
import dev.storetwin.inventory.PlanLimit.TotalBudget;
import dev.storetwin.inventory.PlanLimit.UnitSpace;
import dev.storetwin.inventory.PlanWishes;
import dev.storetwin.inventory.Replenishment;
import dev.storetwin.inventory.ReplenishmentPlanner;
import dev.storetwin.inventory.ReplenishmentQuestion;
import dev.storetwin.inventory.SkuAtNode;
import dev.storetwin.proposal.Alternative;
import dev.storetwin.proposal.PlanProgress;
import dev.storetwin.proposal.Proposal;
import dev.storetwin.state.Acceptance;
import dev.storetwin.state.TwinState;
import dev.storetwin.testing.PlainVault;
import dev.storetwin.testing.SettableClock;
import dev.storetwin.testing.SyntheticShop;
import dev.storetwin.type.Capability;
import dev.storetwin.type.Money;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.Quantity;
import dev.storetwin.type.Sku;
import dev.storetwin.type.Source;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many orders planned at once: each a decision of its own, all within what is scarce. */
class OrderPlanTest {

    private static final SyntheticShop SHOP = SyntheticShop.small(5);

    @TempDir
    private Path folder;

    private final SettableClock clock = SettableClock.at(SHOP.end());
    private final List<Twin> opened = new ArrayList<>();

    @AfterEach
    void close() {
        opened.forEach(Twin::close);
    }

    private StoreTwinBuilder builder() {
        return StoreTwin.builder().zone(SHOP.zone()).currency(SHOP.currency()).clock(clock);
    }

    private Twin opened(StoreTwinBuilder builder) {
        var twin = builder.build();
        opened.add(twin);
        twin.load(SHOP.events());
        return twin;
    }

    private static Money money(double amount) {
        return Money.of(Math.round(amount), SHOP.currency());
    }

    private static double spent(OrderPlan plan) {
        return plan.lines().stream()
                .flatMap(it -> it.decision().action().stream())
                .mapToDouble(it -> it.spend().orElseThrow().toDouble())
                .sum();
    }

    private static PlanWishes within(double money) {
        return PlanWishes.fast().within(new TotalBudget(money(money)));
    }

    private static List<Decision<Replenishment>> decisions(OrderPlan plan) {
        return plan.lines().stream().map(PlannedOrder::decision).toList();
    }

    @Test
    void a_plan_without_limits_says_of_each_pair_what_a_single_recommendation_says() {
        var twin = opened(builder());

        var plan = twin.inventory().plan(PlanWishes.full());

        assertThat(plan.lines()).hasSizeGreaterThan(SHOP.skus().size());
        assertThat(decisions(plan))
                .isEqualTo(plan.lines().stream()
                        .map(it -> twin.inventory()
                                .recommend(it.pair().sku(), it.pair().node()))
                        .toList());
        assertThat(plan.limits()).isEmpty();
        assertThat(plan.toRelax()).isEmpty();
    }

    @Test
    void each_line_leaves_the_risk_of_running_out_that_a_single_recommendation_leaves() {
        var planned = opened(builder());
        var asked = opened(builder());

        var plan = planned.inventory().plan(PlanWishes.full());

        plan.lines().forEach(it -> asked.inventory()
                .recommend(it.pair().sku(), it.pair().node()));
        assertThat(plan.lines()).anySatisfy(it -> assertThat(risk(planned, it)).isPresent());
        assertThat(plan.lines()).allSatisfy(it -> assertThat(risk(planned, it)).isEqualTo(risk(asked, it)));
    }

    private static OptionalDouble risk(Twin twin, PlannedOrder line) {
        return twin.features()
                .vector(FeatureEntity.of(line.pair().sku(), line.pair().node()), "node_stock_out_risk")
                .value("node_stock_out_risk");
    }

    @Test
    void what_the_budget_does_not_pay_is_told_by_line_with_what_a_larger_one_would_bring() {
        var twin = opened(builder());
        var free = twin.inventory().plan(PlanWishes.fast());

        var plan = twin.inventory().plan(within(spent(free) / 2));

        assertThat(spent(plan)).isLessThanOrEqualTo(spent(free) / 2 + .5).isPositive();
        assertThat(plan.toRelax()).extracting(it -> it.limit().name()).containsExactly("budget in total");
        var use = plan.limits().get(0);
        assertThat(use.wished()).isCloseTo(spent(free), offset(.01));
        assertThat(use.used()).isCloseTo(spent(plan), offset(.01));
        assertThat(use.worth()).isPositive();
        assertThat(use.inWords()).contains("more would bring");
        var bound = plan.lines().stream().filter(it -> !it.boundBy().isEmpty()).toList();
        assertThat(bound).isNotEmpty().allSatisfy(it -> {
            assertThat(it.planned()).isLessThan(it.wished());
            assertThat(it.boundBy()).containsExactly("budget in total");
            assertThat(it.forgone()).isPositive();
            assertThat(it.decision().reasons()).anyMatch(reason -> reason.contains("the plan allots at most"));
        });
    }

    @Test
    void space_at_one_node_binds_there_alone() {
        var twin = opened(builder());
        var node = SHOP.nodes().get(0);

        var plan = twin.inventory().plan(PlanWishes.fast().within(new UnitSpace(node, Quantity.of(20))));

        assertThat(units(plan, node)).isLessThanOrEqualTo(20).isPositive();
        assertThat(plan.lines().stream().filter(it -> !it.pair().node().equals(node)))
                .allMatch(it -> it.boundBy().isEmpty());
    }

    private static double units(OrderPlan plan, NodeId node) {
        return plan.lines().stream()
                .filter(it -> it.pair().node().equals(node))
                .mapToDouble(it -> it.planned().toDouble())
                .sum();
    }

    @Test
    void an_order_whose_room_is_not_known_is_not_made_and_says_so() {
        var twin = opened(builder());
        var limit = new AttributeSpace(SHOP.nodes().get(0), 1_000_000, "volume");

        var plan = twin.inventory().plan(PlanWishes.fast().within(limit));

        assertThat(units(plan, SHOP.nodes().get(0))).isZero();
        assertThat(plan.lines())
                .filteredOn(it -> it.pair().node().equals(SHOP.nodes().get(0))
                        && it.wished().isPositive())
                .isNotEmpty()
                .allMatch(it -> it.boundBy().get(0).contains("it is not known what this order takes"));
    }

    @Test
    void a_budget_in_another_currency_is_refused_before_anything_is_decided() {
        var twin = opened(builder());
        var dollars = new TotalBudget(Money.of(100, Currency.getInstance("JPY")));
        long entries = twin.audit().checkpoint().size();

        assertThatThrownBy(() -> twin.inventory().plan(PlanWishes.fast().within(dollars)))
                .hasMessageContaining("JPY")
                .hasMessageContaining("Maybe");
        assertThat(twin.audit().checkpoint().size()).isEqualTo(entries);
    }

    @Test
    void a_pair_that_nobody_knows_is_a_line_that_says_why() {
        var twin = opened(builder());
        var unknown = new SkuAtNode(Sku.of("NOBODY"), NodeId.of("nowhere"));

        var plan = twin.inventory().plan(PlanWishes.fast().only(List.of(unknown)));

        var line = plan.line(unknown).orElseThrow();
        assertThat(line.decision().status()).isEqualTo(DecisionStatus.INSUFFICIENT_DATA);
        assertThat(line.decision().reasons()).anyMatch(it -> it.contains("never sold"));
    }

    @Test
    void where_the_planner_of_the_host_fails_the_line_says_so_and_the_others_stand() {
        var broken = SHOP.skus().get(0);
        var ours = new OrderUpToPlanner(ForecastMethods.cheap(), InventoryOptions.DEFAULT, 1);
        var twin = opened(builder().inventory(new ReplenishmentPlanner() {
            @Override
            public Proposal<Replenishment> plan(TwinState state, ReplenishmentQuestion question) {
                if (question.sku().equals(broken)) {
                    throw new IllegalStateException("no answer");
                }
                return ours.plan(state, question);
            }

            @Override
            public Alternative<Replenishment> score(
                    TwinState state, ReplenishmentQuestion question, Replenishment action) {
                return ours.score(state, question, action);
            }
        }));

        var plan = twin.inventory().plan(within(500));

        assertThat(plan.lines())
                .filteredOn(it -> it.pair().sku().equals(broken))
                .isNotEmpty()
                .allMatch(it -> it.decision().status() == DecisionStatus.FAILED);
        assertThat(spent(plan)).isPositive().isLessThanOrEqualTo(500);
    }

    @Test
    void every_line_stands_in_the_trail_behind_a_note_of_the_plan() {
        var twin = opened(builder());
        long before = twin.audit().checkpoint().size();

        var plan = twin.inventory().plan(within(500));

        assertThat(twin.audit().checkpoint().size() - before)
                .isEqualTo(plan.lines().size() + 1);
        assertThat(decisions(plan))
                .allMatch(it -> twin.decisions().find(it.id()).isPresent());
    }

    @Test
    void a_plan_that_is_stopped_has_decided_nothing_and_leaves_one_note() {
        var twin = opened(builder());
        long before = twin.audit().checkpoint().size();
        var heard = new ArrayList<PlanProgress>();

        var plan = twin.inventory().plan(within(500), it -> {
            heard.add(it);
            return it.phase() == PlanProgress.Phase.DECIDING;
        });

        assertThat(plan.isStopped()).isTrue();
        assertThat(plan.lines()).isEmpty();
        assertThat(twin.audit().checkpoint().size() - before).isEqualTo(1);
        assertThat(twin.audit().lines()).last().asString().contains("order plan stopped");
        assertThat(heard).extracting(PlanProgress::worked).isSorted();
        assertThat(plan.again().lines()).hasSizeGreaterThan(SHOP.skus().size());
    }

    @Test
    void a_watch_that_fails_stops_the_plan_without_an_exception() {
        var twin = opened(builder());

        var plan = twin.inventory().plan(PlanWishes.fast(), it -> {
            throw new IllegalStateException("no screen");
        });

        assertThat(plan.isStopped()).isTrue();
    }

    @Test
    void the_watch_hears_of_all_work_in_order_and_in_its_own_thread() {
        var twin = opened(builder());
        var heard = new ArrayList<PlanProgress>();

        twin.inventory().plan(within(500), it -> heard.add(it));

        assertThat(heard).extracting(PlanProgress::worked).isSorted();
        assertThat(heard.get(heard.size() - 1).rest()).isZero();
        assertThat(heard).extracting(PlanProgress::phase).contains(PlanProgress.Phase.values());
    }

    @Test
    void several_threads_make_the_same_plan_as_one() {
        var executor = Executors.newFixedThreadPool(3);
        try {
            var one = opened(builder()).inventory().plan(within(500));
            var four = opened(builder().executor(executor, 4)).inventory().plan(within(500));

            assertThat(four.lines()).isEqualTo(one.lines());
            assertThat(four.limits()).isEqualTo(one.limits());
        } finally {
            executor.shutdown();
        }
    }

    @Test
    void each_line_of_a_tight_plan_is_made_again_alone() {
        var twin = opened(builder().vault(new PlainVault()).dataDirectory(folder));

        var plan = twin.inventory().plan(within(500));
        var ids = decisions(plan).stream().map(Decision::id).toList();

        assertThat(plan.lines()).anyMatch(it -> !it.boundBy().isEmpty());
        assertThat(twin.decisions().reproduce(ids))
                .filteredOn(it -> !it.isIdentical())
                .extracting(Reproduction::inWords)
                .isEmpty();
    }

    @Test
    void no_rule_orders_more_than_the_plan_has() {
        Guardrail<Replenishment> dozens = new Guardrail<>() {
            @Override
            public Ruling<Replenishment> check(Replenishment order, GuardrailContext context) {
                var dozens = order.withQuantity(order.quantity().roundedUpTo(Quantity.of(12)));
                return order.equals(dozens)
                        ? Ruling.allowed()
                        : new Ruling<>(
                                List.of(new RuleHit("dozens", Severity.ADJUSTED, "by the dozen")), List.of(dozens));
            }

            @Override
            public Class<Replenishment> actions() {
                return Replenishment.class;
            }
        };
        var twin = opened(builder().guardrail(dozens));

        var plan = twin.inventory().plan(within(500));

        assertThat(spent(plan)).isLessThanOrEqualTo(500);
        assertThat(plan.lines()).allMatch(it -> it.planned().isMultipleOf(Quantity.of(12)));
    }

    @Test
    void in_the_shadow_a_plan_is_written_down_and_nothing_is_advised() {
        var twin = opened(builder().autonomy(Capability.INVENTORY, Autonomy.SHADOW));

        var plan = twin.inventory().plan(within(500));

        assertThat(decisions(plan)).allMatch(it -> it.action().isEmpty());
        assertThat(decisions(plan)).extracting(Decision::status).contains(DecisionStatus.WITHHELD);
        assertThat(plan.limits().get(0).used()).isPositive();
    }

    @Test
    void on_the_next_day_everything_is_planned_anew() {
        var twin = opened(builder());
        var plan = twin.inventory().plan(PlanWishes.fast());

        assertThat(plan.again().plannedAnew()).isZero();
        clock.advance(Duration.ofDays(1));

        assertThat(plan.again().plannedAnew()).isEqualTo(plan.lines().size());
    }

    @Test
    void a_price_that_is_known_to_come_is_not_forgotten_when_it_does() {
        var twin = opened(builder());
        var sku = SHOP.skus().get(0);
        var later = clock.instant().plus(Duration.ofMinutes(4));
        var dear = PriceChanged.of(new Source("news"), sku, SHOP.channels().get(0), money(900), later);
        assertThat(twin.accept(dear)).isInstanceOf(Acceptance.Accepted.class);
        var plan = twin.inventory().plan(PlanWishes.fast());
        clock.advance(Duration.ofMinutes(5));

        var again = plan.again();

        assertThat(again.plannedAnew()).isEqualTo((int)
                plan.lines().stream().filter(it -> it.pair().sku().equals(sku)).count());
        assertThat(again.lines()).isNotEqualTo(plan.lines());
    }

    @Test
    void limits_tell_how_much_of_them_is_wished() {
        var twin = opened(builder());
        PlanLimit wide = new TotalBudget(money(1_000_000));

        var plan = twin.inventory().plan(PlanWishes.fast().within(wide));

        assertThat(plan.limits()).noneMatch(LimitUse::isShort);
        assertThat(plan.limits().get(0).worth()).isZero();
        assertThat(plan.gap()).isZero();
        assertThat(decisions(plan)).isEqualTo(decisions(twin.inventory().plan(PlanWishes.fast())));
    }
}
