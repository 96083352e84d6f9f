package dev.storetwin.core.state.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.core.state.ShopState;
import dev.storetwin.event.OrderCancelled;
import dev.storetwin.event.PriceChanged;
import dev.storetwin.event.StockCounted;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.state.ChangeFilter;
import dev.storetwin.state.Overflow;
import dev.storetwin.state.Part;
import dev.storetwin.state.StateChange;
import dev.storetwin.state.Subscription;
import dev.storetwin.type.Channel;
import dev.storetwin.type.Money;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.OrderId;
import dev.storetwin.type.Quantity;
import dev.storetwin.type.Sku;
import dev.storetwin.type.Source;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ChangeFeedTest {

    private static final Source SHOP = Source.of("shop");
    private static final Channel WEB = Channel.of("web");
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final ChangeFeed feed = new ChangeFeed(Runnable::run);
    private ShopState state = ShopState.empty(ZoneOffset.UTC, Currency.getInstance("EUR"));

    private static PriceChanged price(String sku, int second) {
        return PriceChanged.of(SHOP, Sku.of(sku), WEB, Money.of("5", "EUR"), NOON.plusSeconds(second));
    }

    private void happens(TwinEvent... events) {
        state = state.after(List.of(events)).state();
        feed.publish(() -> BatchChange.to(state, List.of(events)));
    }

    private void prices(String... skus) {
        for (int i = 0; i < skus.length; i++) {
            happens(price(skus[i], i));
        }
    }

    private Listener listen(Subscription wishes) {
        var listener = new Listener();
        feed.changes(wishes).subscribe(listener);
        return listener;
    }

    @Test
    void nothing_comes_before_it_is_asked_for_and_no_more_than_that() {
        var listener = listen(Subscription.DEFAULT);
        prices("A", "B", "C");
        assertThat(listener.signals).containsExactly("subscribed");

        listener.subscription().request(2);

        assertThat(listener.signals).containsExactly("subscribed", "[A]", "[B]");
        listener.subscription().request(1);
        assertThat(listener.signals).endsWith("[C]");
    }

    @Test
    void a_change_tells_what_was_touched_and_the_state_after_it() {
        var listener = listen(Subscription.DEFAULT);
        listener.subscription().request(1);

        happens(price("A", 1), StockCounted.of(SHOP, Sku.of("B"), NodeId.of("LEIPZIG"), Quantity.of(3), NOON));

        var change = listener.changes.get(0);
        assertThat(change.parts()).containsExactlyInAnyOrder(Part.PRICE, Part.STOCK);
        assertThat(change.skus()).containsExactlyInAnyOrder(Sku.of("A"), Sku.of("B"));
        assertThat(change.nodes()).containsExactly(NodeId.of("LEIPZIG"));
        assertThat(change.revision()).isEqualTo(2);
        assertThat(change.state()).isSameAs(state);
    }

    @Test
    void only_what_the_filter_wants_is_told() {
        var mugs = listen(Subscription.to(ChangeFilter.of(Part.PRICE).withSkus(Sku.of("MUG"))));
        var stock = listen(Subscription.to(ChangeFilter.of(Part.STOCK)));
        var fair = listen(Subscription.to(ChangeFilter.EVERYTHING.withChannels(Channel.of("fair"))));
        List.of(mugs, stock, fair).forEach(it -> it.subscription().request(9));

        prices("MUG", "PAN");

        assertThat(mugs.signals).containsExactly("subscribed", "[MUG]");
        assertThat(stock.signals).containsExactly("subscribed");
        assertThat(fair.signals).containsExactly("subscribed");
    }

    @Test
    void what_changes_unnamed_skus_is_told_to_those_who_wait_for_one() {
        var mugs = listen(Subscription.to(ChangeFilter.of(Part.STOCK).withSkus(Sku.of("MUG"))));
        mugs.subscription().request(1);

        happens(OrderCancelled.of(SHOP, OrderId.of("1001"), NOON, "late"));

        assertThat(mugs.changes).singleElement().satisfies(it -> {
            assertThat(it.isVague()).isTrue();
            assertThat(it.orders()).containsExactly(OrderId.of("1001"));
        });
    }

    @Test
    void of_too_many_the_oldest_go_and_their_number_is_told() {
        var listener = listen(Subscription.DEFAULT.withBuffer(2).withOverflow(Overflow.DROP_OLDEST));
        prices("A", "B", "C", "D");

        listener.subscription().request(9);

        assertThat(listener.signals).containsExactly("subscribed", "[C]", "[D]");
        assertThat(listener.changes.get(0).dropped()).isEqualTo(2);
    }

    @Test
    void of_too_many_the_newest_go() {
        var listener = listen(Subscription.DEFAULT.withBuffer(2).withOverflow(Overflow.DROP_NEWEST));
        prices("A", "B", "C", "D");

        listener.subscription().request(9);

        assertThat(listener.signals).containsExactly("subscribed", "[A]", "[B]");
        assertThat(listener.changes.get(1).dropped()).isEqualTo(2);
    }

    @Test
    void too_many_become_one_that_misses_nothing() {
        var listener = listen(Subscription.DEFAULT.withBuffer(1));
        prices("A", "B", "C");

        listener.subscription().request(9);

        assertThat(listener.changes).singleElement().satisfies(it -> {
            assertThat(it.skus()).containsExactlyInAnyOrder(Sku.of("A"), Sku.of("B"), Sku.of("C"));
            assertThat(it.revision()).isEqualTo(3);
            assertThat(it.dropped()).isZero();
        });
    }

    @Test
    void too_many_are_an_error_for_who_wants_it_so() {
        var listener = listen(Subscription.DEFAULT.withBuffer(1).withOverflow(Overflow.FAIL));
        prices("A", "B", "C");

        listener.subscription().request(9);

        assertThat(listener.signals).containsExactly("subscribed", "failed IllegalStateException");
    }

    @Test
    void a_request_of_nothing_ends_it_with_an_error() {
        for (long nothing : new long[] {0, -1, Long.MIN_VALUE}) {
            var listener = listen(Subscription.DEFAULT);
            listener.subscription().request(nothing);
            listener.subscription().request(1);
            prices("A");

            assertThat(listener.signals).containsExactly("subscribed", "failed IllegalArgumentException");
        }
    }

    @Test
    void requests_add_up_and_never_overflow() {
        var listener = listen(Subscription.DEFAULT);
        listener.subscription().request(Long.MAX_VALUE);
        listener.subscription().request(Long.MAX_VALUE);

        prices("A", "B");

        assertThat(listener.signals).containsExactly("subscribed", "[A]", "[B]");
    }

    @Test
    void who_has_cancelled_hears_no_more() {
        var listener = listen(Subscription.DEFAULT);
        listener.subscription().request(9);
        prices("A");
        listener.subscription().cancel();
        listener.subscription().cancel();
        prices("B");
        feed.close();

        assertThat(listener.signals).containsExactly("subscribed", "[A]");
    }

    @Test
    void asking_for_more_while_being_told_does_not_nest() {
        var listener = new Listener() {
            @Override
            public void onNext(StateChange change) {
                subscription().request(1);
                super.onNext(change);
            }
        };
        feed.changes(Subscription.DEFAULT).subscribe(listener);
        prices("A", "B", "C");

        listener.subscription().request(1);

        assertThat(listener.signals).containsExactly("subscribed", "[A]", "[B]", "[C]");
    }

    @Test
    void a_subscriber_that_throws_is_let_go_and_the_others_hear_on() {
        var broken = new Listener() {
            @Override
            public void onNext(StateChange change) {
                super.onNext(change);
                throw new IllegalStateException("broken");
            }
        };
        feed.changes(Subscription.DEFAULT).subscribe(broken);
        var listener = listen(Subscription.DEFAULT);
        broken.subscription().request(9);
        listener.subscription().request(9);

        prices("A", "B");

        assertThat(broken.signals).containsExactly("subscribed", "[A]");
        assertThat(listener.signals).containsExactly("subscribed", "[A]", "[B]");
    }

    @Test
    void the_end_is_told_once_also_to_who_comes_after_it() {
        var listener = listen(Subscription.DEFAULT);
        feed.close();
        feed.close();
        var late = listen(Subscription.DEFAULT);

        assertThat(listener.signals).containsExactly("subscribed", "completed");
        assertThat(late.signals).containsExactly("subscribed", "completed");
    }

    @Test
    void a_slow_subscriber_holds_up_nobody_and_its_thread_is_gone_after_the_end() throws InterruptedException {
        var own = new ChangeFeed();
        var told = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var ended = new CountDownLatch(1);
        var slow = new Listener() {
            @Override
            public void onSubscribe(Flow.Subscription subscription) {
                super.onSubscribe(subscription);
                subscription.request(Long.MAX_VALUE);
            }

            @Override
            public void onNext(StateChange change) {
                super.onNext(change);
                told.countDown();
                await(goOn);
            }

            @Override
            public void onComplete() {
                super.onComplete();
                ended.countDown();
            }
        };
        own.changes(Subscription.DEFAULT.withBuffer(1)).subscribe(slow);
        own.publish(() -> BatchChange.to(state, List.of(price("A", 0))));
        await(told);

        for (int i = 0; i < 1_000; i++) {
            int second = i;
            own.publish(() -> BatchChange.to(state, List.of(price("B", second))));
        }
        goOn.countDown();
        own.close();

        await(ended);
        assertThat(slow.signals).containsExactly("subscribed", "[A]", "[B]", "completed");
        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(it -> it.getName().equals("storetwin-changes"));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException hurried) {
            throw new IllegalStateException(hurried);
        }
    }

    /** Writes down what it hears. */
    private static class Listener implements Flow.Subscriber<StateChange> {

        final List<String> signals = new ArrayList<>();
        final List<StateChange> changes = new ArrayList<>();
        private Optional<Flow.Subscription> subscription = Optional.empty();

        Flow.Subscription subscription() {
            return subscription.orElseThrow();
        }

        @Override
        public void onSubscribe(Flow.Subscription given) {
            subscription = Optional.of(given);
            signals.add("subscribed");
        }

        @Override
        public void onNext(StateChange change) {
            signals.add(change.skus().toString());
            changes.add(change);
        }

        @Override
        public void onError(Throwable why) {
            signals.add("failed " + why.getClass().getSimpleName());
        }

        @Override
        public void onComplete() {
            signals.add("completed");
        }
    }
}
