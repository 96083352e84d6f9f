package dev.storetwin.core.thread;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class OwnThreadTest {

    private final OwnThread thread = OwnThread.of("test-of-threads", Duration.ofMinutes(1));

    @Test
    void runs_tasks_in_their_order_on_one_named_thread_that_keeps_no_process_alive() {
        List<String> done = Collections.synchronizedList(new ArrayList<>());
        var on = new CompletableFuture<Thread>();
        thread.execute(() -> on.complete(Thread.currentThread()));
        for (int i = 0; i < 100; i++) {
            int number = i;
            thread.execute(() -> done.add(number + Thread.currentThread().getName()));
        }
        thread.close();

        assertThat(done).hasSize(100).startsWith("0storetwin-test-of-threads").endsWith("99storetwin-test-of-threads");
        assertThat(on.join().isDaemon()).isTrue();
        assertThat(on.join().isAlive()).isFalse();
    }

    @Test
    void is_no_thread_before_its_first_task_and_takes_none_after_its_end() {
        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(it -> it.getName().equals("storetwin-test-of-threads"));
        thread.close();
        thread.close();

        assertThatThrownBy(() -> thread.execute(() -> {})).isInstanceOf(RejectedExecutionException.class);
    }

    @Test
    void interrupts_a_task_that_does_not_come_back() {
        var stubborn = OwnThread.of("stubborn", Duration.ZERO);
        var begun = new CountDownLatch(1);
        var interrupted = new CompletableFuture<Boolean>();
        stubborn.execute(() -> {
            begun.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException asked) {
                interrupted.complete(true);
            }
        });
        await(begun);

        stubborn.close();

        assertThat(interrupted.join()).isTrue();
    }

    @Test
    void ends_with_all_its_tasks_done_when_an_interrupted_thread_closes_it() {
        var closing = Thread.currentThread();
        List<Integer> done = Collections.synchronizedList(new ArrayList<>());
        var on = new CompletableFuture<Thread>();
        thread.execute(() -> {
            on.complete(Thread.currentThread());
            while (closing.getState() != Thread.State.TIMED_WAITING
                    && !Thread.currentThread().isInterrupted()) {
                Thread.onSpinWait();
            }
        });
        for (int i = 0; i < 100; i++) {
            int number = i;
            thread.execute(() -> done.add(number));
        }
        on.join();
        closing.interrupt();

        thread.close();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(done).hasSize(100);
        assertThat(on.join().isAlive()).isFalse();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
