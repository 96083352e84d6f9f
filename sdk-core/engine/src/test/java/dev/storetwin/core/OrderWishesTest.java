package dev.storetwin.core;

import static dev.storetwin.core.SampleShop.MAIN;
import static dev.storetwin.core.SampleShop.MUG;
import static dev.storetwin.core.SampleShop.NOW;
import static dev.storetwin.core.SampleShop.TODAY;
import static dev.storetwin.core.SampleShop.WEB;
import static dev.storetwin.core.SampleShop.ago;
import static dev.storetwin.core.SampleShop.shop;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.storetwin.core.inventory.Closure;
import dev.storetwin.core.inventory.InventoryOptions;
import dev.storetwin.core.inventory.ItemRule;
import dev.storetwin.core.inventory.SupplierRule;
import dev.storetwin.decision.Decision;
import dev.storetwin.decision.DecisionStatus;
import dev.storetwin.event.EntityKind;
import dev.storetwin.event.EventHeader;
import dev.storetwin.event.NodeChanged;
import dev.storetwin.event.NodeKind;
import dev.storetwin.event.VariantRemoved;
import dev.storetwin.feature.FeatureEntity;
import dev.storetwin.inventory.Replenishment;
import dev.storetwin.inventory.ServiceTarget;
import dev.storetwin.proposal.Evidence;
import dev.storetwin.type.Money;
import dev.storetwin.type.Quantity;
import dev.storetwin.type.Scope;
import dev.storetwin.type.Source;
import dev.storetwin.type.SupplierId;
import dev.storetwin.type.TaxMode;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What real shops know, do not know, and wish for, through a whole twin. */
class OrderWishesTest {

    private static final Source SOURCE = Source.of("test");
    private static final SupplierId ACME = new SupplierId("acme");
    private static final InventoryOptions USUAL = InventoryOptions.DEFAULT;

    @Test
    void a_lead_time_is_seen_from_deliveries() {
        var shop = selling();
        for (int i = 0; i < 6; i++) {
            shop.delivered(MUG, MAIN, 100 - 12 * i, i % 2 == 0 ? 4 : 9);
        }
        shop.stock(MUG, MAIN, 20, ago(0).plusSeconds(60));

        var order = ask(shop, USUAL);

        assertThat(order.reasons())
                .contains("The lead time is seen from 6 deliveries to main: 4 to 9 days, half of them up to 9");
        assertThat(evidence(order, "longest lead time")).isEqualTo(9);
    }

    @Test
    void an_unknown_lead_time_is_assumed_and_said_so() {
        assertThat(ask(selling(), USUAL).reasons()).contains("The lead time is not known: 7 days are assumed");
    }

    @Test
    void on_a_day_without_orders_nothing_is_ordered_and_the_next_day_named() {
        var rule = SupplierRule.of(ACME).withOrderDays(Set.of(DayOfWeek.THURSDAY));

        var order = ask(selling().terms(MUG, 1, 1, 5), USUAL.withSuppliers(List.of(rule)));

        assertThat(order.action()).isEmpty();
        assertThat(order.reasons()).contains("acme takes the next orders on 2024-07-04: nothing is lost by waiting");
    }

    @Test
    void a_closure_makes_an_order_last_longer() {
        var weekly = SupplierRule.of(ACME).withOrderDays(Set.of(DayOfWeek.MONDAY));
        var closed = weekly.withClosures(List.of(new Closure(TODAY.plusDays(7), TODAY.plusDays(20))));

        var usual = ask(selling().terms(MUG, 1, 1, 3), USUAL.withSuppliers(List.of(weekly)));
        var before = ask(selling().terms(MUG, 1, 1, 3), USUAL.withSuppliers(List.of(closed)));

        assertThat(evidence(usual, "review period")).isEqualTo(7);
        assertThat(evidence(before, "review period")).isEqualTo(21);
        assertThat(units(before)).isGreaterThan(units(usual) + 40);
    }

