package dev.storetwin.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.storetwin.Twin;
import dev.storetwin.event.StockCounted;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.platform.Inbox;
import dev.storetwin.platform.PlatformMessage;
import dev.storetwin.platform.Translation;
import dev.storetwin.state.Acceptance;
import dev.storetwin.testing.PlainVault;
import dev.storetwin.type.Actor;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.Quantity;
import dev.storetwin.type.Role;
import dev.storetwin.type.Sku;
import dev.storetwin.type.Source;
import dev.storetwin.type.SubjectId;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a host may do on the twin's own threads: nothing there may wait for that very thread for ever. */
@Timeout(60)
class TwinThreadsTest {

    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");
    private static final Source SHOP = Source.of("test");
    private static final Sku MUG = Sku.of("MUG-1");
    private static final NodeId LEIPZIG = NodeId.of("LEIPZIG");
    private static final Actor DESK = new Actor(Role.OPERATOR, "night-shift");

    @TempDir
    private Path folder;

    private Twin twin;

    @BeforeEach
    void open() {
        twin = StoreTwin.builder()
                .vault(new PlainVault())
                .dataDirectory(folder.resolve("twin"))
                .build();
    }

    @AfterEach
    void close() {
        twin.close();
    }

    private static StockCounted count(int units) {
        return StockCounted.of(SHOP, MUG, LEIPZIG, Quantity.of(units), NOON.plusSeconds(units));
    }

    /** Hangs something on an answer before it is there, so that it runs on the thread that takes events. */
    private <T> CompletableFuture<T> afterAnOffer(Function<Acceptance, T> step) throws InterruptedException {
        var isLoading = new CountDownLatch(1);
        var isHung = new CountDownLatch(1);
        var loading = new Thread(
                () -> twin.load(Stream.generate(() -> held(isLoading, isHung)).limit(1)));
        loading.start();
        isLoading.await();
        var hung = twin.offer(count(1)).thenApply(step).toCompletableFuture();
        isHung.countDown();
        loading.join();
        return hung;
    }

    private static TwinEvent held(CountDownLatch isLoading, CountDownLatch isHung) {
        isLoading.countDown();
        try {
            isHung.await();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        return count(0);
    }

    @Test
    void what_hangs_on_an_answer_may_accept_and_load() throws InterruptedException {
        var answers = afterAnOffer(first -> {
            var offered = twin.offer(count(2));
            var accepted = twin.accept(count(3));
            var loaded = twin.load(IntStream.range(4, 9).mapToObj(TwinThreadsTest::count));
            return List.of(
                    accepted.isKnown(),
                    loaded.accepted() == 5,
                    !offered.toCompletableFuture().isDone());
        });

        assertThat(answers.join()).containsOnly(true);
        assertThat(twin.state().revision()).isEqualTo(9);
        assertThat(twin.state().stock().level(MUG, LEIPZIG).onHand()).isEqualTo(Quantity.of(8));
    }

    private static Stream<Consumer<Twin>> whatWaitsForOthers() {
        return Stream.of(Twin::close, twin -> twin.people().erase(SubjectId.of("s-1"), DESK), twin -> twin.controls()
                .release(DESK, "all is well"));
    }

    @ParameterizedTest
    @MethodSource("whatWaitsForOthers")
    void what_waits_for_others_is_refused_there_and_the_twin_goes_on(Consumer<Twin> act) throws InterruptedException {
        var refused = afterAnOffer(first -> {
            act.accept(twin);
            return first;
        });

        assertThatThrownBy(refused::join)
                .hasCauseInstanceOf(IllegalStateException.class)
                .hasMessageContaining("the twin's own thread")
                .hasMessageContaining("thenAcceptAsync");
        assertThat(twin.accept(count(2)).isKnown()).isTrue();
    }

    @Test
    void acting_stops_there_all_the_same() throws InterruptedException {
        var refused = afterAnOffer(first -> {
            twin.controls().stop(DESK, "the counts look wrong");
            return first;
        });

        assertThatThrownBy(refused::join).hasCauseInstanceOf(IllegalStateException.class);
        assertThat(twin.accept(count(2)).isKnown()).isTrue();
    }

    @Test
    void a_stream_may_accept_while_it_is_loaded() {
        try (var inMemory = StoreTwin.builder().build()) {
            for (var each : List.of(twin, inMemory)) {
                var events = Stream.of(count(1), count(2)).peek(it -> each.accept(count(9)));

                var report = each.load(events);

                assertThat(report.accepted()).isEqualTo(2);
                assertThat(each.accept(count(9))).isInstanceOf(Acceptance.Duplicate.class);
                assertThat(each.accept(count(3)).isKnown()).isTrue();
            }
        }
    }

    @Test
    void a_twin_is_not_closed_on_the_thread_of_its_inbox_and_lives_on() throws InterruptedException {
        BlockingQueue<IllegalStateException> refusals = new LinkedBlockingQueue<>();
        Inbox inbox = twin.platforms().inbox(SHOP, message -> {
            try {
                twin.close();
            } catch (IllegalStateException refused) {
                refusals.add(refused);
            }
            return new Translation.Translated(List.of(count(7)));
        });

        inbox.receive(PlatformMessage.of(Map.of(), new byte[] {'7'}, NOON))
                .toCompletableFuture()
                .join();

        assertThat(refusals.take()).hasMessageContaining("thread of the inbox of test");
        assertThat(twin.accept(count(8)).isKnown()).isTrue();
    }
}
