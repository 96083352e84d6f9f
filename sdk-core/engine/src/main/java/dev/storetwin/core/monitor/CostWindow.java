package dev.storetwin.core.monitor;

import dev.storetwin.proposal.Effort;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;

/** What is spent in one window, and how much work the next answer may take: only ever less. Adding never waits. */
final class CostWindow {

    private final Instant from;
    private final Instant until;
    private final long givenUpBefore;
    private final AtomicReference<Effort> effort = new AtomicReference<>(Effort.FULL);
    private final AtomicBoolean isRoomShort = new AtomicBoolean();
    private final AtomicBoolean isBlind = new AtomicBoolean();
    private final LongAdder questions = new LongAdder();
    private final LongAdder unmeasured = new LongAdder();
    private final LongAdder cpuNanos = new LongAdder();
    private final LongAdder modelCalls = new LongAdder();

    /**
     * With nothing spent.
     *
     * @param until         the moment after it
     * @param givenUpBefore models that had gone before it began
     */
    CostWindow(Instant from, Instant until, long givenUpBefore) {
        this.from = from;
        this.until = until;
        this.givenUpBefore = givenUpBefore;
    }

    Instant from() {
        return from;
    }

    Instant until() {
        return until;
    }

    boolean isOver(Instant now) {
        return !now.isBefore(until);
    }

    Effort effort() {
        return Objects.requireNonNull(effort.get());
    }

    /** Takes a step down; up it stays where it is. Answers where it was: of several threads one sees each step. */
    Effort stepDownTo(Effort reached) {
        return Objects.requireNonNull(
                effort.getAndAccumulate(reached, (one, other) -> other.isBelow(one) ? other : one));
    }

    /** True once, when models have gone since it began. */
    boolean isRoomNewlyShort(long givenUp) {
        return !isRoomShort.get() && givenUp > givenUpBefore && isRoomShort.compareAndSet(false, true);
    }

    /** True once, when there was a question whose CPU time nobody knows. */
    boolean isNewlyBlind() {
        return !isBlind.get() && unmeasured.sum() > 0 && isBlind.compareAndSet(false, true);
    }

    void addQuestion(long nanos) {
        questions.increment();
        if (nanos < 0) {
            unmeasured.increment();
        } else {
            cpuNanos.add(nanos);
        }
    }

    void addModelCall() {
        modelCalls.increment();
    }

    long questions() {
        return questions.sum();
    }

    long unmeasured() {
        return unmeasured.sum();
    }

    Duration cpu() {
        return Duration.ofNanos(cpuNanos.sum());
    }

    long modelCalls() {
        return modelCalls.sum();
    }
}
