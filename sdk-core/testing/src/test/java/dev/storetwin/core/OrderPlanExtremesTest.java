package dev.storetwin.core;

import static dev.storetwin.core.ThreeStores.BOWL;
import static dev.storetwin.core.ThreeStores.EAST;
import static dev.storetwin.core.ThreeStores.MUG;
import static dev.storetwin.core.ThreeStores.NOW;
import static dev.storetwin.core.ThreeStores.TILL;
import static dev.storetwin.core.ThreeStores.WEST;
import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.OrderPlan;
import dev.storetwin.PlannedOrder;
import dev.storetwin.Twin;
import dev.storetwin.event.EntityKind;
import dev.storetwin.event.EventHeader;
import dev.storetwin.event.VariantUpserted;
import dev.storetwin.inventory.LimitUse;
import dev.storetwin.inventory.PlanLimit;
import dev.storetwin.inventory.PlanLimit.AttributeSpace;
import dev.storetwin.inventory.PlanLimit.TotalBudget;
import dev.storetwin.inventory.PlanLimit.UnitSpace;
import dev.storetwin.inventory.PlanWishes;
import dev.storetwin.inventory.SkuAtNode;
import dev.storetwin.state.Acceptance;
import dev.storetwin.testing.SettableClock;
import dev.storetwin.type.Money;
import dev.storetwin.type.Quantity;
import dev.storetwin.type.Sku;
import dev.storetwin.type.TaxMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Plans with numbers that cannot be counted. */
class OrderPlanExtremesTest {

    private final Twin twin = StoreTwin.builder().clock(SettableClock.at(NOW)).build();

    @BeforeEach
    void load() {
        twin.load(ThreeStores.history().stream());
        size(MUG, "1");
        size(BOWL, "1");
    }

    @AfterEach
    void close() {
        twin.close();
    }

    private void size(Sku sku, String volume) {
        var event = new VariantUpserted(
                EventHeader.of(TILL, EntityKind.VARIANT, sku.value(), NOW.minusSeconds(60 - volume.length())),
                sku,
                Set.of(),
                Optional.empty(),
                "",
                Optional.empty(),
                Optional.empty(),
                TaxMode.NET,
                true,
                Optional.empty(),
                List.of(),
                Map.of("volume", volume));
        assertThat(twin.accept(event)).isInstanceOf(Acceptance.Accepted.class);
    }

    private OrderPlan plan(PlanLimit... limits) {
        return twin.inventory().plan(new PlanWishes(PlanWishes.fast().tier(), Optional.empty(), List.of(limits)));
    }

    @Test
    void a_limit_that_no_number_of_coins_or_units_reaches_binds_nobody() {
        var free = plan();

        var plan = plan(
                new TotalBudget(Money.of("100000000000000000000", "EUR")),
                new UnitSpace(EAST, new Quantity(Long.MAX_VALUE)),
                new AttributeSpace(WEST, Double.MAX_VALUE, "volume"));

        assertThat(plan.lines())
                .isNotEmpty()
                .extracting(PlannedOrder::planned)
                .isEqualTo(free.lines().stream().map(PlannedOrder::planned).toList());
        assertThat(plan.limits()).hasSize(3).noneMatch(LimitUse::isShort);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1000000000000", "9000000000000", "1e20", "1e99999999", "1e2147483647", "1e-2147483647"})
    void a_size_that_cannot_be_counted_keeps_its_own_order_off_and_no_other(String volume) {
        size(MUG, volume);

        var plan = plan(new AttributeSpace(EAST, 1_000, "volume"));

        var mugs = plan.line(new SkuAtNode(MUG, EAST)).orElseThrow();
        assertThat(mugs.wished()).isGreaterThan(Quantity.ZERO);
        assertThat(mugs.planned()).isEqualTo(Quantity.ZERO);
        assertThat(mugs.boundBy()).containsExactly("volume at east, of which it is not known what this order takes");
        assertThat(plan.line(new SkuAtNode(BOWL, EAST)).orElseThrow().planned()).isGreaterThan(Quantity.ZERO);
    }

    @Test
    void wishes_that_add_up_to_more_than_can_be_counted_are_shared_all_the_same() {
        size(MUG, "200000000000");
        size(BOWL, "200000000000");

        var plan = plan(new AttributeSpace(EAST, 5e12, "volume"));

        assertThat(plan.toRelax()).hasSize(1);
        assertThat(plan.limits().get(0).used()).isPositive().isLessThanOrEqualTo(5e12);
    }
}
