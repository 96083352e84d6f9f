package dev.storetwin.core.binary;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The records, enums and sealed interfaces of this version that can be reached from one of them, by simple name. */
final class KnownTypes {

    private static final Set<String> HOLDERS = Set.of("Optional", "List", "Set", "Map", "Personal");

    private final Map<String, Class<?>> types = new TreeMap<>();
    private final List<TypeShape> shapes = new ArrayList<>();

    KnownTypes(Class<?> root) {
        visit(root);
    }

    Map<String, Class<?>> types() {
        return types;
    }

    /** Our type of that name. */
    Class<?> type(String name) {
        var type = types.get(name);
        if (type == null) {
            throw new UnsupportedBytes(
                    "This version knows no %s.\nMaybe a newer version wrote the file: use that one or a later one."
                            .formatted(name));
        }
        return type;
    }

    TypeTable table() {
        return new TypeTable(shapes);
    }

    private void visit(Type type) {
        if (type instanceof ParameterizedType holder) {
            visit(holder.getRawType());
            Arrays.stream(holder.getActualTypeArguments()).forEach(this::visit);
        } else if (!isBuiltIn(TypeName.of(type).name())) {
            visit((Class<?>) type);
        }
    }

    private static boolean isBuiltIn(String name) {
        return HOLDERS.contains(name) || Scalars.FORMS.containsKey(name);
    }

    private void visit(Class<?> type) {
        var before = types.put(type.getSimpleName(), type);
        if (before == null) {
            shapes.add(shape(type));
        } else if (before != type) {
            throw new IllegalArgumentException(
                    "%s and %s cannot be told apart by their simple names.\nMaybe rename one."
                            .formatted(before.getName(), type.getName()));
        }
    }

    private TypeShape shape(Class<?> type) {
        var name = type.getSimpleName();
        if (type.isRecord()) {
            return new TypeShape.OfRecord(
                    name,
                    Arrays.stream(type.getRecordComponents()).map(this::part).toList());
        }
        if (type.isEnum()) {
            return new TypeShape.OfEnum(
                    name,
                    Arrays.stream(type.getEnumConstants())
                            .map(it -> ((Enum<?>) it).name())
                            .toList());
        }
        if (!type.isSealed()) {
            throw new IllegalArgumentException("""
                    %s cannot be written; expected a record, an enum, a sealed interface of records or one of %s.
                    Maybe make it a record.""".formatted(type.getName(), Scalars.FORMS.keySet()));
        }
        var records = records(type).toList();
        records.forEach(this::visit);
        return new TypeShape.OfChoice(
                name, records.stream().map(Class::getSimpleName).toList());
    }

    private TypeShape.Part part(RecordComponent component) {
        visit(component.getGenericType());
        return new TypeShape.Part(component.getName(), TypeName.of(component.getGenericType()));
    }

    /** All records behind a sealed interface, by name. */
    static Stream<Class<?>> records(Class<?> choice) {
        return Arrays.stream(choice.getPermittedSubclasses())
                .flatMap(it -> it.isSealed() ? records(it) : Stream.of(it))
                .distinct()
                .sorted(Comparator.comparing(Class::getSimpleName));
    }
}
