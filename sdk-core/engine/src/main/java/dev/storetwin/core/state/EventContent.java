package dev.storetwin.core.state;

import dev.storetwin.event.EventHeader;
import dev.storetwin.event.TwinEvent;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;

/**
 * What an event says, without how it came: all of its components but the header. Two deliveries of one fact have the same content.
 */
final class EventContent {

    private static final ClassValue<List<RecordComponent>> COMPONENTS = new ClassValue<>() {
        @Override
        protected List<RecordComponent> computeValue(Class<?> type) {
            return Arrays.stream(type.getRecordComponents())
                    .filter(it -> it.getType() != EventHeader.class)
                    .toList();
        }
    };

    private EventContent() {}

    static List<Object> of(TwinEvent event) {
        return COMPONENTS.get(event.getClass()).stream()
                .map(component -> value(component, event))
                .toList();
    }

    private static Object value(RecordComponent component, TwinEvent event) {
        try {
            return component.getAccessor().invoke(event);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("Every event is a public record.", impossible);
        }
    }
}
