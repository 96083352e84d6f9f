package dev.storetwin.core.pricing.promotion;

import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which things are known to be bought instead of each other, and which together. Without a word about substitutes, all of a category
 * are.
 *
 * @param substitutes by name; what is bought instead of it
 * @param companions  by name; what is bought with it
 */
public record Relations(
        SortedMap<String, SortedSet<String>> substitutes, SortedMap<String, SortedSet<String>> companions) {

    public static final Relations NONE = new Relations(new TreeMap<>(), new TreeMap<>());

    public Relations {
        substitutes = copy(substitutes);
        companions = copy(companions);
    }

    private static SortedMap<String, SortedSet<String>> copy(SortedMap<String, SortedSet<String>> sets) {
        var copies = new TreeMap<String, SortedSet<String>>();
        sets.forEach((name, set) -> copies.put(name, Collections.unmodifiableSortedSet(new TreeSet<>(set))));
        return Collections.unmodifiableSortedMap(copies);
    }

    SortedSet<String> companionsOf(String name) {
        return companions.getOrDefault(name, Collections.emptySortedSet());
    }
}