    @Test
    void an_order_comes_on_a_day_of_delivery() {
        var rule = SupplierRule.of(ACME).withDeliveryDays(Set.of(DayOfWeek.FRIDAY));

        var order = ask(selling().terms(MUG, 1, 1, 5), USUAL.withSuppliers(List.of(rule)));

        // Ordered on Monday, it would be there on Saturday: the next Friday is eleven days from now.
        assertThat(evidence(order, "lead time")).isEqualTo(11);
    }

    @Test
    void an_order_that_costs_much_is_larger_and_waits_longer() {
        var dear = SupplierRule.of(ACME).withOrderCost(Money.of("20.00", "EUR"));
        var shop = selling().terms(MUG, 1, 1, 3);

        var cheap = ask(shop, USUAL);
        var large = ask(shop, USUAL.withSuppliers(List.of(dear)));

        assertThat(units(large)).isGreaterThan(2 * units(cheap));
        assertThat(large.reasons()).anyMatch(it -> it.startsWith("An order costs 20.00 EUR: it is made to last for"));

        // 3 days of lead time and 7 to the next order sell about 40.
        var plenty = selling().stock(MUG, MAIN, 48, ago(0).plusSeconds(60)).terms(MUG, 1, 1, 3);
        assertThat(units(ask(plenty, USUAL))).isPositive();
        assertThat(units(ask(plenty, USUAL.withSuppliers(List.of(dear))))).isZero();
    }

    @Test
    void a_fill_rate_and_a_cycle_service_are_two_things() {
        var fill = ask(selling(), asking(new ServiceTarget.FillRate(.95)));
        var cycle = ask(selling(), asking(new ServiceTarget.CycleService(.95)));

        assertThat(units(cycle)).isGreaterThan(units(fill));
        assertThat(fill.reasons()).anyMatch(it -> it.startsWith("A fill rate of 95 % was asked for"));
        assertThat(chosen(fill, "fill rate")).isBetween(.95, .98);
        assertThat(chosen(cycle, "stock-out probability")).isLessThanOrEqualTo(.05 + 1e-9);
        assertThat(fill.reasons()).anyMatch(it -> it.contains("relax the lead time of 7 days"));
    }

    @Test
    void a_shortage_cost_takes_the_place_of_the_margin() {
        var little = ask(selling(), asking(new ServiceTarget.ShortageCost(Money.of("0.10", "EUR"))));
        var much = ask(selling(), asking(new ServiceTarget.ShortageCost(Money.of("50.00", "EUR"))));
        var foreign = ask(selling(), asking(new ServiceTarget.ShortageCost(Money.of("50", "JPY"))));

        assertThat(units(much)).isGreaterThan(units(little));
        assertThat(foreign.reasons()).anyMatch(it -> it.contains("cannot be set against EUR"));
    }

    @Test
    void what_bound_an_order_is_named() {
        var order = ask(selling(), with(mug().withMaximumOrder(Quantity.of(12))));

        assertThat(units(order)).isEqualTo(12);
        assertThat(order.reasons()).anyMatch(it -> it.endsWith("the maximum order of 12 allows no more than 12"));
        assertThat(order.reasons()).anyMatch(it -> it.startsWith("Second best is to order 11"));
        assertThat(evidence(order, "second best")).isEqualTo(11);
        assertThat(evidence(order, "second best costs more")).isPositive();
        assertThat(evidence(order, "cost above the best of ordering 12")).isZero();
    }

    @Test
    void budget_and_space_are_kept() {
        var spend = ask(selling(), with(mug().withMaximumSpend(Money.of("50.00", "EUR"))));
        var space = ask(selling(), with(mug().withSpace(Quantity.of(35))));

        assertThat(units(spend)).isEqualTo(12);
        assertThat(units(space)).isEqualTo(15);
    }

    @Test
    void wishes_that_clash_come_back_with_the_least_to_relax() {
        var order = ask(selling().terms(MUG, 36, 12, 7), with(mug().withMaximumSpend(Money.of("100.00", "EUR"))));

        assertThat(order.action()).isEmpty();
        assertThat(order.reasons())
                .contains(
                        "Nothing can be ordered: the least order is 36, and the budget of 100.00 EUR does not leave room for it. Relax the budget of 100.00 EUR, so that 36 fit in");
    }

