package dev.storetwin.core.binary;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What a component is in a record that was written before there was such a component: nothing where nothing can be, and else the constant
 * of its type that is called {@code UNKNOWN}.
 */
final class Defaults {

    private static final String UNKNOWN = "UNKNOWN";

    private static final Map<Class<?>, Object> EMPTY = Map.of(
            Optional.class, Optional.empty(),
            OptionalInt.class, OptionalInt.empty(),
            OptionalLong.class, OptionalLong.empty(),
            OptionalDouble.class, OptionalDouble.empty(),
            List.class, List.of(),
            Set.class, Set.of(),
            Map.class, Map.of());

    private Defaults() {}

    static Object of(RecordComponent component) {
        var empty = EMPTY.get(component.getType());
        return empty != null ? empty : unknown(component.getType()).orElseThrow(() -> missing(component));
    }

    /** The public constant of a type that stands for what is not known. */
    static Optional<Object> unknown(Class<?> type) {
        return Arrays.stream(type.getFields())
                .filter(it -> it.getName().equals(UNKNOWN) && it.getType() == type)
                .findFirst()
                .map(it -> {
                    try {
                        return it.get(null);
                    } catch (IllegalAccessException hidden) {
                        throw new IllegalStateException(it + " is public and cannot be read.", hidden);
                    }
                });
    }

    private static UnsupportedBytes missing(RecordComponent component) {
        return new UnsupportedBytes("""
                %s of %s was not written, and there is no value that stands for what is not known.
                Maybe make it an Optional, or give %s a constant UNKNOWN.""".formatted(
                        component.getName(),
                        component.getDeclaringRecord().getSimpleName(),
                        component.getType().getSimpleName()));
    }
}
