package dev.storetwin.drools;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The variables that are bound at one place of a rule, with their types where these are known. */
final class Bindings {

    private final Map<String, Optional<Class<?>>> types;
    private final Growth growth;

    Bindings() {
        this(Map.of(), new Growth());
    }

    private Bindings(Map<String, Optional<Class<?>>> types, Growth growth) {
        this.types = new TreeMap<>(types);
        this.growth = growth;
    }

    /** A copy for what is bound inside {@code not}, {@code exists} and the like, and unknown outside. */
    Bindings inside() {
        return new Bindings(types, growth.inside());
    }

    void bind(String name, Optional<Class<?>> type) {
        types.put(name, type);
    }

    /** How large they may be. */
    Growth growth() {
        return growth;
    }

    boolean has(String name) {
        return types.containsKey(name);
    }

    Optional<Class<?>> type(String name) {
        return types.getOrDefault(name, Optional.empty());
    }

    Collection<String> names() {
        return types.keySet();
    }
}
