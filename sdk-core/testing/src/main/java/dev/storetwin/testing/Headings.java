package dev.storetwin.testing;

import dev.storetwin.event.EventHeader;
import dev.storetwin.event.EventKey;
import dev.storetwin.event.TwinEvent;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.function.UnaryOperator;

/** The same events under other headers: told by another message, or heard at another time. */
final class Headings {

    private Headings() {}

    /** The same fact under another event id, as from a second topic. */
    static TwinEvent underAnotherId(TwinEvent event, String id) {
        return headed(
                event,
                it -> new EventHeader(
                        new EventKey(it.key().source(), id),
                        it.entity(),
                        it.version(),
                        it.occurredAt(),
                        it.receivedAt(),
                        it.cause()));
    }

    /** The same record with another header. */
    static TwinEvent headed(TwinEvent event, UnaryOperator<EventHeader> change) {
        try {
            var components = event.getClass().getRecordComponents();
            var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            var values = new Object[components.length];
            for (int i = 0; i < components.length; i++) {
                var value = components[i].getAccessor().invoke(event);
                values[i] = value instanceof EventHeader header ? change.apply(header) : value;
            }
            return (TwinEvent) event.getClass().getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("Every event is a public record.", impossible);
        }
    }
}
