package dev.storetwin.core.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.core.binary.ByteWriter;
import dev.storetwin.core.binary.Fingerprint;
import dev.storetwin.event.EntityKind;
import dev.storetwin.event.EventHeader;
import dev.storetwin.event.EventRetracted;
import dev.storetwin.event.LineQuantity;
import dev.storetwin.event.OrderCancelled;
import dev.storetwin.event.OrderLine;
import dev.storetwin.event.OrderPlaced;
import dev.storetwin.event.PriceChanged;
import dev.storetwin.event.ProductViewed;
import dev.storetwin.event.ShipmentDispatched;
import dev.storetwin.event.StockCounted;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.event.Visit;
import dev.storetwin.state.OrderStage;
import dev.storetwin.state.TwinState;
import dev.storetwin.type.Channel;
import dev.storetwin.type.Money;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.OrderId;
import dev.storetwin.type.Quantity;
import dev.storetwin.type.SessionId;
import dev.storetwin.type.ShipmentId;
import dev.storetwin.type.Sku;
import dev.storetwin.type.Source;
import dev.storetwin.type.TaxMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a state tells of an earlier moment. */
class AsOfTest {

    private static final Source SHOP = Source.of("test");
    private static final Channel WEB = Channel.of("web");
    private static final NodeId LEIPZIG = NodeId.of("LEIPZIG");
    private static final Sku MUG = Sku.of("MUG");
    private static final OrderId ORDER = OrderId.of("1");
    private static final LocalDate MONDAY = LocalDate.parse("2026-03-02");

    private static Instant at(int day, int hour) {
        return MONDAY.plusDays(day).atTime(hour, 0).toInstant(ZoneOffset.UTC);
    }

    private static ShopState heard(TwinEvent... events) {
        return ShopState.empty(ZoneOffset.UTC, Currency.getInstance("EUR"))
                .after(List.of(events))
                .state();
    }

    private static OrderPlaced placed(int day, int hour, long units) {
        var line = OrderLine.of("1", MUG, Quantity.of(units), Money.of("10", "EUR"), TaxMode.NET);
        return OrderPlaced.of(SHOP, ORDER, WEB, at(day, hour), line);
    }

    private static ShipmentDispatched shipped(int day, long units) {
        var line = new LineQuantity("1", MUG, Quantity.of(units));
        return ShipmentDispatched.of(SHOP, ShipmentId.of("s"), ORDER, LEIPZIG, at(day, 9), line);
    }

    private static StockCounted counted(int day, int hour, long units) {
        return StockCounted.of(SHOP, MUG, LEIPZIG, Quantity.of(units), at(day, hour));
    }

    private static double sold(TwinState state, int day) {
        return state.demand()
                .sales(MUG, MONDAY.plusDays(day), MONDAY.plusDays(day + 1L))
                .totalUnits();
    }

    @Test
    void what_was_heard_late_was_so_all_the_same() {
        var state = heard(counted(3, 9, 7), counted(0, 9, 50));

        assertThat(state.asOf(at(1, 0)).stock().total(MUG).onHand()).isEqualTo(Quantity.of(50));
    }

    @Test
    void what_was_taken_back_was_never_so() {
        var wrong = counted(0, 9, 50);
        var state = heard(wrong, EventRetracted.of(wrong, at(2, 9), "miscounted"), counted(3, 9, 7));

        assertThat(state.asOf(at(1, 0)).stock().isKnown(MUG)).isFalse();
    }

    @Test
    void an_order_that_was_cancelled_later_had_been_sold() {
        var state = heard(placed(0, 12, 3), OrderCancelled.of(SHOP, ORDER, at(2, 12), "changed mind"));

        assertThat(sold(state, 0)).isZero();
        assertThat(sold(state.asOf(at(1, 12)), 0)).isEqualTo(3);
        assertThat(state.asOf(at(1, 12)).orders().find(ORDER).orElseThrow().stage())
                .isEqualTo(OrderStage.PLACED);
    }

    @Test
    void a_day_that_was_not_over_has_no_sums_yet() {
        var state = heard(placed(0, 12, 3), counted(5, 9, 7));

        assertThat(sold(state.asOf(at(0, 13)), 0)).isZero();
        assertThat(sold(state.asOf(at(1, 0).minusNanos(1)), 0)).isEqualTo(3);
    }

    @Test
    void units_were_reserved_nowhere_until_they_left_somewhere() {
        var state = heard(counted(0, 9, 10), placed(0, 12, 3), shipped(1, 3), counted(5, 9, 7));
        var then = state.asOf(at(0, 18)).stock();

        assertThat(then.level(MUG, LEIPZIG).reserved()).isEqualTo(Quantity.ZERO);
        assertThat(then.total(MUG).reserved()).isEqualTo(Quantity.of(3));
        assertThat(state.asOf(at(2, 0)).stock().total(MUG).reserved()).isEqualTo(Quantity.ZERO);
    }

    @Test
    void views_count_on_days_that_were_over() {
        var header = EventHeader.of(SHOP, EntityKind.SESSION, "visit", at(0, 10));
        var visit = new Visit(SessionId.of("visit"), Optional.empty(), WEB);
        var state = heard(new ProductViewed(header, visit, MUG), counted(5, 9, 7));

        assertThat(views(state.asOf(at(0, 12)))).isZero();
        assertThat(views(state.asOf(at(1, 12)))).isEqualTo(1);
    }

    private static long views(TwinState state) {
        return state.traffic().traffic(MUG, MONDAY, MONDAY.plusDays(1)).totalViews();
    }

    @Test
    void the_book_of_a_sku_is_cut_where_it_would_have_ended() {
        var events = new ArrayList<TwinEvent>();
        for (int day = 0; day < 200; day++) {
            events.add(counted(day, 9, day));
            events.add(PriceChanged.of(SHOP, MUG, WEB, Money.of(day + 1 + "", "EUR"), at(day, 9)));
        }
        var state = heard(events.toArray(TwinEvent[]::new));

        for (int day = 0; day < 200; day++) {
            var book = state.roots().sku(MUG).orElseThrow();
            var then = SkuAsOf.of(
                    book, AsOf.of(at(day, 12), state.folding()), state.folding().words());
            var never = heard(events.subList(0, 2 * day + 2).toArray(TwinEvent[]::new));
            assertThat(bytes(then)).isEqualTo(bytes(never.roots().sku(MUG).orElseThrow()));
        }
    }

    private static Fingerprint bytes(SkuBook book) {
        return FactRoot.fingerprint(book, new ByteWriter(1_024));
    }

    @Test
    void as_of_the_last_known_moment_or_later_a_state_is_itself() {
        var state = heard(counted(0, 9, 50), counted(5, 9, 7));

        assertThat(state.asOf(at(5, 9))).isSameAs(state);
        assertThat(state.asOf(at(1, 0)).revision()).isEqualTo(state.revision());
        assertThat(heard().asOf(Instant.MIN)).isNotNull();
    }
}
