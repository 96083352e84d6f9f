package dev.storetwin.drools;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/**
 * Which methods of Java's own values a rule may call: those that read, compare and calculate. What makes much of little ({@code repeat}, {@code
 * format}, {@code shiftLeft}), runs over all elements, changes a collection or asks a clock is not among them, nor is what Java may add one
 * day.
 */
final class SafeCalls {

    private static final Set<String> OF_TEXT = Set.of(
            "charAt",
            "codePointAt",
            "compareTo",
            "compareToIgnoreCase",
            "concat",
            "contains",
            "contentEquals",
            "endsWith",
            "equalsIgnoreCase",
            "indexOf",
            "isBlank",
            "isEmpty",
            "join",
            "lastIndexOf",
            "length",
            "matches",
            "replace",
            "replaceAll",
            "replaceFirst",
            "split",
            "startsWith",
            "strip",
            "stripLeading",
            "stripTrailing",
            "subSequence",
            "substring",
            "toLowerCase",
            "toUpperCase",
            "trim",
            "valueOf");

    private static final Set<String> OF_NUMBER = Set.of(
            "<init>",
            "abs",
            "add",
            "compareTo",
            "divide",
            "doubleValue",
            "intValue",
            "intValueExact",
            "longValue",
            "longValueExact",
            "max",
            "min",
            "mod",
            "multiply",
            "negate",
            "precision",
            "remainder",
            "round",
            "scale",
            "setScale",
            "signum",
            "stripTrailingZeros",
            "subtract",
            "toPlainString",
            "valueOf");

    private static final Set<String> OF_COLLECTION = Set.of(
            "contains",
            "containsAll",
            "containsKey",
            "containsValue",
            "copyOf",
            "entry",
            "entrySet",
            "get",
            "getFirst",
            "getLast",
            "getOrDefault",
            "indexOf",
            "isEmpty",
            "keySet",
            "lastIndexOf",
            "of",
            "ofEntries",
            "size",
            "subList",
            "values");

    private static final Set<String> OF_OBJECT = Set.of("equals", "hashCode", "toString");

    /** What asks the clock, chance or the settings of the machine: its answer is not in its arguments. */
    private static final Set<String> ORACLES = Set.of(
            "dateNow", "getBoolean", "getDisplayName", "getInteger", "getLong", "now", "random", "systemDefault");

    private SafeCalls() {}

    /** Whether a method of a type that rules may name only reads and calculates. */
    static boolean allow(Class<?> owner, String method) {
        if (OF_OBJECT.contains(method)) {
            return true;
        }
        if (CharSequence.class.isAssignableFrom(owner)) {
            return OF_TEXT.contains(method);
        }
        if (owner == BigDecimal.class || owner == BigInteger.class) {
            return OF_NUMBER.contains(method);
        }
        var holdsOthers = Collection.class.isAssignableFrom(owner) || Map.class.isAssignableFrom(owner);
        return holdsOthers ? OF_COLLECTION.contains(method) : !ORACLES.contains(method);
    }
}
