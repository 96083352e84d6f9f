package dev.storetwin.core;

import dev.storetwin.core.event.EncodedEvent;
import dev.storetwin.core.event.EventCodec;
import dev.storetwin.core.state.ShopState;
import dev.storetwin.core.state.Workers;
import dev.storetwin.event.ActionApplied;
import dev.storetwin.event.BindingAct;
import dev.storetwin.event.TwinAct;
import dev.storetwin.state.Acceptance;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Takes events into a state, in their order.
 *
 * <p>How it works: a batch is folded as a whole, since that is fast. Only what an echo is told by is taken by itself: acts of the twin, and
 * what may report one of them back. So an echo is told by everything that went before it, however the events were cut into batches.
 */
final class EventFold {

    private final EventCodec codec;
    private final Supplier<Instant> moments;
    private final Workers workers;

    /**
     * @param codec   for events that follow from those that come in
     * @param moments of acts of the twin
     * @param workers fold large batches
     */
    EventFold(EventCodec codec, Supplier<Instant> moments, Workers workers) {
        this.codec = codec;
        this.moments = moments;
        this.workers = workers;
    }

    /**
     * What became of some events.
     *
     * @param state   with all of them in it
     * @param answers one per event
     * @param kept    what has to be written down, in order
     */
    record Taken(ShopState state, List<Acceptance> answers, List<EncodedEvent> kept) {}

    Taken take(ShopState from, List<EncodedEvent> events) {
        var taken = new Collected(from);
        for (int start = 0; start < events.size(); ) {
            int end = end(taken.state, events, start);
            taken.add(taken.state.after(events.subList(start, end), workers));
            correct(taken);
            start = end;
        }
        return taken.done();
    }

    /** How far a batch goes that starts here: to before the next event that must be taken by itself. */
    private static int end(ShopState state, List<EncodedEvent> events, int start) {
        boolean hasActed = state.hasActed();
        int end = start;
        while (end < events.size() && !isAlone(state, hasActed, events.get(end))) {
            end++;
        }
        return Math.max(end, start + 1);
    }

    private static boolean isAlone(ShopState state, boolean hasActed, EncodedEvent event) {
        return event.is(TwinAct.class) || (hasActed && state.mayEcho(event));
    }

    /** Only the answer was lost: what was taken for failed, or never answered, was carried out when it comes back as an echo. */
    private void correct(Collected taken) {
        if (taken.last() instanceof Acceptance.Accepted accepted) {
            accepted.echoOf()
                    .flatMap(taken.state::unconfirmed)
                    .ifPresent(it -> taken.follow(taken.state.after(List.of(codec.encode(carriedOut(it))))));
        }
    }

    private ActionApplied carriedOut(BindingAct tried) {
        var header = TwinAct.about("confirmed", tried.decision(), moments.get());
        return new ActionApplied(header, tried.decision(), tried.capability(), tried.target(), tried.commitment());
    }

    /** Changes, one after the other. */
    private static final class Collected {

        private final List<Acceptance> answers = new ArrayList<>();
        private final List<EncodedEvent> kept = new ArrayList<>();
        private ShopState state;

        Collected(ShopState from) {
            state = from;
        }

        void add(ShopState.Change change) {
            answers.addAll(change.answers());
            follow(change);
        }

        /** Adds what follows from the last event; nobody waits for an answer to it. */
        void follow(ShopState.Change change) {
            kept.addAll(change.kept());
            state = change.state();
        }

        Acceptance last() {
            return answers.get(answers.size() - 1);
        }

        Taken done() {
            return new Taken(state, answers, kept);
        }
    }
}
