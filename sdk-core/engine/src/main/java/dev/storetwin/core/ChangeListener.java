package dev.storetwin.core;

import dev.storetwin.core.event.EncodedEvent;
import dev.storetwin.core.memory.PublishListener;
import dev.storetwin.core.state.ShopState;
import dev.storetwin.core.state.feed.BatchChange;
import dev.storetwin.core.state.feed.ChangeFeed;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.state.Acceptance;
import dev.storetwin.state.Part;
import dev.storetwin.state.StateChange;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Hands every published state on to those who subscribed. */
record ChangeListener(ChangeFeed feed) implements PublishListener {

    @Override
    public void published(ShopState before, ShopState after, List<EncodedEvent> events, List<Acceptance> answers) {
        if (after.revision() > before.revision()) {
            boolean isEcho = isEcho(answers);
            feed.publish(() -> change(after, accepted(after, events, answers), isEcho));
        }
    }

    private static StateChange change(ShopState state, List<TwinEvent> accepted, boolean isEcho) {
        var change = BatchChange.to(state, accepted);
        return isEcho ? change.asEcho() : change;
    }

    private static boolean isEcho(List<Acceptance> answers) {
        return answers.stream()
                .allMatch(it -> !(it instanceof Acceptance.Accepted accepted)
                        || accepted.echoOf().isPresent());
    }

    private static List<TwinEvent> accepted(ShopState state, List<EncodedEvent> events, List<Acceptance> answers) {
        return IntStream.range(0, events.size())
                .filter(it -> answers.get(it) instanceof Acceptance.Accepted)
                .mapToObj(it -> state.decode(events.get(it)))
                .toList();
    }

    /** Too much to be named. */
    @Override
    public void loaded(ShopState before, ShopState after) {
        if (after.revision() > before.revision()) {
            feed.publish(() ->
                    new StateChange(Set.of(Part.values()), Set.of(), Set.of(), Set.of(), Set.of(), true, 0, after));
        }
    }
}
