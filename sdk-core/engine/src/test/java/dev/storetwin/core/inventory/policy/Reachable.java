package dev.storetwin.core.inventory.policy;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** All numbers that somebody could find who holds an object and takes everything apart. */
final class Reachable {

    private final Set<Double> numbers = new TreeSet<>();
    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final ArrayDeque<Object> open = new ArrayDeque<>();

    private Reachable() {}

    static Set<Double> numbers(Object from) {
        var search = new Reachable();
        search.open.add(from);
        while (!search.open.isEmpty()) {
            search.take(search.open.remove());
        }
        return search.numbers;
    }

    private void take(Object thing) {
        if (thing instanceof Number number) {
            numbers.add(number.doubleValue());
        } else if (seen.add(thing)) {
            if (thing instanceof double[] values) {
                for (double value : values) {
                    numbers.add(value);
                }
            } else if (thing instanceof Object[] things) {
                for (var one : things) {
                    add(one);
                }
            } else if (thing instanceof Collection<?> things) {
                things.forEach(this::add);
            } else if (thing instanceof Map<?, ?> map) {
                map.forEach((key, value) -> {
                    add(key);
                    add(value);
                });
            } else if (thing instanceof Optional<?> optional) {
                optional.ifPresent(this::add);
            } else if (thing.getClass().getName().startsWith("dev.storetwin")) {
                fields(thing);
            }
        }
    }

    private void fields(Object thing) {
        for (Class<?> type = thing.getClass(); type != null; type = type.getSuperclass()) {
            for (var field : type.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers())) {
                    add(value(field, thing));
                }
            }
        }
    }

    private static Object value(Field field, Object thing) {
        try {
            field.setAccessible(true);
            return field.get(thing);
        } catch (IllegalAccessException hidden) {
            throw new AssertionError(hidden);
        }
    }

    private void add(Object thing) {
        if (thing != null) {
            open.add(thing);
        }
    }
}
