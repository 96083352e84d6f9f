package dev.storetwin.platform;

import dev.storetwin.event.Entity;
import dev.storetwin.event.TwinEvent;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The platform's answer to a {@link Pull}. */
public sealed interface Pulled {

    /**
     * One page of the list.
     *
     * @param events     what it says, the same facts as webhooks tell: same entity, version and content, under ids that are the same
     *                   whenever the page is read
     * @param present    entities that the page names, also those of which it has nothing new to say
     * @param unreadable what of the page could not be translated
     * @param next       where the list goes on; empty on its last page
     */
    record Page(
            List<TwinEvent> events,
            Set<Entity> present,
            List<Translation.Quarantined> unreadable,
            Optional<String> next)
            implements Pulled {

        public Page {
            events = List.copyOf(events);
            present = Set.copyOf(present);
            unreadable = List.copyOf(unreadable);
        }

        /** A page that was read whole and names what its events are about. */
        public static Page of(List<? extends TwinEvent> events, Optional<String> next) {
            var present = new HashSet<Entity>();
            events.forEach(it -> present.addAll(List.of(it.header().entity(), it.document())));
            return new Page(List.copyOf(events), present, List.of(), next);
        }
    }

    /**
     * Not now: the platform's rate limit is used up.
     *
     * @param after  how long to leave it alone
     * @param reason in the platform's words
     */
    record Later(Duration after, String reason) implements Pulled {}

    /** The platform does not know the cursor any more: the list has to be read from its beginning. */
    record CursorLost(String reason) implements Pulled {}

    /**
     * There is no page.
     *
     * @param reason    in the platform's words
     * @param retryable whether the same question may have an answer later
     */
    record Failed(String reason, boolean retryable) implements Pulled {}
}
