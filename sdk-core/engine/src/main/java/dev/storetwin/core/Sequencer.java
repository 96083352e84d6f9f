package dev.storetwin.core;

import dev.storetwin.core.event.EncodedEvent;
import dev.storetwin.core.thread.WaitingWatchdog;
import dev.storetwin.state.Acceptance;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts events in their one order.
 *
 * <p>How it works: whoever has an event puts it into a bounded queue. One task at a time, on the executor, takes what has gathered there,
 * hands it over as one group, and answers. While a group waits for the disk the next one gathers, so that one force serves many. A full
 * queue is told at once, or waited for: that is the back-pressure.
 *
 * <p>What hangs on an answer runs between two groups, on the thread that gave it. An event that is accepted there would wait for that very
 * thread; it is taken at once instead, in one group with what was put into the queue before it.
 */
final class Sequencer {

    private static final Logger LOG = LoggerFactory.getLogger(Sequencer.class);

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Acceptance CLOSED = new Acceptance.Unavailable("The twin is closed.");

    /** An event and who waits for the answer to it. */
    private record Turn(EncodedEvent event, CompletableFuture<Acceptance> answer) {

        static Turn of(EncodedEvent event) {
            return new Turn(event, new CompletableFuture<>());
        }
    }

    /** What is still to be told, by the thread that works. */
    private record Answer(Turn turn, Acceptance words) {

        void tell() {
            turn.answer().complete(words);
        }
    }

    private final BlockingQueue<Turn> queue;
    private final int capacity;
    private final Executor executor;
    private final Function<List<EncodedEvent>, List<Acceptance>> group;
    private final AtomicBoolean running = new AtomicBoolean();
    private final Queue<Answer> untold = new ArrayDeque<>();
    private volatile @Nullable Thread working;
    private volatile boolean closed;

    /**
     * @param capacity events that may wait
     * @param executor runs one task at a time
     * @param group    takes a group of events and answers each, never throws
     */
    Sequencer(int capacity, Executor executor, Function<List<EncodedEvent>, List<Acceptance>> group) {
        this.queue = new ArrayBlockingQueue<>(capacity);
        this.capacity = capacity;
        this.executor = executor;
        this.group = group;
    }

    /** Never waits; a full queue is the answer. */
    CompletableFuture<Acceptance> offer(EncodedEvent event) {
        var turn = Turn.of(event);
        if (closed) {
            turn.answer().complete(CLOSED);
        } else if (queue.offer(turn)) {
            run();
        } else {
            turn.answer().complete(new Acceptance.Unavailable("""
                    %d events wait already, which is all the room there is.
                    Maybe send slower, or give the twin a longer queue.""".formatted(capacity)));
        }
        return turn.answer();
    }

    /** Waits for room and for the answer. */
    Acceptance accept(EncodedEvent event) {
        return acceptAll(List.of(event)).get(0);
    }

    /** Waits for room for each and for all answers. */
    List<Acceptance> acceptAll(List<EncodedEvent> events) {
        if (isHere() && !events.isEmpty()) {
            return closed ? Collections.nCopies(events.size(), CLOSED) : takeHere(events);
        }
        return events.stream().map(this::put).toList().stream()
                .map(Sequencer::answer)
                .toList();
    }

    private CompletableFuture<Acceptance> put(EncodedEvent event) {
        if (closed) {
            return CompletableFuture.completedFuture(CLOSED);
        }
        var turn = Turn.of(event);
        try {
            queue.put(turn);
            run();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            turn.answer().complete(new Acceptance.Unavailable("The thread was interrupted while it waited for room."));
        }
        return turn.answer();
    }

    private static Acceptance answer(CompletableFuture<Acceptance> answer) {
        try {
            return answer.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return new Acceptance.Unavailable(
                    "The thread was interrupted; the event may have been taken all the same.");
        } catch (ExecutionException impossible) {
            throw new IllegalStateException("Answers are never exceptional.", impossible);
        }
    }

    int waiting() {
        return queue.size();
    }

    int capacity() {
        return capacity;
    }

    /** On an executor that is gone the caller works: then the twin is being closed, and somebody has to say so. */
    private void run() {
        if (running.compareAndSet(false, true)) {
            try {
                executor.execute(this::drain);
            } catch (RejectedExecutionException gone) {
                drain();
            }
        }
    }

    /** Works off what waits. Whoever puts an event in after the last look finds nobody running and starts again. */
    private void drain() {
        do {
            working = Thread.currentThread();
            for (var turns = waitingTurns(); !turns.isEmpty(); turns = waitingTurns()) {
                take(turns);
                tell();
            }
            working = null;
            running.set(false);
        } while (!queue.isEmpty() && running.compareAndSet(false, true));
    }

    private List<Turn> waitingTurns() {
        var turns = new ArrayList<Turn>();
        queue.drainTo(turns);
        return turns;
    }

    private List<Acceptance> take(List<Turn> turns) {
        var answers = answers(turns.stream().map(Turn::event).toList());
        for (int i = 0; i < turns.size(); i++) {
            untold.add(new Answer(turns.get(i), answers.get(i)));
        }
        return answers;
    }

    private void tell() {
        for (var next = untold.poll(); next != null; next = untold.poll()) {
            next.tell();
        }
    }

    /** Whether the caller hangs on an answer that is being told. */
    boolean isHere() {
        return Thread.currentThread().equals(working);
    }

    /** What waits was there before. The others hear of it when the caller is done. */
    private List<Acceptance> takeHere(List<EncodedEvent> events) {
        var turns = waitingTurns();
        int before = turns.size();
        events.forEach(it -> turns.add(Turn.of(it)));
        var answers = take(turns);
        return answers.subList(before, answers.size());
    }

    private List<Acceptance> answers(List<EncodedEvent> events) {
        try {
            return group.apply(events);
        } catch (RuntimeException | Error fault) {
            LOG.error(
                    "{} events could not be taken, beginning with {}",
                    events.size(),
                    events.get(0).key(),
                    fault);
            var reason = "The twin failed: " + fault.getClass().getSimpleName() + ".\nMaybe its log says more.";
            return events.stream()
                    .<Acceptance>map(it -> new Acceptance.Unavailable(reason))
                    .toList();
        }
    }

    /** Takes nothing any more, and returns when what waits is worked off, or when that takes too long. */
    void close() {
        closed = true;
        run();
        var isDone = new CountDownLatch(1);
        try {
            executor.execute(isDone::countDown);
        } catch (RejectedExecutionException gone) {
            LOG.debug("The executor is gone already; the caller has worked off what waited", gone);
            return;
        }
        if (!WaitingWatchdog.await(isDone::await, PATIENCE)) {
            LOG.warn("Events still wait for the disk; who sent them hears that they were not taken");
        }
    }
}
