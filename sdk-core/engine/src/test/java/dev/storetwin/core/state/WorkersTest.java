package dev.storetwin.core.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WorkersTest {

    static Stream<Executor> executorsOfSomeHost() {
        return Stream.of(
                Runnable::run,
                forgotten -> {},
                twice -> {
                    twice.run();
                    twice.run();
                },
                refused -> {
                    throw new RejectedExecutionException("full");
                },
                closed -> {
                    throw new IllegalStateException("closed");
                });
    }

    @ParameterizedTest
    @MethodSource("executorsOfSomeHost")
    void each_part_is_done_once_whatever_the_executor_makes_of_it(Executor executor) {
        var done = new AtomicIntegerArray(9);

        Workers.of(executor, 4).run(done.length(), done::incrementAndGet);

        assertThat(done.toString()).isEqualTo("[1, 1, 1, 1, 1, 1, 1, 1, 1]");
    }
}
