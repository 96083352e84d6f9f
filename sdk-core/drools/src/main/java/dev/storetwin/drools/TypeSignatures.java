package dev.storetwin.drools;

import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What rules were compiled against. Compiled rules fit as long as all public members that they could have named are still the same.
 *
 * @param types  names of the types that rules mention
 * @param digest of their public members and those of the types that these lead to
 */
record TypeSignatures(List<String> types, String digest) {

    private static final Pattern TYPE_NAME = Pattern.compile("\\b[A-Z]\\w*");

    TypeSignatures {
        types = List.copyOf(types);
    }

    /** Of all types that some checked files mention. */
    static TypeSignatures of(List<CheckedFile> files) {
        var types = files.stream().flatMap(TypeSignatures::mentioned).distinct().toList();
        var names = types.stream().map(Class::getName).sorted().toList();
        return new TypeSignatures(names, digest(types));
    }

    private static Stream<Class<?>> mentioned(CheckedFile file) {
        return TYPE_NAME
                .matcher(file.file().text().code())
                .results()
                .map(it -> it.group())
                .distinct()
                .flatMap(it -> file.types().find(it).stream());
    }

    /** Whether the types are the same in another class loader. */
    boolean hold(ClassLoader loader) {
        try {
            var found = new ArrayList<Class<?>>();
            for (var name : types) {
                found.add(Class.forName(name, false, loader));
            }
            return digest(found).equals(digest);
        } catch (ClassNotFoundException | LinkageError gone) {
            return false;
        }
    }

    private static String digest(Collection<Class<?>> types) {
        var members = new TreeMap<String, String>();
        var open = new ArrayDeque<Class<?>>(types);
        while (!open.isEmpty()) {
            var type = open.pop();
            if (!isOfPlatform(type) && !members.containsKey(type.getName())) {
                members.put(type.getName(), members(type));
                Stream.of(type.getMethods()).map(Method::getReturnType).forEach(open::push);
            }
        }
        return Sha256.of(members.toString());
    }

    private static boolean isOfPlatform(Class<?> type) {
        return type.isPrimitive() || type.isArray() || type.getName().startsWith("java.");
    }

    /** What a type inherits from the platform says nothing of the type: it differs from one Java to the next, and all of them run the rules. */
    private static String members(Class<?> type) {
        var executables = Stream.concat(Stream.of(type.getMethods()), Stream.of(type.getConstructors()))
                .filter(it -> !isOfPlatform(it.getDeclaringClass()));
        var fields = Arrays.stream(type.getFields()).map(it -> it.toGenericString());
        var supertypes = Stream.concat(
                Stream.of(Modifier.toString(type.getModifiers()) + String.valueOf(type.getSuperclass())),
                Arrays.stream(type.getInterfaces()).map(Class::getName));
        return Stream.of(executables.map(Executable::toString), fields, supertypes)
                .flatMap(it -> it)
                .sorted()
                .collect(Collectors.joining(";"));
    }
}
