package dev.storetwin.testing;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads facts and actions as merchants write them: {@code LandedCost(sku: MUG-1, amount: 10.00 EUR)}. */
final class SpokenRecord {

    private static final Pattern WHOLE = Pattern.compile("(\\w+)\\s*\\((.*)\\)", Pattern.DOTALL);
    private static final Pattern FIELD = Pattern.compile("\\s*(\\w+)\\s*:\\s*(\"[^\"]*\"|[^,\"]*?)\\s*(?:,|$)");

    private SpokenRecord() {}

    /**
     * The value that a text stands for.
     *
     * @param known the types it may be of
     * @throws IllegalArgumentException with what is wrong and what was expected
     */
    static <T> T read(String text, List<Class<? extends T>> known) {
        var whole = WHOLE.matcher(text.strip());
        if (!whole.matches()) {
            throw new IllegalArgumentException(
                    "'%s' is neither a fact nor an action, expected such as LandedCost(sku: MUG-1, amount: 10.00 EUR)."
                            .formatted(text));
        }
        var type = known.stream()
                .filter(it -> it.getSimpleName().equals(whole.group(1)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "There is no '%s' here, expected one of %s.".formatted(whole.group(1), names(known))));
        return make(type, fields(whole.group(2)));
    }

    private static <T> String names(List<Class<? extends T>> known) {
        return known.stream().map(Class::getSimpleName).collect(Collectors.joining(", "));
    }

    private static Map<String, String> fields(String text) {
        var fields = new LinkedHashMap<String, String>();
        var field = FIELD.matcher(text);
        int at = 0;
        while (at < text.length()) {
            if (!field.find(at) || field.start() != at) {
                throw new IllegalArgumentException("'%s' is no field with a value, expected such as 'sku: MUG-1'."
                        .formatted(text.substring(at).strip()));
            }
            if (fields.put(field.group(1), unquoted(field.group(2))) != null) {
                throw new IllegalArgumentException("The field '%s' stands there twice.".formatted(field.group(1)));
            }
            at = field.end();
        }
        return fields;
    }

    private static String unquoted(String value) {
        return value.length() > 1 && value.startsWith("\"") ? value.substring(1, value.length() - 1) : value.strip();
    }

    private static <T> T make(Class<? extends T> type, Map<String, String> fields) {
        var components = type.getRecordComponents();
        refuseUnknown(type, components, fields.keySet());
        var values = Arrays.stream(components)
                .map(it -> SpokenValue.read(type, it, fields))
                .toArray();
        try {
            return canonical(type, components).newInstance(values);
        } catch (InvocationTargetException refused) {
            throw new IllegalArgumentException(
                    "%s: %s"
                            .formatted(
                                    type.getSimpleName(),
                                    refused.getTargetException().getMessage()),
                    refused);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("%s cannot be made.".formatted(type), impossible);
        }
    }

    private static <T> Constructor<? extends T> canonical(Class<? extends T> type, RecordComponent[] components)
            throws NoSuchMethodException {
        return type.getConstructor(
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
    }

    private static void refuseUnknown(Class<?> type, RecordComponent[] components, Set<String> given) {
        var names = Arrays.stream(components).map(RecordComponent::getName).toList();
        var unknown = new TreeSet<>(given);
        names.forEach(unknown::remove);
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("%s has no field '%s'. It has: %s."
                    .formatted(type.getSimpleName(), unknown.first(), String.join(", ", names)));
        }
    }
}
