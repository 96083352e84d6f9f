package dev.storetwin.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import dev.storetwin.OrderPlan;
import dev.storetwin.PlannedOrder;
import dev.storetwin.Twin;
import dev.storetwin.event.CostChanged;
import dev.storetwin.event.EntityKind;
import dev.storetwin.event.EventHeader;
import dev.storetwin.event.NodeChanged;
import dev.storetwin.event.NodeKind;
import dev.storetwin.event.OrderLine;
import dev.storetwin.event.OrderPlaced;
import dev.storetwin.event.PriceChanged;
import dev.storetwin.event.StockCounted;
import dev.storetwin.event.SupplierTermsChanged;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.event.VariantUpserted;
import dev.storetwin.inventory.LimitUse;
import dev.storetwin.inventory.PlanLimit.CategoryBudget;
import dev.storetwin.inventory.PlanLimit.SupplierBudget;
import dev.storetwin.inventory.PlanLimit.TotalBudget;
import dev.storetwin.inventory.PlanLimit.UnitSpace;
import dev.storetwin.inventory.PlanWishes;
import dev.storetwin.state.SupplierTerms;
import dev.storetwin.testing.SettableClock;
import dev.storetwin.testing.SyntheticShop;
import dev.storetwin.type.Channel;
import dev.storetwin.type.Money;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.OrderId;
import dev.storetwin.type.Quantity;
import dev.storetwin.type.Sku;
import dev.storetwin.type.Source;
import dev.storetwin.type.SupplierId;
import dev.storetwin.type.TaxMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterTry;

/** Laws of plans, whatever happens in the shop. */
@PropertyDefaults(tries = 25, edgeCases = EdgeCasesMode.NONE)
class OrderPlanLawsTest {

    private static final SyntheticShop SHOP = SyntheticShop.small(5);
    private static final List<TwinEvent> HISTORY = SHOP.events().toList();
    private static final Source SOURCE = new Source("late-news");

    private final SettableClock clock = SettableClock.at(SHOP.end().plus(Duration.ofHours(8)));
    private final Twin twin = StoreTwin.builder()
            .zone(SHOP.zone())
            .currency(SHOP.currency())
            .clock(clock)
            .build();

    OrderPlanLawsTest() {
        twin.load(HISTORY.stream());
    }

    @AfterTry
    void close() {
        twin.close();
    }

    private static Money money(long amount) {
        return Money.of(amount, SHOP.currency());
    }

    /** Some limits, some of them tight. */
    private PlanWishes wishes(Random chance) {
        var wishes = PlanWishes.fast();
        if (chance.nextBoolean()) {
            wishes = wishes.within(new TotalBudget(money(100 + chance.nextInt(4_000))));
        }
        if (chance.nextBoolean()) {
            wishes = wishes.within(new UnitSpace(any(SHOP.nodes(), chance), Quantity.of(chance.nextInt(300))));
        }
        if (chance.nextBoolean()) {
            wishes = wishes.within(new SupplierBudget(supplier(chance), money(chance.nextInt(2_000))));
        }
        if (chance.nextBoolean()) {
            wishes = wishes.within(new CategoryBudget(category(chance), money(chance.nextInt(2_000))));
        }
        return wishes;
    }

    private SupplierId supplier(Random chance) {
        return twin.state()
                .catalog()
                .terms(any(SHOP.skus(), chance))
                .map(SupplierTerms::supplier)
                .orElse(SupplierId.of("nobody"));
    }

    private String category(Random chance) {
        return twin.state()
                .catalog()
                .variant(any(SHOP.skus(), chance))
                .flatMap(it -> it.category())
                .orElse("none");
    }

    private static <T> T any(List<T> things, Random chance) {
        return things.get(chance.nextInt(things.size()));
    }

    /** Something that is heard of in the course of the day. */
    private TwinEvent news(Random chance, int index, Instant at) {
        Sku sku = any(SHOP.skus(), chance);
        NodeId node = any(SHOP.nodes(), chance);
        Channel channel = any(SHOP.channels(), chance);
        return switch (chance.nextInt(8)) {
            case 0 -> StockCounted.of(SOURCE, sku, node, Quantity.of(chance.nextInt(40)), at);
            case 1 -> CostChanged.of(SOURCE, sku, money(1 + chance.nextInt(30)), at);
            case 2 ->
                PriceChanged.of(
                        SOURCE, sku, channel, money(5 + chance.nextInt(60)), at.plusSeconds(chance.nextInt(9_000)));
            case 3 ->
                SupplierTermsChanged.of(
                        SOURCE,
                        SupplierId.of("other"),
                        sku,
                        Quantity.of(chance.nextInt(20)),
                        Quantity.of(1 + chance.nextInt(12)),
                        Duration.ofDays(chance.nextInt(20)),
                        at);
            case 4 -> VariantUpserted.of(SOURCE, Sku.of("NEW-" + index), "new", "other", at);
            case 5 -> StockCounted.of(SOURCE, Sku.of("NEW-" + index), node, Quantity.of(3), at);
            case 6 -> chance.nextInt(6) > 0 ? StockCounted.of(SOURCE, sku, node, Quantity.of(0), at) : closed(node, at);
            default ->
                OrderPlaced.of(
                        SOURCE,
                        OrderId.of("late-" + index),
                        channel,
                        at.minus(Duration.ofDays(chance.nextInt(3))),
                        OrderLine.of("1", sku, Quantity.of(1 + chance.nextInt(9)), money(20), TaxMode.NET));
        };
    }

