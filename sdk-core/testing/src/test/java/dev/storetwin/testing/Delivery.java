package dev.storetwin.testing;

import dev.storetwin.core.state.ShopState;
import dev.storetwin.event.EventHeader;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.state.Acceptance;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;

/** The way a stream takes to a state: shuffled, repeated and cut into batches. */
final class Delivery {

    /** A zone whose clocks change within the days of {@link Town}. */
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private Delivery() {}

    static ShopState empty() {
        return ShopState.empty(ZONE, Currency.getInstance("EUR"));
    }

    /** All at once and in the order in which it is told. */
    static ShopState plain(List<? extends TwinEvent> events) {
        return empty().after(events).state();
    }

    /** In any order, some of it twice, under the same id or as another message about the same fact, in batches of any size. */
    static ShopState rough(List<? extends TwinEvent> events, Random chance) {
        var state = empty();
        for (var batch : batches(shaken(events, chance), chance)) {
            state = state.after(batch).state();
        }
        return state;
    }

    static List<TwinEvent> shaken(List<? extends TwinEvent> events, Random chance) {
        var all = new ArrayList<TwinEvent>(events);
        for (var event : events) {
            int again = chance.nextInt(4);
            if (again == 1) {
                all.add(event);
            } else if (again == 2) {
                all.add(headed(event, it -> it.withReceivedAt(it.receivedAt().plusSeconds(60))));
            }
        }
        Collections.shuffle(all, chance);
        return all;
    }

    private static List<List<TwinEvent>> batches(List<TwinEvent> events, Random chance) {
        var batches = new ArrayList<List<TwinEvent>>();
        for (int from = 0; from < events.size(); ) {
            int until = Math.min(events.size(), from + 1 + chance.nextInt(5));
            batches.add(events.subList(from, until));
            from = until;
        }
        return batches;
    }

    static List<Acceptance> answers(ShopState state, List<? extends TwinEvent> events) {
        return state.after(events).answers();
    }

    /** The same fact under another event id, as from a second topic. */
    static TwinEvent underAnotherId(TwinEvent event, String id) {
        return Headings.underAnotherId(event, id);
    }

    /** The same record with another header. */
    static TwinEvent headed(TwinEvent event, UnaryOperator<EventHeader> change) {
        return Headings.headed(event, change);
    }
}
