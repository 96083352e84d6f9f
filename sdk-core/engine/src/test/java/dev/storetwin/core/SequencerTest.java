package dev.storetwin.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.core.crypto.PersonalCipher;
import dev.storetwin.core.event.EncodedEvent;
import dev.storetwin.core.event.EventCodec;
import dev.storetwin.event.StockCounted;
import dev.storetwin.state.Acceptance;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.Quantity;
import dev.storetwin.type.Sku;
import dev.storetwin.type.Source;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SequencerTest {

    private static final EventCodec CODEC = new EventCodec(PersonalCipher.PLAIN);

    private final List<List<EncodedEvent>> groups = new ArrayList<>();
    private final Deque<Runnable> tasks = new ArrayDeque<>();
    private final Sequencer sequencer = new Sequencer(3, tasks::add, this::take);

    private List<Acceptance> take(List<EncodedEvent> events) {
        groups.add(List.copyOf(events));
        return IntStream.range(0, events.size())
                .<Acceptance>mapToObj(it -> new Acceptance.Accepted(it + 1, Optional.empty()))
                .toList();
    }

    private static EncodedEvent event(int number) {
        return CODEC.encode(StockCounted.of(
                Source.of("test"),
                Sku.of("SKU-" + number),
                NodeId.of("n"),
                Quantity.of(number),
                Instant.parse("2026-03-01T00:00:00Z")));
    }

    private void work() {
        while (!tasks.isEmpty()) {
            tasks.remove().run();
        }
    }

    @Test
    void what_gathers_while_nobody_works_is_one_group() {
        var first = sequencer.offer(event(1));
        var second = sequencer.offer(event(2));
        assertThat(first).isNotDone();

        work();

        assertThat(groups).hasSize(1);
        assertThat(first.join()).isEqualTo(new Acceptance.Accepted(1, Optional.empty()));
        assertThat(second.join()).isEqualTo(new Acceptance.Accepted(2, Optional.empty()));
    }

    @Test
    void one_task_runs_at_a_time() {
        sequencer.offer(event(1));
        sequencer.offer(event(2));

        assertThat(tasks).hasSize(1);
    }

    @Test
    void an_event_that_comes_after_the_work_starts_a_new_task() {
        sequencer.offer(event(1));
        work();

        var late = sequencer.offer(event(2));
        work();

        assertThat(late).isDone();
        assertThat(groups).hasSize(2);
    }

    @Test
    void a_full_queue_turns_away_and_says_what_to_do() {
        IntStream.range(0, 3).forEach(it -> sequencer.offer(event(it)));

        var tooMany = sequencer.offer(event(4));

        assertThat(tooMany.join()).isInstanceOfSatisfying(Acceptance.Unavailable.class, it -> assertThat(it.reason())
                .contains("3 events wait", "longer queue"));
        work();
        assertThat(groups.get(0)).hasSize(3);
    }

    @Test
    void a_fault_is_an_answer_and_the_next_group_is_taken() {
        var faulty = new Sequencer(3, tasks::add, events -> {
            if (groups.isEmpty()) {
                groups.add(events);
                throw new IllegalStateException("broken");
            }
            return take(events);
        });
        var first = faulty.offer(event(1));
        work();
        var second = faulty.offer(event(2));
        work();

        assertThat(first.join()).isInstanceOf(Acceptance.Unavailable.class);
        assertThat(second.join()).isInstanceOf(Acceptance.Accepted.class);
    }

    @Test
    void an_event_can_be_accepted_by_what_hangs_on_an_answer_and_comes_after_what_waited() {
        var second = new CompletableFuture<Acceptance>();
        var chained = sequencer.offer(event(1)).thenApply(first -> {
            sequencer.offer(event(2)).thenAccept(second::complete);
            return sequencer.accept(event(3));
        });

        work();

        assertThat(chained.join()).isEqualTo(new Acceptance.Accepted(2, Optional.empty()));
        assertThat(second.join()).isEqualTo(new Acceptance.Accepted(1, Optional.empty()));
        assertThat(groups).extracting(List::size).containsExactly(1, 2);
    }

    @Test
    void many_can_be_accepted_there_though_the_queue_is_short_and_a_chain_of_them_ends() {
        var chained = sequencer
                .offer(event(0))
                .thenApply(first -> sequencer.acceptAll(
                        IntStream.range(1, 20).mapToObj(SequencerTest::event).toList()));
        var chain = chain(5_000);

        work();

        assertThat(chained.join()).hasSize(19).allMatch(Acceptance::isKnown);
        assertThat(chain.join().isKnown()).isTrue();
    }

    /** Each answer offers the next event. */
    private CompletableFuture<Acceptance> chain(int links) {
        var end = new CompletableFuture<Acceptance>();
        next(links, end);
        return end;
    }

    private void next(int links, CompletableFuture<Acceptance> end) {
        sequencer.offer(event(links)).thenAccept(answer -> {
            if (links == 0) {
                end.complete(answer);
            } else {
                sequencer.accept(event(-links));
                next(links - 1, end);
            }
        });
    }

    @Test
    void closing_works_off_what_waits_and_takes_nothing_more() {
        var executor = Executors.newSingleThreadExecutor();
        var mayWork = new CountDownLatch(1);
        try {
            executor.execute(() -> join(mayWork));
            var closing = new Sequencer(3, executor, this::take);
            var before = closing.offer(event(1));
            assertThat(before).isNotDone();

            mayWork.countDown();
            closing.close();

            assertThat(before.getNow(null)).isInstanceOf(Acceptance.Accepted.class);
            assertThat(closing.offer(event(2)).join()).isInstanceOf(Acceptance.Unavailable.class);
            assertThat(closing.accept(event(3))).isInstanceOf(Acceptance.Unavailable.class);
        } finally {
            executor.shutdown();
        }
    }

    private static void join(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void on_an_executor_that_is_gone_the_caller_works() {
        var orphan = new Sequencer(
                3,
                task -> {
                    throw new RejectedExecutionException("shut down");
                },
                this::take);

        assertThat(orphan.offer(event(1)).join()).isInstanceOf(Acceptance.Accepted.class);
    }

    @Test
    void events_of_many_threads_are_each_answered_once() throws Exception {
        var executor = Executors.newSingleThreadExecutor();
        var callers = Executors.newFixedThreadPool(4);
        try {
            var busy = new Sequencer(16, executor, this::take);

            var answers = IntStream.range(0, 2_000)
                    .mapToObj(it -> CompletableFuture.supplyAsync(() -> busy.accept(event(it)), callers))
                    .toList();

            assertThat(answers.stream().map(CompletableFuture::join)).allMatch(Acceptance.Accepted.class::isInstance);
            assertThat(groups.stream().mapToInt(List::size).sum()).isEqualTo(2_000);
        } finally {
            callers.shutdown();
            executor.shutdown();
        }
    }
}
