package dev.storetwin.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.storetwin.core.event.EncodedEvent;
import dev.storetwin.core.memory.PublishListener;
import dev.storetwin.core.state.ShopState;
import dev.storetwin.core.state.Workers;
import dev.storetwin.core.state.quality.RefusedEvents;
import dev.storetwin.event.StockCounted;
import dev.storetwin.state.Acceptance;
import dev.storetwin.state.Defect;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.Quantity;
import dev.storetwin.type.Sku;
import dev.storetwin.type.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LiveShopTest {

    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");
    private static final NodeId LEIPZIG = NodeId.of("LEIPZIG");

    private final StorageOfHeap storage = new StorageOfHeap();
    private final BreakableClock clock = new BreakableClock();
    private final List<Long> heard = new ArrayList<>();
    private final LiveShop live = shop(new Listening());

    private LiveShop shop(PublishListener... listeners) {
        var refused = RefusedEvents.inMemory(storage.codec(), 10);
        var gate = new QualityGate(
                QualityOptions.DEFAULT, storage.state(), refused, Optional.empty(), Workers.CALLER, clock);
        return new LiveShop(storage, gate, storage.audit(), Clock.fixed(NOON, ZoneOffset.UTC), List.of(listeners));
    }

    /** The clock that the gate counts by. */
    private static final class BreakableClock extends Clock {

        private boolean isBroken;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            if (isBroken) {
                throw new IllegalStateException("no time");
            }
            return NOON;
        }
    }

    /** What no listener should do. */
    private static final class Failing implements PublishListener {

        @Override
        public void published(ShopState before, ShopState after, List<EncodedEvent> events, List<Acceptance> answers) {
            throw new NoClassDefFoundError("gone");
        }

        @Override
        public void loaded(ShopState before, ShopState after) {
            throw new IllegalStateException("gone");
        }
    }

    private final class Listening implements PublishListener {

        @Override
        public void published(ShopState before, ShopState after, List<EncodedEvent> events, List<Acceptance> answers) {
            heard.add(after.revision());
        }

        @Override
        public void loaded(ShopState before, ShopState after) {
            heard.add(after.revision());
        }
    }

    private static StockCounted count(int number) {
        return StockCounted.of(Source.of("test"), sku(number), LEIPZIG, Quantity.of(number), NOON);
    }

    private static Sku sku(int number) {
        return Sku.of("SKU-" + number);
    }

    private long onHand(int number) {
        return live.state().stock().level(sku(number), LEIPZIG).onHand().thousandths() / 1_000;
    }

    @Test
    void a_listener_that_fails_keeps_neither_the_others_from_hearing_nor_the_answer_from_standing() {
        var unlucky = shop(new Failing(), new Listening());

        assertThat(unlucky.accept(count(1))).isInstanceOf(Acceptance.Accepted.class);
        assertThat(unlucky.load(List.of(count(2), count(3)).iterator()).accepted())
                .isEqualTo(2);

        assertThat(heard).containsExactly(1L, 3L);
    }

    @Test
    void what_is_kept_is_in_the_state_though_its_documents_cannot_be_moved() {
        storage.tending = state -> {
            throw new StackOverflowError();
        };

        assertThat(live.accept(count(1))).isInstanceOf(Acceptance.Accepted.class);
        assertThat(live.load(List.of(count(2)).iterator()).accepted()).isEqualTo(1);
        assertThat(live.accept(count(3))).isEqualTo(new Acceptance.Accepted(3, Optional.empty()));

        assertThat(storage.kept).hasSize(3);
        assertThat(live.state().revision()).isEqualTo(3);
    }

    @Test
    void what_is_kept_is_in_the_state_though_it_cannot_be_counted() {
        clock.isBroken = true;

        assertThat(live.accept(count(1))).isInstanceOf(Acceptance.Accepted.class);
        assertThat(live.load(List.of(count(2)).iterator()).accepted()).isEqualTo(1);
        assertThat(live.accept(count(3))).isEqualTo(new Acceptance.Accepted(3, Optional.empty()));

        assertThat(live.state().revision()).isEqualTo(3);
    }

    @Test
    void events_of_a_load_may_accept_others_as_they_are_pulled() {
        var pulled = IntStream.range(1, 40_000).mapToObj(it -> {
            if (it % 10_000 == 0) {
                assertThat(live.accept(count(100_000 + it)).isKnown()).isTrue();
                assertThat(onHand(100_000 + it)).isEqualTo(100_000 + it);
            }
            return count(it);
        });

        var report = live.load(pulled.iterator());

        assertThat(report.accepted()).isEqualTo(39_999);
        assertThat(live.state().revision()).isEqualTo(40_002).isEqualTo(storage.kept.size());
        assertThat(onHand(120_000)).isEqualTo(120_000);
        assertThat(onHand(39_999)).isEqualTo(39_999);
    }

    @Test
    void events_of_a_load_may_wait_for_another_thread_that_accepts() {
        var pulled = IntStream.range(1, 3).mapToObj(it -> {
            var other = CompletableFuture.supplyAsync(() -> live.accept(count(100 + it)))
                    .orTimeout(20, TimeUnit.SECONDS);
            assertThat(other.join().isKnown()).isTrue();
            return count(it);
        });

        live.load(pulled.iterator());

        assertThat(live.state().revision()).isEqualTo(4);
        assertThat(onHand(102)).isEqualTo(102);
    }

    @Test
    void events_of_a_load_become_visible_together_when_nothing_else_comes() {
        var seen = new ArrayList<Long>();
        var pulled = IntStream.range(1, 40_000).mapToObj(it -> {
            seen.add(live.state().revision());
            return count(it);
        });

        live.load(pulled.iterator());

        assertThat(seen).containsOnly(0L);
        assertThat(heard).containsExactly(39_999L);
    }

    @Test
    void events_before_a_break_of_their_stream_stand_and_the_host_hears_of_the_break() {
        var pulled = Stream.concat(IntStream.range(1, 20_000).mapToObj(LiveShopTest::count), Stream.generate(() -> {
            throw new UncheckedIOException(new IOException("the file ends here"));
        }));

        assertThatThrownBy(() -> live.load(pulled.map(StockCounted.class::cast).iterator()))
                .hasMessageContaining("the file ends here");

        assertThat(live.state().revision()).isEqualTo(19_999);
        assertThat(onHand(19_999)).isEqualTo(19_999);
    }

    @Test
    @SuppressWarnings("NullAway") // what a host may do all the same
    void events_before_one_that_is_none_stand_and_the_host_hears_which_it_was() {
        var torn = new StockCounted(count(2).header(), sku(2), LEIPZIG, count(2).kind(), count(2).basis(), null);

        assertThatThrownBy(() -> live.load(Stream.of(count(1), torn, count(3)).iterator()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("The event " + count(2).header().key())
                .hasMessageContaining("Maybe");

        assertThat(onHand(1)).isEqualTo(1);
        assertThat(onHand(3)).isZero();
    }

    @Test
    void a_moment_far_after_the_twins_own_time_is_refused_whatever_the_event_says_of_its_receipt() {
        var century = StockCounted.of(
                Source.of("test"), sku(1), LEIPZIG, Quantity.of(3), Instant.parse("2199-01-01T00:00:00Z"));

        assertThat(live.accept(century))
                .isInstanceOfSatisfying(Acceptance.Quarantined.class, it -> assertThat(it.defect())
                        .isEqualTo(Defect.FUTURE));
        assertThat(live.accept(count(1)).isKnown()).isTrue();
        assertThat(onHand(1)).isEqualTo(1);
    }

    @Test
    void what_is_asked_beyond_all_time_is_answered() {
        live.accept(count(1));
        var end = LocalDate.of(2290, 1, 1);

        var sales = live.state().demand().sales(sku(1), end.minusDays(3), end);

        assertThat(sales.units()).hasSize(3);
    }

    @Test
    void a_closed_shop_takes_nothing_and_still_tells() {
        live.accept(count(1));

        live.close();

        var closed = new Acceptance.Unavailable("The twin is closed.");
        assertThat(live.accept(count(2))).isEqualTo(closed);
        assertThat(live.acceptAll(List.of(count(2), count(3)))).containsExactly(closed, closed);
        assertThat(live.offer(count(2)).toCompletableFuture().join()).isEqualTo(closed);
        assertThat(live.load(List.of(count(2)).iterator()).brokeOff()).contains("The twin is closed.");
        assertThat(onHand(1)).isEqualTo(1);
    }
}
