package dev.storetwin.core.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.event.CartChanged;
import dev.storetwin.event.CheckoutAdvanced;
import dev.storetwin.event.CheckoutStage;
import dev.storetwin.event.EntityKind;
import dev.storetwin.event.EventHeader;
import dev.storetwin.event.EventRetracted;
import dev.storetwin.event.ProductViewed;
import dev.storetwin.event.SkuQuantity;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.event.Visit;
import dev.storetwin.state.Acceptance;
import dev.storetwin.state.TrafficHistory;
import dev.storetwin.type.Channel;
import dev.storetwin.type.Quantity;
import dev.storetwin.type.SessionId;
import dev.storetwin.type.Sku;
import dev.storetwin.type.Source;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What shoppers do is counted once, whatever the order in which it is told. */
class TrafficTest {

    private static final Source SHOP = Source.of("web-shop");
    private static final Sku MUG = Sku.of("MUG");
    private static final Sku BALL = Sku.of("BALL");
    private static final Channel WEB = Channel.of("web");
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final LocalDate DAY = LocalDate.parse("2026-03-02");

    private static ShopState empty() {
        return ShopState.empty(ZoneOffset.UTC, Currency.getInstance("EUR"));
    }

    private static Visit visit(String session) {
        return new Visit(SessionId.of(session), Optional.empty(), WEB);
    }

    private static ProductViewed view(Sku sku, String session, int minute) {
        var at = NOON.plusSeconds(60L * minute);
        return new ProductViewed(EventHeader.of(SHOP, EntityKind.SESSION, session + ":" + sku, at), visit(session), sku);
    }

    private static CartChanged cart(String session, int minute, SkuQuantity... lines) {
        var at = NOON.plusSeconds(60L * minute);
        return new CartChanged(
                EventHeader.of(SHOP, EntityKind.SESSION, session, at), visit(session), List.of(lines));
    }

    private static CheckoutAdvanced checkout(String session, int minute, CheckoutStage stage, SkuQuantity... lines) {
        var at = NOON.plusSeconds(60L * minute);
        var header = EventHeader.of(SHOP, EntityKind.SESSION, session, at);
        return new CheckoutAdvanced(header, visit(session), stage, List.of(lines), Optional.empty());
    }

    private static SkuQuantity line(Sku sku, long units) {
        return new SkuQuantity(sku, Quantity.of(units));
    }

    private static TrafficHistory traffic(ShopState state, Sku sku) {
        return state.traffic().traffic(sku, WEB, DAY, DAY.plusDays(1));
    }

    @Example
    void a_view_is_counted_on_its_day_and_its_repetition_is_a_duplicate() {
        var view = view(MUG, "s", 1);

        var change = empty().after(List.of(view, view, view(MUG, "t", 2)));

        assertThat(change.answers().get(1)).isInstanceOf(Acceptance.Duplicate.class);
        assertThat(traffic(change.state(), MUG).views()).containsExactly(2);
        assertThat(change.state().revision()).isEqualTo(2);
        assertThat(change.kept()).hasSize(2);
        assertThat(change.state().traffic().channels(MUG)).containsExactly(WEB);
        assertThat(change.state().after(List.of(view)).answers().get(0)).isInstanceOf(Acceptance.Duplicate.class);
    }

    @Example
    void a_cart_counts_when_a_version_holds_more_than_the_one_before() {
        var versions = List.of(
                cart("s", 1, line(MUG, 1)),
                cart("s", 2, line(MUG, 3), line(BALL, 1)),
                cart("s", 3, line(MUG, 2)),
                cart("s", 4, line(MUG, 2), line(BALL, 1)));

        var state = empty().after(versions).state();

        assertThat(traffic(state, MUG).carts()).containsExactly(2);
        assertThat(traffic(state, BALL).carts()).containsExactly(2);
    }

    @Example
    void a_checkout_counts_once_for_each_sku_that_it_names() {
        var state = empty().after(List.of(
                        checkout("s", 1, CheckoutStage.STARTED, line(MUG, 1)),
                        checkout("s", 2, CheckoutStage.PAYMENT_STARTED, line(MUG, 1), line(BALL, 2)),
                        checkout("s", 3, CheckoutStage.COMPLETED)))
                .state();

        assertThat(traffic(state, MUG).totalCheckouts()).isEqualTo(1);
        assertThat(traffic(state, BALL).totalCheckouts()).isEqualTo(1);
    }

    @Property(tries = 60)
    void arrival_does_not_matter(@ForAll Random chance, @ForAll @IntRange(min = 1, max = 300) int size) {
        var events = new ArrayList<TwinEvent>();
        for (int i = 0; i < size; i++) {
            var sku = i % 3 == 0 ? MUG : BALL;
            var session = "s" + chance.nextInt(9);
            events.add(
                    switch (chance.nextInt(3)) {
                        case 0 -> view(sku, session, i);
                        case 1 -> cart(session, i, line(sku, 1 + chance.nextInt(3)));
                        default -> checkout(session, i, CheckoutStage.STARTED, line(sku, 1));
                    });
        }
        var shaken = new ArrayList<>(events);
        shaken.addAll(events.subList(0, chance.nextInt(size)));
        Collections.shuffle(shaken, chance);
        var rough = empty();
        for (int from = 0; from < shaken.size(); ) {
            int until = Math.min(shaken.size(), from + 1 + chance.nextInt(40));
            rough = rough.after(shaken.subList(from, until)).state();
            from = until;
        }

        var plain = empty().after(events).state();

        assertThat(rough.root()).isEqualTo(plain.root());
        assertThat(rough.revision()).isEqualTo(plain.revision());
        assertThat(traffic(rough, MUG).totalViews()).isEqualTo(traffic(plain, MUG).totalViews());
    }

    @Example
    void a_view_cannot_be_taken_back_and_a_cart_can() {
        var view = view(MUG, "s", 1);
        var cart = cart("s", 2, line(MUG, 1));
        var state = empty().after(List.of(view, cart)).state();

        var change = state.after(List.of(
                EventRetracted.of(view, NOON.plusSeconds(900), "a robot"),
                EventRetracted.of(cart, NOON.plusSeconds(900), "a robot")));

        assertThat(change.answers().get(0))
                .isInstanceOfSatisfying(
                        Acceptance.Quarantined.class, it -> assertThat(it.reason()).contains("cannot be taken back"));
        assertThat(change.answers().get(1)).isInstanceOf(Acceptance.Accepted.class);
        assertThat(traffic(change.state(), MUG).totalViews()).isEqualTo(1);
        assertThat(traffic(change.state(), MUG).totalCarts()).isZero();
    }

    @Example
    void many_views_are_counted_one_by_one_in_whatever_batch() {
        var events = IntStream.range(0, 1_000).mapToObj(it -> view(MUG, "s" + it, it % 60)).toList();

        var one = empty().after(events).state();
        var split = empty().after(events.subList(0, 313)).state().after(events.subList(313, 1_000)).state();

        assertThat(split.root()).isEqualTo(one.root());
        assertThat(traffic(one, MUG).totalViews()).isEqualTo(1_000);
    }
}
