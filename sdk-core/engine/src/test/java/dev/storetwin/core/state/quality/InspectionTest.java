package dev.storetwin.core.state.quality;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.core.state.ShopState;
import dev.storetwin.event.ChannelDefined;
import dev.storetwin.event.CostChanged;
import dev.storetwin.event.EntityKind;
import dev.storetwin.event.EventHeader;
import dev.storetwin.event.KillSwitchChanged;
import dev.storetwin.event.OrderLine;
import dev.storetwin.event.OrderPlaced;
import dev.storetwin.event.OrderTotals;
import dev.storetwin.event.PriceChanged;
import dev.storetwin.event.StockAdjusted;
import dev.storetwin.event.StockCounted;
import dev.storetwin.event.StockReserved;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.event.VariantUpserted;
import dev.storetwin.state.Defect;
import dev.storetwin.state.QualityRules;
import dev.storetwin.state.TimeLimits;
import dev.storetwin.state.Treatment;
import dev.storetwin.state.ValueLimits;
import dev.storetwin.type.Actor;
import dev.storetwin.type.Amount;
import dev.storetwin.type.Channel;
import dev.storetwin.type.Money;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.OrderId;
import dev.storetwin.type.Quantity;
import dev.storetwin.type.Region;
import dev.storetwin.type.Sku;
import dev.storetwin.type.Source;
import dev.storetwin.type.TaxMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InspectionTest {

    private static final Source SHOP = Source.of("shop");
    private static final Sku MUG = Sku.of("MUG-1");
    private static final Channel WEB = Channel.of("web");
    private static final NodeId LEIPZIG = NodeId.of("LEIPZIG");
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final List<TwinEvent> before = new ArrayList<>(List.of(
            VariantUpserted.of(SHOP, MUG, "Mug", "mugs", NOON.minusSeconds(9)),
            ChannelDefined.of(SHOP, WEB, Region.of("DE"), Currency.getInstance("EUR"), NOON.minusSeconds(8))));

    private Inspected inspect(TwinEvent event) {
        return inspect(QualityRules.DEFAULT, event);
    }

    private Inspected inspect(QualityRules rules, TwinEvent event) {
        var state = ShopState.empty(ZoneOffset.UTC, Currency.getInstance("EUR"))
                .after(before)
                .state();
        return new Inspection(rules, Precedents.of(state)).inspect(event);
    }

    private static PriceChanged price(String amount) {
        return PriceChanged.of(SHOP, MUG, WEB, Money.of(amount, "EUR"), NOON);
    }

    private static StockCounted count(long units) {
        return StockCounted.of(SHOP, MUG, LEIPZIG, Quantity.of(units), NOON);
    }

    private static OrderPlaced order(OrderTotals totals, OrderLine... lines) {
        return new OrderPlaced(
                EventHeader.of(SHOP, EntityKind.ORDER, "1001", NOON),
                OrderId.of("1001"),
                WEB,
                Optional.empty(),
                Optional.empty(),
                TaxMode.NET,
                List.of(lines),
                totals);
    }

    private static OrderLine line(String id, long units, String price) {
        return OrderLine.of(id, MUG, Quantity.of(units), Money.of(price, "EUR"), TaxMode.NET);
    }

    private static void assertRefused(Inspected inspected, Defect defect, String... words) {
        assertThat(inspected.refusal()).hasValueSatisfying(it -> {
            assertThat(it.defect()).isEqualTo(defect);
            assertThat(it.reason()).contains("Maybe");
            assertThat(List.of(words)).allMatch(it.reason()::contains);
        });
    }

    private static void assertNoted(Inspected inspected, Defect defect) {
        assertThat(inspected.refusal()).isEmpty();
        assertThat(inspected.isNoted(defect)).isTrue();
    }

    @Test
    void an_event_like_any_other_is_clean_and_costs_no_object() {
        assertThat(inspect(price("19.99"))).isSameAs(Inspected.CLEAN);
        assertThat(inspect(order(OrderTotals.UNKNOWN, line("1", 2, "19.99")))).isSameAs(Inspected.CLEAN);
    }

    @Test
    void an_id_that_is_endless_or_unprintable_is_refused_without_being_repeated() {
        var endless = "x".repeat(600);
        var header = EventHeader.of(SHOP, endless, price("1").header().entity(), NOON);
        var halfACharacter = EventHeader.of(SHOP, EntityKind.STOCK, "count-\uD83D", NOON);

        var inspected =
                inspect(new PriceChanged(header, MUG, WEB, Money.of("1", "EUR"), Optional.empty(), TaxMode.NET));

        assertRefused(inspected, Defect.MALFORMED_ID, "600 characters", "512");
        assertThat(inspected.refusal().orElseThrow().reason()).doesNotContain(endless);
        assertRefused(inspect(new StockReserved(halfACharacter, MUG, LEIPZIG, Quantity.of(1))), Defect.MALFORMED_ID);
        assertRefused(inspect(order(OrderTotals.UNKNOWN, line("line\u0007", 1, "5"))), Defect.MALFORMED_ID, "line");
    }

    @Test
    void emoji_in_an_id_are_whole_characters() {
        var header = EventHeader.of(SHOP, EntityKind.RESERVATION, "party-\uD83C\uDF89", NOON);

        assertThat(inspect(new StockReserved(header, MUG, LEIPZIG, Quantity.of(1)))
                        .refusal())
                .isEmpty();
    }

    @Test
    void a_name_as_long_as_a_page_is_refused() {
        var page = VariantUpserted.of(SHOP, MUG, "x".repeat(70_000), "mugs", NOON);

        assertRefused(inspect(page), Defect.ENDLESS_TEXT, "name", "70000");
    }

    @Test
    void a_moment_that_no_shop_has_seen_is_refused_whatever_the_rules() {
        var milliseconds =
                StockCounted.of(SHOP, MUG, LEIPZIG, Quantity.of(1), Instant.ofEpochSecond(1_700_000_000_000L));

        assertRefused(inspect(milliseconds), Defect.IMPOSSIBLE_TIME);
    }

    @Test
    void a_clock_that_is_ahead_is_noted_and_one_that_is_days_ahead_refused() {
        var heard = price("20").header();

        assertThat(inspect(withHeader(heard.withReceivedAt(NOON.minusSeconds(299)))))
                .isSameAs(Inspected.CLEAN);
        assertNoted(inspect(withHeader(heard.withReceivedAt(NOON.minusSeconds(3_600)))), Defect.CLOCK_SKEW);
        assertRefused(
                inspect(withHeader(heard.withReceivedAt(NOON.minus(Duration.ofDays(31))))),
                Defect.FUTURE,
                "day and month");
    }

    @Test
    void news_that_was_long_on_its_way_is_noted() {
        var late = price("20").header().withReceivedAt(NOON.plus(Duration.ofDays(40)));

        assertNoted(inspect(withHeader(late)), Defect.LATE);
        assertThat(inspect(
                        QualityRules.DEFAULT.withTimes(TimeLimits.DEFAULT.withLateness(Duration.ofDays(60))),
                        withHeader(late)))
                .isSameAs(Inspected.CLEAN);
    }

    private static PriceChanged withHeader(EventHeader header) {
        return new PriceChanged(header, MUG, WEB, Money.of("20", "EUR"), Optional.empty(), TaxMode.NET);
    }

    @Test
    void a_price_or_a_cost_below_zero_is_refused() {
        assertRefused(inspect(price("-3")), Defect.NEGATIVE_NUMBER, "price", "-3.00 EUR");
        assertRefused(inspect(CostChanged.of(SHOP, MUG, Money.of("-1", "EUR"), NOON)), Defect.NEGATIVE_NUMBER, "cost");
        assertRefused(
                inspect(new StockReserved(
                        EventHeader.of(SHOP, EntityKind.RESERVATION, "held", NOON), MUG, LEIPZIG, Quantity.of(-1))),
                Defect.NEGATIVE_NUMBER);
    }

    @Test
    void counts_and_differences_may_be_below_zero() {
        assertThat(inspect(count(-2)).refusal()).isEmpty();
        assertThat(inspect(StockAdjusted.of(SHOP, MUG, LEIPZIG, Quantity.of(-5), NOON, "broken"))
                        .refusal())
                .isEmpty();
    }

    @Test
    void an_identifier_read_as_a_number_is_refused() {
        assertRefused(inspect(price("4006381333931")), Defect.ABSURD_NUMBER, "identifier");
        assertRefused(inspect(count(4_006_381_333_931L)), Defect.ABSURD_NUMBER);
        assertRefused(inspect(order(OrderTotals.UNKNOWN, line("1", 1_000_001, "5"))), Defect.ABSURD_NUMBER);
    }

    @Test
    void ranges_are_the_shop_s_own() {
        var small = QualityRules.DEFAULT.withValues(ValueLimits.DEFAULT.withOrdered(Quantity.of(99)));

        assertRefused(inspect(small, order(OrderTotals.UNKNOWN, line("1", 100, "5"))), Defect.ABSURD_NUMBER);
        assertThat(inspect(small, order(OrderTotals.UNKNOWN, line("1", 99, "5")))
                        .refusal())
                .isEmpty();
    }

    @Test
    void two_lines_of_one_id_are_refused_and_the_next_order_begins_anew() {
        var state = ShopState.empty(ZoneOffset.UTC, Currency.getInstance("EUR"));
        var inspection = new Inspection(QualityRules.DEFAULT, Precedents.of(state));

        var twice = inspection.inspect(order(OrderTotals.UNKNOWN, line("1", 1, "5"), line("1", 2, "5")));
        var next = inspection.inspect(order(OrderTotals.UNKNOWN, line("1", 1, "5")));

        assertRefused(twice, Defect.REPEATED_LINE);
        assertThat(next.refusal()).isEmpty();
    }

    @Test
    void sums_below_zero_are_noted() {
        var minus = Amount.ofNet(Money.of("-5", "EUR"));
        var torn = new Amount(Optional.of(Money.of("5", "EUR")), Optional.of(Money.of("-6", "EUR")), Optional.empty());

        assertNoted(
                inspect(order(new OrderTotals(minus, Amount.UNKNOWN, Amount.UNKNOWN, Optional.empty()))),
                Defect.WRONG_SIGN);
        assertNoted(
                inspect(order(new OrderTotals(torn, Amount.UNKNOWN, Amount.UNKNOWN, Optional.empty()))),
                Defect.WRONG_SIGN);
        assertThat(inspect(order(OrderTotals.UNKNOWN)).isNoted(Defect.WRONG_SIGN))
                .isFalse();
    }

    @Test
    void money_in_another_currency_than_its_channel_is_noted() {
        var dollars = PriceChanged.of(SHOP, MUG, WEB, Money.of("20", "USD"), NOON);

        assertNoted(inspect(dollars), Defect.OTHER_CURRENCY);
        assertNoted(
                inspect(order(
                        new OrderTotals(
                                Amount.ofNet(Money.of("20", "USD")), Amount.UNKNOWN, Amount.UNKNOWN, Optional.empty()),
                        line("1", 1, "20"))),
                Defect.OTHER_CURRENCY);
    }

    @Test
    void cents_read_as_units_are_a_leap_and_a_sale_is_none() {
        before.add(PriceChanged.of(SHOP, MUG, WEB, Money.of("19.99", "EUR"), NOON.minusSeconds(5)));

        assertNoted(inspect(price("1999")), Defect.PRICE_LEAP);
        assertNoted(inspect(price("0.20")), Defect.PRICE_LEAP);
        assertThat(inspect(price("5"))).isSameAs(Inspected.CLEAN);
    }

    @Test
    void a_shop_may_refuse_what_is_noted_elsewhere() {
        before.add(PriceChanged.of(SHOP, MUG, WEB, Money.of("19.99", "EUR"), NOON.minusSeconds(5)));
        var strict = QualityRules.DEFAULT.treating(Defect.PRICE_LEAP, Treatment.QUARANTINE);

        assertRefused(inspect(strict, price("1999")), Defect.PRICE_LEAP, "19.99 EUR", "1999.00 EUR", "cents");
        assertThat(inspect(QualityRules.DEFAULT.treating(Defect.PRICE_LEAP, Treatment.IGNORE), price("1999")))
                .isSameAs(Inspected.CLEAN);
    }

    @Test
    void thousandths_read_as_units_are_a_leap_and_a_filled_shelf_is_none() {
        before.add(StockCounted.of(SHOP, MUG, LEIPZIG, Quantity.of(5), NOON.minusSeconds(5)));

        assertNoted(inspect(count(5_000)), Defect.QUANTITY_LEAP);
        assertThat(inspect(count(200)).isNoted(Defect.QUANTITY_LEAP)).isFalse();
        assertThat(inspect(count(0)).isNoted(Defect.QUANTITY_LEAP)).isFalse();
    }

    @Test
    void what_nothing_has_described_is_noted_and_taken() {
        var pan = Sku.of("PAN-7");
        var inspected = inspect(StockCounted.of(SHOP, pan, LEIPZIG, Quantity.of(3), NOON));

        assertNoted(inspected, Defect.UNKNOWN_SKU);
        assertNoted(inspected, Defect.UNKNOWN_NODE);
        assertNoted(
                inspect(PriceChanged.of(SHOP, MUG, Channel.of("fair"), Money.of("20", "EUR"), NOON)),
                Defect.UNKNOWN_CHANNEL);
    }

    @Test
    void what_a_batch_describes_itself_is_known_to_the_rest_of_it() {
        var pan = Sku.of("PAN-7");
        var inspection = new Inspection(
                QualityRules.DEFAULT, Precedents.of(ShopState.empty(ZoneOffset.UTC, Currency.getInstance("EUR"))));

        inspection.inspect(VariantUpserted.of(SHOP, pan, "Pan", "pans", NOON));
        var inspected = inspection.inspect(StockCounted.of(SHOP, pan, LEIPZIG, Quantity.of(3), NOON));

        assertThat(inspected.isNoted(Defect.UNKNOWN_SKU)).isFalse();
        assertThat(inspected.isNoted(Defect.UNKNOWN_NODE)).isTrue();
    }

    @Test
    void an_act_of_the_twin_is_never_held_up() {
        var stop = KillSwitchChanged.of(true, Actor.TWIN, NOON, "x".repeat(100_000));

        assertThat(inspect(stop)).isSameAs(Inspected.CLEAN);
    }
}