    private static NodeChanged closed(NodeId node, Instant at) {
        var header = EventHeader.of(SOURCE, EntityKind.NODE, node.value(), at);
        return new NodeChanged(header, node, "closed", NodeKind.WAREHOUSE, Optional.empty(), Optional.empty(), false);
    }

    private void hear(Random chance) {
        int count = chance.nextInt(6);
        for (int i = 0; i < count; i++) {
            clock.advance(Duration.ofMinutes(1 + chance.nextInt(40)));
            twin.accept(news(chance, i, clock.instant()));
        }
    }

    @Property
    void a_plan_made_again_is_the_plan_of_the_new_state(@ForAll Random chance) {
        var wishes = wishes(chance);
        var plan = twin.inventory().plan(wishes);

        for (int round = 0; round < 3; round++) {
            hear(chance);
            plan = plan.again();
            var anew = twin.inventory().plan(wishes);

            assertThat(plan.lines().stream().map(OrderPlanLawsTest::content))
                    .containsExactlyElementsOf(anew.lines().stream()
                            .map(OrderPlanLawsTest::content)
                            .toList());
            assertThat(plan.limits()).isEqualTo(anew.limits());
            assertThat(plan.expectedGain()).isEqualTo(anew.expectedGain());
            assertThat(plan.gap()).isEqualTo(anew.gap());
        }
    }

    /** All but when and at which revision it was decided, and the name that comes of that. */
    private static List<Object> content(PlannedOrder line) {
        var decision = line.decision();
        return List.of(
                line.pair(),
                line.wished(),
                line.forgone(),
                line.boundBy(),
                decision.status(),
                decision.chosen(),
                decision.pending(),
                decision.alternatives(),
                decision.objective(),
                decision.evidence(),
                decision.reasons(),
                decision.versions(),
                decision.autonomy(),
                decision.work());
    }

    @Property
    void orders_are_whole_packs_above_the_minimum_and_within_every_limit(@ForAll Random chance) {
        hear(chance);

        var plan = twin.inventory().plan(wishes(chance));

        for (var line : plan.lines()) {
            var terms = twin.state().catalog().terms(line.pair().sku());
            var ordered = line.planned();
            assertThat(ordered.isNegative()).isFalse();
            terms.flatMap(SupplierTerms::packSize)
                    .filter(Quantity::isPositive)
                    .ifPresent(pack -> assertThat(ordered.isMultipleOf(pack)).isTrue());
            if (ordered.isPositive()) {
                terms.flatMap(SupplierTerms::minimumOrder)
                        .ifPresent(least -> assertThat(ordered).isGreaterThanOrEqualTo(least));
            }
        }
        assertThat(plan.limits()).allMatch(it -> it.used() <= it.limit().most());
        assertThat(spent(plan))
                .isEqualTo(
                        plan.limits().stream()
                                .filter(it -> it.limit() instanceof TotalBudget)
                                .findFirst()
                                .map(LimitUse::used)
                                .orElse(spent(plan)),
                        offset(.001));
    }

    private static double spent(OrderPlan plan) {
        return plan.lines().stream()
                .flatMap(it -> it.decision().action().stream())
                .flatMap(it -> it.spend().stream())
                .mapToDouble(Money::toDouble)
                .sum();
    }

    @Property
    void a_larger_budget_never_brings_less(@ForAll @IntRange(min = 0, max = 3_000) int budget) {
        var less = twin.inventory().plan(PlanWishes.fast().within(new TotalBudget(money(budget))));
        var more = twin.inventory().plan(PlanWishes.fast().within(new TotalBudget(money(budget + 50))));

        assertThat(more.expectedGain()).isGreaterThanOrEqualTo(less.expectedGain() - 1e-9);
    }

    @Property
    void the_same_plan_twice_is_the_same_plan(@ForAll Random chance) {
        var wishes = wishes(chance);

        assertThat(twin.inventory().plan(wishes).lines())
                .isEqualTo(twin.inventory().plan(wishes).lines());
    }
}
