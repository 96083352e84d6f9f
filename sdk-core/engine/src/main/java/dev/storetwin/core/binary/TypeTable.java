package dev.storetwin.core.binary;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The types of what was written, by the names that they had then. It is written once for many values, so that a later version can read
 * them whatever has become of its own types.
 *
 * <p>As text it has one line per type:
 *
 * <pre>
 * record Money {amount BigDecimal; currency Currency}
 * enum TaxMode {NET; GROSS; UNKNOWN}
 * choice StockEvent {StockAdjusted; StockCounted}
 * </pre>
 */
public final class TypeTable {

    private final TreeMap<String, TypeShape> shapes = new TreeMap<>();

    TypeTable(Collection<? extends TypeShape> shapes) {
        shapes.forEach(it -> this.shapes.put(it.name(), it));
    }

    /**
     * Reads a table as {@link #toString} writes it.
     *
     * @throws UnsupportedBytes when it is none
     */
    public static TypeTable parse(String text) {
        return new TypeTable(text.lines().map(TypeTable::shape).toList());
    }

    private static TypeShape shape(String line) {
        int first = line.indexOf(' ');
        int open = line.indexOf(" {");
        if (first < 0 || open <= first || !line.endsWith("}")) {
            throw malformed(line);
        }
        var name = word(line.substring(first + 1, open));
        var inside = line.substring(open + 2, line.length() - 1);
        var parts = inside.isEmpty() ? List.<String>of() : Arrays.asList(inside.split("; ", -1));
        return switch (line.substring(0, first)) {
            case "record" ->
                new TypeShape.OfRecord(name, parts.stream().map(TypeTable::part).toList());
            case "enum" ->
                new TypeShape.OfEnum(name, parts.stream().map(TypeTable::word).toList());
            case "choice" ->
                new TypeShape.OfChoice(name, parts.stream().map(TypeTable::word).toList());
            default -> throw malformed(line);
        };
    }

    private static TypeShape.Part part(String text) {
        int space = text.indexOf(' ');
        if (space < 0) {
            throw malformed(text);
        }
        return new TypeShape.Part(word(text.substring(0, space)), TypeName.parse(text.substring(space + 1)));
    }

    static String word(String text) {
        if (!text.matches("\\w+")) {
            throw malformed(text);
        }
        return text;
    }

    static UnsupportedBytes malformed(String text) {
        return new UnsupportedBytes("""
                '%s' is no part of a type table; expected such as 'record Sku {value String}'.
                Maybe the file was written by a newer version.""".formatted(text));
    }

    /** The shape of a named type, if it has one: what lies in bytes as one piece has none. */
    Map<String, TypeShape> shapes() {
        return shapes;
    }

    /** Whether a personal value can lie somewhere in a value of this type. */
    boolean holdsPersonal(TypeName type) {
        return holdsPersonal(type, new HashSet<>());
    }

    private boolean holdsPersonal(TypeName type, Set<String> seen) {
        if (type.name().equals("Personal") || type.of().stream().anyMatch(it -> holdsPersonal(it, seen))) {
            return true;
        }
        var shape = shapes.get(type.name());
        if (shape == null || !seen.add(type.name())) {
            return false;
        }
        if (shape instanceof TypeShape.OfRecord fields) {
            return fields.parts().stream().anyMatch(it -> holdsPersonal(it.type(), seen));
        }
        return shape instanceof TypeShape.OfChoice choice
                && choice.records().stream().anyMatch(it -> holdsPersonal(new TypeName(it, List.of()), seen));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TypeTable table && table.shapes.equals(shapes);
    }

    @Override
    public int hashCode() {
        return shapes.hashCode();
    }

    /** One line per type, by name. */
    @Override
    public String toString() {
        return shapes.values().stream().map(Object::toString).collect(Collectors.joining("\n"));
    }
}