    @Test
    void what_does_not_keep_is_ordered_less() {
        var keeps = ask(selling(), USUAL.withReviewDays(28));
        var spoils = ask(selling(), with(mug().withShelfLifeDays(7)).withReviewDays(28));

        assertThat(units(spoils)).isLessThan(units(keeps) * .6).isPositive();
        assertThat(spoils.reasons()).anyMatch(it -> it.startsWith("It keeps for 7 days, the oldest is sold first"));
        assertThat(chosen(spoils, "expected units wasted")).isPositive();
    }

    @Test
    void negative_stock_is_counted_as_none() {
        var order = ask(selling().stock(MUG, MAIN, -7, ago(0).plusSeconds(60)), USUAL);

        assertThat(order.reasons()).contains("The platform reports -7 on hand: it is counted as none");
        assertThat(units(order)).isPositive();
    }

    @Test
    void a_price_of_zero_tells_no_margin() {
        var order = ask(selling().price(MUG, WEB, "0.00", ago(1)), USUAL);

        assertThat(order.reasons()).anyMatch(it -> it.startsWith("The margin is not known"));
    }

    @Test
    void a_cost_of_zero_or_none_gives_an_order_without_a_price() {
        var free = ask(unpriced().cost(MUG, "0.00").stock(MUG, MAIN, 20), USUAL);
        var unknown = ask(unpriced().stock(MUG, MAIN, 20), USUAL);

        assertThat(free.reasons()).contains("A cost of 0.00 EUR cannot be used: it must be above zero");
        assertThat(unknown.reasons()).anyMatch(it -> it.startsWith("The cost is not known"));
        assertThat(unknown.action().orElseThrow().spend()).isEmpty();
    }

    @Test
    void what_was_never_sold_is_not_ordered() {
        var order = ask(shop().cost(MUG, "4.00").stock(MUG, MAIN, 20), USUAL);

        assertThat(order.status()).isEqualTo(DecisionStatus.INSUFFICIENT_DATA);
        assertThat(order.reasons()).contains("sales: MUG-1 was never sold");
    }

    @Test
    void what_is_new_is_ordered_like_others_of_its_category() {
        var cup = dev.storetwin.type.Sku.of("CUP-1");
        var shop = shop().sold(cup, WEB, 60, day -> 3 + day % 3)
                .category(cup, "mugs")
                .category(MUG, "mugs")
                .cost(MUG, "4.00")
                .price(MUG, WEB, "9.00", ago(2))
                .stock(MUG, MAIN, 0);

        var order = ask(shop, USUAL);

        assertThat(order.reasons()).contains("MUG-1 was never sold: demand is foretold from its category");
        // 14 days at about 4 a day are expected, and nobody is sure of it.
        assertThat(evidence(order, "expected demand")).isBetween(40.0, 75.0);
        assertThat(units(order)).isGreaterThan(28);
    }

    @Test
    void a_node_without_room_gets_nothing() {
        var order = ask(selling(), with(ItemRule.of(Scope.of(MAIN)).withSpace(Quantity.ZERO)));

        assertThat(order.action()).isEmpty();
        assertThat(order.reasons()).anyMatch(it -> it.contains("the space for 0 does not leave room for it"));
    }

    @Test
    void a_closed_node_gets_nothing() {
        var header = EventHeader.of(SOURCE, EntityKind.NODE, "main", ago(1));
        var closed =
                new NodeChanged(header, MAIN, "Main", NodeKind.WAREHOUSE, Optional.empty(), Optional.empty(), false);

        var order = ask(selling().with(closed), USUAL);

        assertThat(order.action()).isEmpty();
        assertThat(order.reasons()).contains("main is closed, or does not serve shoppers");
    }

    @Test
    void what_was_removed_is_told() {
        var header = EventHeader.of(SOURCE, EntityKind.VARIANT, MUG.value(), ago(1));

        var order = ask(selling().category(MUG, "mugs").with(new VariantRemoved(header, MUG)), USUAL);

        assertThat(order.reasons())
                .contains("MUG-1 is not in the catalogue: maybe it was removed, then do not order it");
    }

