package dev.storetwin.core.state;

import dev.storetwin.event.EventKey;
import dev.storetwin.event.EventRetracted;
import dev.storetwin.event.SourceVersion;
import dev.storetwin.event.TwinEvent;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/**
 * Everything that was ever heard about one order, price, count or other document.
 *
 * <p>How it works: all events are kept in the order of their versions, whatever order they came in. Of each slot the newest that is not
 * retracted stands; these facts alone are folded. So a late event, a repetition or a correction leads to the same facts.
 */
final class Document {

    static final Document EMPTY = new Document(TreePVector.empty());

    private static final Comparator<TwinEvent> OLDEST_FIRST = Comparator.<TwinEvent, SourceVersion>comparing(
                    it -> it.header().version())
            .thenComparing(it -> it.header().occurredAt())
            .thenComparing(it -> it.header().key())
            .thenComparing(it -> it.getClass().getSimpleName())
            .thenComparing(it -> EventContent.of(it).toString());

    private final PVector<TwinEvent> events;

    private Document(PVector<TwinEvent> events) {
        this.events = events;
    }

    /** Whether this very event is here already, whatever became of it. */
    boolean holds(TwinEvent event) {
        return events.stream()
                .anyMatch(it -> it.header().key().equals(event.header().key()) && saysTheSame(it, event));
    }

    /** Whether an event under another id tells the same of the same version, and was not retracted. */
    boolean isTold(TwinEvent event) {
        var retracted = retracted();
        return events.stream()
                .filter(it -> it.header().version().equals(event.header().version()))
                .filter(it -> !retracted.contains(it.header().key()))
                .anyMatch(it -> saysTheSame(it, event));
    }

    private static boolean saysTheSame(TwinEvent known, TwinEvent event) {
        return known.getClass() == event.getClass()
                && known.header().entity().equals(event.header().entity())
                && EventContent.of(known).equals(EventContent.of(event));
    }

    Document with(TwinEvent event) {
        int place = events.size();
        while (place > 0 && OLDEST_FIRST.compare(events.get(place - 1), event) > 0) {
            place--;
        }
        return new Document(events.plus(place, event));
    }

    /** The facts that stand, oldest first. */
    List<TwinEvent> facts() {
        var retracted = retracted();
        var newest = new LinkedHashMap<Slot, TwinEvent>();
        for (var event : events) {
            if (!(event instanceof EventRetracted)
                    && !retracted.contains(event.header().key())) {
                newest.remove(Slot.of(event));
                newest.put(Slot.of(event), event);
            }
        }
        return List.copyOf(newest.values());
    }

    /** Whether anything is left once what was retracted is gone. */
    boolean hasFacts() {
        var retracted = retracted();
        return events.stream()
                .anyMatch(it -> !(it instanceof EventRetracted)
                        && !retracted.contains(it.header().key()));
    }

    boolean stands(TwinEvent event) {
        return event instanceof EventRetracted || facts().contains(event);
    }

    private Set<EventKey> retracted() {
        var keys = new HashSet<EventKey>();
        for (var event : events) {
            if (event instanceof EventRetracted retraction) {
                keys.add(retraction.retracted());
            }
        }
        return keys;
    }

    /** The newest fact of one kind. */
    <T extends TwinEvent> Optional<T> newest(Class<T> type) {
        var facts = facts(type);
        return facts.isEmpty() ? Optional.empty() : Optional.of(facts.get(facts.size() - 1));
    }

    /** The facts of one kind, oldest first. */
    <T extends TwinEvent> List<T> facts(Class<T> type) {
        return facts().stream().filter(type::isInstance).map(type::cast).toList();
    }
}
