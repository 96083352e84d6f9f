package dev.storetwin.testing;

import dev.storetwin.event.EventHeader;
import dev.storetwin.state.SalesHistory;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a value says, in text that is the same in every process: sets and maps in order, headers without how they came. */
final class Transcript {

    private Transcript() {}

    static String of(Object value) {
        if (value instanceof EventHeader header) {
            return "%s v%d @%s".formatted(header.entity(), header.version().value(), header.occurredAt());
        }
        if (value instanceof Optional<?> optional) {
            return optional.map(Transcript::of).orElse("-");
        }
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(it -> of(it.getKey()) + "=" + of(it.getValue()))
                    .sorted()
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (value instanceof Collection<?> collection) {
            Stream<String> items = collection.stream().map(Transcript::of);
            return (value instanceof Set ? items.sorted() : items).collect(Collectors.joining(", ", "[", "]"));
        }
        if (value instanceof SalesHistory history) {
            return "%s units %s revenue %s returned %s in stock %s"
                    .formatted(
                            history.start(),
                            Arrays.toString(history.units()),
                            Arrays.toString(history.revenue()),
                            Arrays.toString(history.returned()),
                            Arrays.toString(history.inStock()));
        }
        return value instanceof Record row && row.getClass().getRecordComponents().length > 1
                ? record(row)
                : value.toString();
    }

    private static String record(Record row) {
        return Arrays.stream(row.getClass().getRecordComponents())
                .map(it -> of(component(row, it)))
                .collect(Collectors.joining(", ", row.getClass().getSimpleName() + "(", ")"));
    }

    private static Object component(Record row, RecordComponent component) {
        try {
            return component.getAccessor().invoke(row);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(component + " is public.", impossible);
        }
    }
}
