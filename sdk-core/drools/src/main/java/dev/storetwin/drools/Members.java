package dev.storetwin.drools;

import static java.util.function.Predicate.not;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What conditions may read of a type: components of a record, getters, methods without parameters, public fields. */
record Members(Class<?> type) {

    /** The type of a field as DRL names it: {@code price} is a component, {@code price()}, {@code getPrice()} or {@code isPrice()}. */
    Optional<Class<?>> field(String name) {
        return readers(name).<Class<?>>map(Method::getReturnType).findFirst().or(() -> publicFields()
                .filter(it -> it.getName().equals(name))
                .<Class<?>>map(java.lang.reflect.Field::getType)
                .findFirst());
    }

    /** The method behind a field. */
    Optional<String> reader(String name) {
        return readers(name).map(Method::getName).findFirst();
    }

    private Stream<Method> readers(String name) {
        var capital = name.isEmpty() ? "" : name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
        return instanceMethods()
                .filter(it -> it.getParameterCount() == 0 && it.getReturnType() != void.class)
                .filter(it -> List.of(name, "get" + capital, "is" + capital).contains(it.getName()));
    }

    /** Methods of that name; of the public face of the type only. */
    List<Method> methods(String name) {
        return instanceMethods().filter(it -> it.getName().equals(name)).toList();
    }

    /** The type that all methods of that name and number of parameters return; empty when it depends. */
    Optional<Class<?>> returnType(String name, int parameters) {
        var types = methods(name).stream()
                .filter(it -> it.getParameterCount() == parameters && !it.isBridge())
                .map(Method::getReturnType)
                .distinct()
                .toList();
        return types.size() == 1 ? Optional.of(types.get(0)) : Optional.empty();
    }

    List<String> methodNames() {
        return instanceMethods().map(Method::getName).distinct().sorted().toList();
    }

    /** Every name that {@link #field} knows, without those of every object. */
    List<String> fieldNames() {
        var readable = instanceMethods()
                .filter(it -> it.getDeclaringClass() != Object.class)
                .filter(it -> it.getParameterCount() == 0 && it.getReturnType() != void.class)
                .map(Method::getName)
                .filter(not(List.of("hashCode", "toString")::contains));
        return Stream.concat(readable.map(Members::property), publicFields().map(java.lang.reflect.Field::getName))
                .distinct()
                .sorted()
                .toList();
    }

    /** What the type is made of, for a hint: components in their order, else all fields. */
    List<String> mainNames() {
        var components = type.getRecordComponents();
        return components == null
                ? fieldNames()
                : Arrays.stream(components).map(RecordComponent::getName).toList();
    }

    private static String property(String method) {
        var bare = method.replaceFirst("^(get|is)(?=[A-Z])", "");
        return bare.equals(method) ? method : bare.substring(0, 1).toLowerCase(Locale.ROOT) + bare.substring(1);
    }

    private Stream<Method> instanceMethods() {
        var inherited = type.isInterface() ? Arrays.stream(Object.class.getMethods()) : Stream.<Method>empty();
        return Stream.concat(Arrays.stream(type.getMethods()), inherited)
                .filter(it -> !Modifier.isStatic(it.getModifiers()));
    }

    private Stream<java.lang.reflect.Field> publicFields() {
        return Arrays.stream(type.getFields()).filter(it -> !Modifier.isStatic(it.getModifiers()));
    }
}
