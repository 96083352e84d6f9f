package dev.storetwin.core.state;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;

/** Who does the parts of a work that can be done side by side. What comes out is the same whoever does them. */
public interface Workers {

    /** Everything in the caller's thread. */
    Workers CALLER = (parts, work) -> {
        for (int part = 0; part < parts; part++) {
            work.accept(part);
        }
    };

    /** Does parts 0 to {@code parts - 1}, each once, and returns when all are done. The first failure is thrown. */
    void run(int parts, IntConsumer work);

    /**
     * The caller and up to {@code parallelism - 1} tasks of an executor. The caller never waits for a task that has not begun, so a busy or
     * closed executor only makes it slower.
     */
    static Workers of(Executor executor, int parallelism) {
        return parallelism < 2
                ? CALLER
                : (parts, work) -> {
                    var round = new Round(parts, work);
                    round.help(executor, Math.min(parts, parallelism) - 1);
                    round.finish();
                };
    }

    /** One work in parts. Whoever is free takes the next part. */
    final class Round {

        private final int parts;
        private final IntConsumer work;
        private final AtomicInteger next = new AtomicInteger();
        private final CountDownLatch open;
        private final AtomicReference<Throwable> failure = new AtomicReference<>();

        private Round(int parts, IntConsumer work) {
            this.parts = parts;
            this.work = work;
            this.open = new CountDownLatch(parts);
        }

        private void help(Executor executor, int helpers) {
            try {
                for (int i = 0; i < helpers; i++) {
                    executor.execute(this::work);
                }
            } catch (RuntimeException closed) {
                // However the executor of the host says no, the caller then does it all: nothing is left undone.
                return;
            }
        }

        private void work() {
            for (int part = next.getAndIncrement(); part < parts; part = next.getAndIncrement()) {
                try {
                    work.accept(part);
                } catch (RuntimeException | Error failed) {
                    failure.compareAndSet(null, failed);
                } finally {
                    open.countDown();
                }
            }
        }

        private void finish() {
            work();
            boolean interrupted = false;
            while (open.getCount() > 0) {
                try {
                    open.await();
                } catch (InterruptedException later) {
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
            var failed = failure.get();
            if (failed instanceof RuntimeException runtime) {
                throw runtime;
            }
            if (failed != null) {
                throw (Error) failed;
            }
        }
    }
}
