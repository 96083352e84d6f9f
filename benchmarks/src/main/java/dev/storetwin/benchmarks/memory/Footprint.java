package dev.storetwin.benchmarks.memory;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Bytes of heap that belong to things of the engine: their fields and arrays, and what they lead to. What was met before is not counted again.
 * Names, constants and what belongs to Java are not followed, for they are shared. As on a machine of 64 bits with a heap below 32 GiB.
 */
final class Footprint {

    private static final int HEADER = 12;
    private static final int ARRAY_HEADER = 16;
    private static final int REFERENCE = 4;
    private static final int ALIGNMENT = 8;

    private final Map<Class<?>, List<Field>> shapes = new HashMap<>();
    private final Set<Object> met = Collections.newSetFromMap(new IdentityHashMap<>());

    /** Bytes of a thing that nothing before led to. */
    long of(Object thing) {
        var type = thing.getClass();
        if (isShared(type) || !met.add(thing)) {
            return 0;
        }
        if (type.isArray()) {
            return ofArray(thing, type.getComponentType());
        }
        long bytes = HEADER;
        long inside = 0;
        for (var field : shapes.computeIfAbsent(type, Footprint::fields)) {
            bytes += field.getType().isPrimitive() ? width(field.getType()) : REFERENCE;
            inside += field.getType().isPrimitive() ? 0 : ofReference(value(field, thing));
        }
        return aligned(bytes) + inside;
    }

    private long ofArray(Object array, Class<?> of) {
        int length = Array.getLength(array);
        if (of.isPrimitive()) {
            return aligned(ARRAY_HEADER + (long) length * width(of));
        }
        long inside = 0;
        for (var cell : (Object[]) array) {
            inside += ofReference(cell);
        }
        return aligned(ARRAY_HEADER + (long) length * REFERENCE) + inside;
    }

    private long ofReference(Object held) {
        return held == null ? 0 : of(held);
    }

    private static boolean isShared(Class<?> type) {
        return type.isEnum()
                || type.getName().startsWith("java.")
                || type.getPackageName().equals("dev.storetwin.type");
    }

    private static long aligned(long bytes) {
        return (bytes + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    }

    private static int width(Class<?> primitive) {
        if (primitive == long.class || primitive == double.class) {
            return Long.BYTES;
        }
        if (primitive == int.class || primitive == float.class) {
            return Integer.BYTES;
        }
        return primitive == byte.class || primitive == boolean.class ? 1 : Short.BYTES;
    }

    private static List<Field> fields(Class<?> type) {
        var fields = new ArrayList<Field>();
        for (Class<?> part = type; !part.getName().startsWith("java."); part = part.getSuperclass()) {
            Arrays.stream(part.getDeclaredFields())
                    .filter(it -> !Modifier.isStatic(it.getModifiers()))
                    .forEach(fields::add);
        }
        return fields;
    }

    /** @throws IllegalStateException when the engine is not built as this reads it */
    static Object value(Object thing, String field) {
        return fields(thing.getClass()).stream()
                .filter(it -> it.getName().equals(field))
                .findFirst()
                .map(it -> value(it, thing))
                .orElseThrow(() -> new IllegalStateException(
                        "%s has no %s.\nMaybe it was renamed.".formatted(thing.getClass(), field)));
    }

    private static Object value(Field field, Object thing) {
        try {
            field.setAccessible(true);
            return field.get(thing);
        } catch (IllegalAccessException hidden) {
            throw new IllegalStateException(
                    "%s cannot be read.\nMaybe run it from the class path.".formatted(field), hidden);
        }
    }
}
