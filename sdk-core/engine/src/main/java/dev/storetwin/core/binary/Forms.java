package dev.storetwin.core.binary;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the forms that read what was written with one table into the types of this version. */
final class Forms {

    private static final int GONE = -1;

    private final TypeTable written;
    private final @Nullable KnownTypes known;
    private final MethodHandles.Lookup access;
    private final Map<String, Form> made = new HashMap<>();

    /** @param known our types; null for forms that only read over: they make no record and open nothing personal */
    Forms(TypeTable written, @Nullable KnownTypes known, MethodHandles.Lookup access) {
        this.written = written;
        this.known = known;
        this.access = access;
    }

    /** The form of a type that has a line in the table. */
    synchronized Form named(String name) {
        var form = made.get(name);
        if (form == null) {
            form = make(name);
            made.put(name, form);
        }
        return form;
    }

    private Form make(String name) {
        var shape = written.shapes().get(name);
        if (shape instanceof TypeShape.OfRecord fields) {
            return known == null ? readOver(fields) : record(fields, known.type(name));
        }
        if (shape instanceof TypeShape.OfEnum constants) {
            return new EnumForm(constants, known == null ? null : known.type(name));
        }
        if (shape instanceof TypeShape.OfChoice choice) {
            return new ChoiceForm(choice, known == null ? Map.of() : known.types(), it -> (RecordForm) named(it));
        }
        throw new UnsupportedBytes(
                "The type table does not say how %s is written.\nMaybe a newer version wrote the file."
                        .formatted(name));
    }

    private Form of(TypeName type) {
        return switch (type.name()) {
            case "Optional" -> new Holders.OfOptional(of(type.of().get(0)));
            case "List" -> new Holders.OfList(of(type.of().get(0)), written.holdsPersonal(type));
            case "Set" -> new Holders.OfSet(of(type.of().get(0)));
            case "Map" -> new Holders.OfMap(of(type.of().get(0)), of(type.of().get(1)));
            case "Personal" -> known == null ? Scalars.SEALED : Scalars.PERSONAL;
            default -> {
                var scalar = Scalars.FORMS.get(type.name());
                yield scalar == null ? named(type.name()) : scalar;
            }
        };
    }

    private RecordForm readOver(TypeShape.OfRecord fields) {
        var parts = fields.parts().stream().map(this::readOver).toList();
        return new RecordForm(parts, new Object[0], null);
    }

    private RecordForm.Part readOver(TypeShape.Part part) {
        var form = known == null ? of(part.type()) : new Forms(written, null, access).of(part.type());
        return new RecordForm.Part(part.name(), form, null, GONE, false);
    }

    private RecordForm record(TypeShape.OfRecord fields, Class<?> type) {
        var ours = type.getRecordComponents();
        var parts = fields.parts().stream().map(it -> part(it, ours)).toList();
        var defaults = new @Nullable Object[ours.length];
        for (int i = 0; i < ours.length; i++) {
            int place = i;
            if (parts.stream().noneMatch(it -> it.place() == place)) {
                defaults[i] = Defaults.of(ours[i]);
            }
        }
        return new RecordForm(parts, defaults, constructor(type, ours));
    }

    private RecordForm.Part part(TypeShape.Part part, RecordComponent[] ours) {
        for (int place = 0; place < ours.length; place++) {
            if (ours[place].getName().equals(part.name())) {
                var form = of(part, TypeName.of(ours[place].getGenericType()), ours[place]);
                return new RecordForm.Part(
                        part.name(), form, accessor(ours[place]), place, written.holdsPersonal(part.type()));
            }
        }
        return readOver(part);
    }

    /** As it was written; what had to be there then and may be absent now is simply there. */
    private Form of(TypeShape.Part part, TypeName ours, RecordComponent component) {
        if (ours.equals(part.type())) {
            return of(ours);
        }
        if (ours.equals(new TypeName("Optional", List.of(part.type())))) {
            return new Holders.Widened(of(part.type()));
        }
        throw new UnsupportedBytes(
                """
                %s of %s was written as %s and is %s in this version.
                Maybe a newer version wrote the file: use that one or a later one.""".formatted(part.name(), component.getDeclaringRecord().getSimpleName(), part.type(), ours));
    }

    private MethodHandle accessor(RecordComponent component) {
        try {
            return access.unreflect(component.getAccessor()).asType(MethodType.methodType(Object.class, Object.class));
        } catch (IllegalAccessException hidden) {
            throw hidden(component.getDeclaringRecord(), hidden);
        }
    }

    private MethodHandle constructor(Class<?> type, RecordComponent[] ours) {
        try {
            var types = Arrays.stream(ours).map(RecordComponent::getType).toArray(Class<?>[]::new);
            return access.findConstructor(type, MethodType.methodType(void.class, types))
                    .asSpreader(Object[].class, types.length)
                    .asType(MethodType.methodType(Object.class, Object[].class));
        } catch (ReflectiveOperationException hidden) {
            throw hidden(type, hidden);
        }
    }

    private static IllegalArgumentException hidden(Class<?> type, ReflectiveOperationException cause) {
        return new IllegalArgumentException(
                "%s cannot be written from here.\nMaybe it is not public.".formatted(type.getName()), cause);
    }
}
