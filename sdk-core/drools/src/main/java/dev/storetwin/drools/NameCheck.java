package dev.storetwin.drools;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.NameExpr;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Optional;

/**
 * Finds what the names in one expression stand for: variables, fields, types, methods. What a name does not stand for is a finding, with the
 * name that may have been meant; the answer is then empty, and so it is where a type cannot be known.
 */
final class NameCheck {

    private final Inspection inspection;
    private final int start;
    private final int end;
    private final Optional<Class<?>> self;
    private final Bindings bindings;
    private final TypeNames types;

    /** As for {@link ExpressionCheck}. */
    NameCheck(Inspection inspection, int start, int end, Optional<Class<?>> self, Bindings bindings) {
        this.inspection = inspection;
        this.start = start;
        this.end = end;
        this.self = self;
        this.bindings = bindings;
        this.types = inspection.types();
    }

    /** Of a variable, or of a field of the pattern. */
    Optional<Class<?>> value(String name) {
        if (bindings.has(name)) {
            return bindings.type(name);
        }
        if (name.startsWith("$")) {
            return refuse(
                    at(name),
                    "Nothing is bound to '%s' before this.".formatted(name),
                    Closest.hint(name, bindings.names()));
        }
        return self.isPresent() ? field(self.get(), name) : unknown(name);
    }

    private Optional<Class<?>> unknown(String name) {
        return types.find(name).isPresent()
                ? notAValue(name)
                : refuse(
                        at(name),
                        "There is nothing here named '%s'.".formatted(name),
                        Closest.hint(name, bindings.names()));
    }

    /** Of a field as DRL names it. */
    Optional<Class<?>> field(Class<?> owner, String name) {
        if (!isAllowed(name)) {
            return Optional.empty();
        }
        var members = new Members(owner);
        var type = members.field(name);
        var reader = members.reader(name);
        if (reader.isPresent() && !mayCall(owner, reader.get())) {
            return Optional.empty();
        }
        return type.isPresent()
                ? type
                : refuse(
                        at(name),
                        "%s has no field '%s'.".formatted(owner.getSimpleName(), name),
                        fieldHint(members, name));
    }

    private static String fieldHint(Members members, String name) {
        if (members.type() == String.class) {
            return "It is a text itself: maybe leave '.%s' out.".formatted(name);
        }
        if (members.type() == Optional.class) {
            return "Maybe match on a fact instead, such as Spend: what is not known is no fact.";
        }
        var near = Closest.hint(name, members.fieldNames());
        var all = members.mainNames();
        return (near + (all.isEmpty() ? "" : " It has: %s.".formatted(String.join(", ", all)))).strip();
    }

    /** Of a constant, such as {@code DayOfWeek.MONDAY}. */
    Optional<Class<?>> constant(Class<?> owner, String name) {
        if (!inspection.profile().allowsType(owner)) {
            return refuse(
                    at(owner.getSimpleName()), "'%s' is not for rules.".formatted(owner.getName()), SafeWords.PACKAGES);
        }
        try {
            return Optional.of(owner.getField(name).getType());
        } catch (NoSuchFieldException missing) {
            var constants = Arrays.stream(owner.getFields()).map(Field::getName).toList();
            return refuse(
                    at(name),
                    "%s has no constant '%s'.".formatted(owner.getSimpleName(), name),
                    Closest.hint(name, constants));
        }
    }

    /** What a static method returns. */
    Optional<Class<?>> staticCall(Class<?> owner, String method, int parameters) {
        if (!inspection.profile().allowsStatic(owner, method)) {
            return refuse(
                    at(method),
                    "'%s.%s' is not for rules.".formatted(owner.getSimpleName(), method),
                    SafeWords.STATICS);
        }
        var found = Arrays.stream(owner.getMethods())
                .filter(it -> it.getName().equals(method) && (it.getParameterCount() == parameters || it.isVarArgs()))
                .<Class<?>>map(Method::getReturnType)
                .findFirst();
        return found.isPresent()
                ? found
                : refuse(
                        at(method),
                        "%s has no method '%s' with %d values.".formatted(owner.getSimpleName(), method, parameters),
                        "");
    }

    /** What a method returns, where that does not depend on its arguments. */
    Optional<Class<?>> method(Class<?> owner, String method, int parameters) {
        if (owner.isPrimitive()) {
            return refuse(
                    at(method),
                    "A plain %s has no method '%s'.".formatted(owner, method),
                    "Maybe compare it as it is; a quantity as quantity.toDouble.");
        }
        var members = new Members(owner);
        if (members.methods(method).isEmpty()) {
            return refuse(
                    at(method),
                    "%s has no method '%s'.".formatted(owner.getSimpleName(), method),
                    Closest.hint(method, members.methodNames()));
        }
        if (!mayCall(owner, method)) {
            return Optional.empty();
        }
        return members.returnType(method, parameters);
    }

    private boolean mayCall(Class<?> owner, String method) {
        if (inspection.profile().allowsCall(owner, method)) {
            return true;
        }
        refuse(at(method), "'%s.%s' is not for rules.".formatted(owner.getSimpleName(), method), SafeWords.CALLS);
        return false;
    }

    /** Of something new. */
    Optional<Class<?>> creation(String name) {
        int place = at(name.substring(name.lastIndexOf('.') + 1));
        var type = types.find(name);
        if (type.isEmpty()) {
            return refuse(place, "There is no type '%s'.".formatted(name), types.hint(name));
        }
        return inspection.profile().allowsNew(type.get())
                ? type
                : refuse(place, "'new %s' is not for rules.".formatted(name), SafeWords.STATICS);
    }

    /** Whether a member is not one of those that lead behind an object. */
    boolean isAllowed(String member) {
        if (inspection.profile().allowsMember(member)) {
            return true;
        }
        refuse(at(member), "'%s' is not for rules.".formatted(member), "");
        return false;
    }

    Optional<Class<?>> notAValue(String name) {
        return refuse(at(name), "'%s' is a type, not a value.".formatted(name), "");
    }

    /** The type that an expression names. */
    Optional<Class<?>> type(Expression expression) {
        var isName = expression instanceof NameExpr || expression instanceof FieldAccessExpr;
        return isName ? types.find(NodeWords.text(expression)) : Optional.empty();
    }

    int at(String word) {
        return inspection.file().text().find(word, start, end);
    }

    Optional<Class<?>> refuse(int offset, String problem, String hint) {
        inspection.add(offset, problem, hint);
        return Optional.empty();
    }
}
