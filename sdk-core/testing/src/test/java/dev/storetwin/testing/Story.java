package dev.storetwin.testing;

import dev.storetwin.event.EventRetracted;
import dev.storetwin.event.TwinEvent;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/**
 * What happens to one thing, an order or a price, given its number: events that a real source could send.
 *
 * <p>A stream is the stories of several things. No two events of a stream share an event id, though they may tell of the same entity, even of the same version of it.
 */
interface Story {

    List<TwinEvent> told(int number);

    /** Everything that can happen in a shop. */
    static Arbitrary<List<TwinEvent>> streams() {
        return streams(Arbitraries.oneOf(
                OrderStories.any(), OrderStories.any(), StockStories.any(), CatalogStories.any(), ActStories.any()));
    }

    static Arbitrary<List<TwinEvent>> streams(Arbitrary<Story> stories) {
        return stories.list().ofMinSize(1).ofMaxSize(Town.MOST).map(Story::numbered);
    }

    private static List<TwinEvent> numbered(List<Story> stories) {
        var events = new ArrayList<TwinEvent>();
        for (int i = 0; i < stories.size(); i++) {
            for (var event : stories.get(i).told(i)) {
                events.add(Delivery.underAnotherId(event, "event-" + events.size()));
            }
        }
        return List.copyOf(events);
    }

    /** Streams in which some events are taken back. */
    static Arbitrary<List<TwinEvent>> correctedStreams() {
        return streams()
                .flatMap(events -> Arbitraries.subsetOf(events).ofMaxSize(3).map(wrong -> {
                    var all = new ArrayList<>(events);
                    wrong.forEach(
                            it -> all.add(EventRetracted.of(it, it.header().occurredAt(), "a mistake")));
                    return List.copyOf(all);
                }));
    }
}