    @Test
    void a_price_in_another_currency_is_left_out() {
        var order = ask(
                unpriced()
                        .cost(MUG, "4.00")
                        .price(MUG, WEB, Money.of("900", "JPY"), TaxMode.NET, ago(90))
                        .stock(MUG, MAIN, 20),
                USUAL);

        assertThat(order.reasons()).contains("Prices in another currency than the cost's are left out of the margin");
    }

    @Test
    void an_absurd_pack_is_not_bought() {
        var order = ask(selling().terms(MUG, 1, 1_000_000_000L, 7), USUAL);

        assertThat(order.status()).isEqualTo(DecisionStatus.NO_ACTION);
        assertThat(order.action()).isEmpty();
    }

    @Test
    void the_risk_of_running_out_is_left_for_others() {
        try (var twin = twin(selling(), USUAL)) {
            assertThat(twin.features()
                            .vector(FeatureEntity.of(MUG, MAIN), "node_stock_out_risk")
                            .isMissing(0))
                    .isTrue();

            var order = twin.inventory().recommend(MUG, MAIN);

            var risk = twin.features().vector(FeatureEntity.of(MUG, MAIN), "node_stock_out_risk");
            assertThat(risk.get(0).value().orElseThrow())
                    .isCloseTo(nothing(order, "stock-out probability"), within(0.0));
        }
    }

    @Test
    void an_answer_with_all_of_it_is_given_again() {
        var rule = SupplierRule.of(ACME).withOrderCost(Money.of("10.00", "EUR"));
        var options = with(mug().withShelfLifeDays(40).withService(new ServiceTarget.FillRate(.97)))
                .withSuppliers(List.of(rule));
        var shop = selling().terms(MUG, 6, 6, 4);

        assertThat(ask(shop, options).alternatives())
                .isEqualTo(ask(shop, options).alternatives());
    }

    private static ItemRule mug() {
        return ItemRule.of(Scope.of(MUG));
    }

    private static InventoryOptions with(ItemRule rule) {
        return USUAL.withItems(List.of(rule));
    }

    private static InventoryOptions asking(ServiceTarget target) {
        return with(ItemRule.of(Scope.EVERYTHING).withService(target));
    }

    private static SampleShop unpriced() {
        return shop().sold(MUG, WEB, 120, day -> 2 + (day * 7L % 5));
    }

    private static SampleShop selling() {
        return unpriced().cost(MUG, "4.00").price(MUG, WEB, "9.00", ago(110)).stock(MUG, MAIN, 20);
    }

    private static dev.storetwin.Twin twin(SampleShop shop, InventoryOptions options) {
        var twin = StoreTwin.builder()
                .clock(Clock.fixed(NOW, ZoneOffset.UTC))
                .inventory(options)
                .build();
        shop.events().forEach(twin::accept);
        return twin;
    }

    private static Decision<Replenishment> ask(SampleShop shop, InventoryOptions options) {
        try (var twin = twin(shop, options)) {
            var decision = twin.inventory().recommend(MUG, MAIN);
            assertThat(decision.status()).isNotEqualTo(DecisionStatus.FAILED);
            return decision;
        }
    }

    private static double units(Decision<Replenishment> decision) {
        return decision.action().map(it -> it.quantity().toDouble()).orElse(0.0);
    }

    private static double evidence(Decision<Replenishment> decision, String name) {
        return value(decision.evidence(), name);
    }

    private static double chosen(Decision<Replenishment> decision, String name) {
        return decision.alternatives().stream()
                .filter(it -> it.action().equals(decision.action()))
                .map(it -> value(it.outcome().evidence(), name))
                .findFirst()
                .orElseThrow();
    }

    private static double nothing(Decision<Replenishment> decision, String name) {
        return decision.alternatives().stream()
                .filter(it -> it.proposed().isDoNothing())
                .map(it -> value(it.outcome().evidence(), name))
                .findFirst()
                .orElseThrow();
    }

    private static double value(List<Evidence> evidence, String name) {
        return evidence.stream()
                .filter(it -> it.name().equals(name))
                .mapToDouble(Evidence::value)
                .findFirst()
                .orElseThrow();
    }
}
