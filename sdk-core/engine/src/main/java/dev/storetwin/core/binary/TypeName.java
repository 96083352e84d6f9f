package dev.storetwin.core.binary;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A type as a type table writes it, such as {@code Optional<Money>}.
 *
 * @param name simple name
 * @param of   what it holds
 */
record TypeName(String name, List<TypeName> of) {

    TypeName {
        of = List.copyOf(of);
    }

    static TypeName of(Type type) {
        if (type instanceof ParameterizedType holder) {
            var of = Arrays.stream(holder.getActualTypeArguments()).map(TypeName::of);
            return new TypeName(((Class<?>) holder.getRawType()).getSimpleName(), of.toList());
        }
        if (type instanceof Class<?> plain) {
            return new TypeName(plain.getSimpleName(), List.of());
        }
        throw new IllegalArgumentException(
                "%s cannot be written, expected a class.\nMaybe a record has a type parameter.".formatted(type));
    }

    /** Reads what {@link #toString} wrote. */
    static TypeName parse(String text) {
        int open = text.indexOf('<');
        if (open < 0) {
            return new TypeName(TypeTable.word(text), List.of());
        }
        if (!text.endsWith(">")) {
            throw TypeTable.malformed(text);
        }
        var inside = text.substring(open + 1, text.length() - 1);
        return new TypeName(TypeTable.word(text.substring(0, open)), parts(inside));
    }

    private static List<TypeName> parts(String text) {
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            depth += text.charAt(i) == '<' ? 1 : text.charAt(i) == '>' ? -1 : 0;
            if (depth == 0 && text.charAt(i) == ',') {
                return Stream.concat(Stream.of(parse(text.substring(0, i))), parts(text.substring(i + 1)).stream())
                        .toList();
            }
        }
        return List.of(parse(text));
    }

    @Override
    public String toString() {
        return of.isEmpty()
                ? name
                : name + of.stream().map(TypeName::toString).collect(Collectors.joining(",", "<", ">"));
    }
}
