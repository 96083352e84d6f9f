package dev.storetwin.platform;

import dev.storetwin.event.TwinEvent;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What a translator made of a message: all of its events, or none and the reason. */
public sealed interface Translation {

    /** The events, in the order in which the message tells them; none unless it was translated. */
    default List<TwinEvent> events() {
        return List.of();
    }

    default Stream<TwinEvent> stream() {
        return events().stream();
    }

    default void forEach(Consumer<? super TwinEvent> consumer) {
        events().forEach(consumer);
    }

    /** The message in events. */
    record Translated(List<TwinEvent> events) implements Translation {

        public Translated {
            events = List.copyOf(events);
        }
    }

    /**
     * The message cannot be used as it is. Neither the reason nor the path holds a value of the message.
     *
     * @param reason what was expected
     * @param path   where, such as {@code $.line_items[2].quantity}
     */
    record Quarantined(String reason, String path) implements Translation {}

    /** The message is sound and says nothing that the twin wants to know. */
    record Ignored(String reason) implements Translation {}
}
