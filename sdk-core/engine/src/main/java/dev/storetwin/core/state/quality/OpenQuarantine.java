package dev.storetwin.core.state.quality;

import dev.storetwin.core.event.EventCodec;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.state.Acceptance;
import dev.storetwin.state.Defect;
import dev.storetwin.state.Quarantine;
import dev.storetwin.state.QuarantinedEvent;
import dev.storetwin.state.Replayed;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** What is kept, opened to be looked at, repaired and offered again. */
final class OpenQuarantine implements Quarantine {

    private final RefusedEvents refused;
    private final EventCodec codec;
    private final Function<TwinEvent, Acceptance> door;

    OpenQuarantine(RefusedEvents refused, EventCodec codec, Function<TwinEvent, Acceptance> door) {
        this.refused = refused;
        this.codec = codec;
        this.door = door;
    }

    @Override
    public List<QuarantinedEvent> events() {
        return refused.kept().stream().map(this::opened).toList();
    }

    private QuarantinedEvent opened(KeptEvent kept) {
        return new QuarantinedEvent(
                kept.ticket(),
                codec.decode(kept.event()),
                kept.refusal().defect(),
                kept.refusal().reason(),
                kept.at(),
                kept.times());
    }

    @Override
    public Map<Defect, Long> counts() {
        var counts = new EnumMap<Defect, Long>(Defect.class);
        refused.kept().forEach(it -> counts.merge(it.refusal().defect(), 1L, Long::sum));
        return Collections.unmodifiableMap(counts);
    }

    @Override
    public long lost() {
        return refused.lost();
    }

    @Override
    public Replayed replay(Predicate<QuarantinedEvent> which, UnaryOperator<TwinEvent> repair) {
        var replay = new Replay(repair);
        for (var kept : refused.kept()) {
            var event = opened(kept);
            if (which.test(event)) {
                replay.offer(kept, event.event());
            }
        }
        refused.force();
        return replay.result();
    }

    @Override
    public long discard(Predicate<QuarantinedEvent> which) {
        var gone = refused.kept().stream()
                .map(this::opened)
                .filter(which)
                .map(QuarantinedEvent::ticket)
                .toList();
        refused.removeAll(gone);
        return gone.size();
    }

    /** One pass over the quarantine. */
    private final class Replay {

        private final UnaryOperator<TwinEvent> repair;
        private final Map<Defect, Long> refusals = new EnumMap<>(Defect.class);
        private final List<String> failures = new ArrayList<>();
        private long accepted;
        private long duplicates;
        private long stale;

        Replay(UnaryOperator<TwinEvent> repair) {
            this.repair = repair;
        }

        void offer(KeptEvent kept, TwinEvent event) {
            try {
                var repaired = repair.apply(event);
                refused.begin(repaired).ifPresent(trial -> offer(kept, repaired, trial));
            } catch (RuntimeException failed) {
                // The message may repeat what the event holds; its kind does not.
                failures.add("#%d %s: %s"
                        .formatted(
                                kept.ticket(),
                                kept.event().key(),
                                failed.getClass().getSimpleName()));
            }
        }

        private void offer(KeptEvent kept, TwinEvent repaired, RefusedEvents.Trial trial) {
            try {
                var answer = door.apply(repaired);
                refused.end(trial, kept, answer)
                        .ifPresentOrElse(why -> refusals.merge(why.defect(), 1L, Long::sum), () -> count(answer));
            } catch (RuntimeException failed) {
                refused.giveUp(trial);
                throw failed;
            }
        }

        private void count(Acceptance answer) {
            if (answer instanceof Acceptance.Duplicate) {
                duplicates++;
            } else if (answer instanceof Acceptance.Stale) {
                stale++;
            } else {
                accepted++;
            }
        }

        Replayed result() {
            return new Replayed(accepted, duplicates, stale, refusals, failures);
        }
    }
}
