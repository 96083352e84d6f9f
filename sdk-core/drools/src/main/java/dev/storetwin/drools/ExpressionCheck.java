package dev.storetwin.drools;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.ArrayAccessExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.LiteralExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.drools.model.codegen.execmodel.generator.DrlxParseUtil;
import org.drools.mvel.parser.ast.expr.DrlxExpression;
import org.drools.mvel.parser.ast.expr.HalfBinaryExpr;
import org.drools.mvel.parser.ast.expr.HalfPointFreeExpr;
import org.drools.mvel.parser.ast.expr.NullSafeFieldAccessExpr;
import org.drools.mvel.parser.ast.expr.NullSafeMethodCallExpr;
import org.drools.mvel.parser.ast.expr.PointFreeExpr;

/**
 * Checks one expression of a condition: that its names exist, that it compares what can be compared, and that it has no side effect.
 *
 * <p>How it works: a walk over the expression's tree that gives each node a type where one can be known. What the rule compiler would
 * only notice as generated Java, or not at all (a price compared with a text is never equal, and a guardrail that never fires is none), is said
 * here, in the author's own terms. Nodes of a kind that is not listed are refused.
 */
final class ExpressionCheck {

    private static final Set<String> OPERATORS = Set.of("contains", "in", "matches", "memberOf", "soundslike", "str");
    private static final Pattern NESTED_REPETITION = Pattern.compile("\\([^()]*[+*}][^()]*\\)\\s*[+*{]");

    private final Inspection inspection;
    private final int start;
    private final int end;
    private final Optional<Class<?>> self;
    private final Bindings bindings;
    private final TypeNames types;

    /**
     * @param start offset of the expression in the file
     * @param end   after its last character
     * @param self  whose fields it may read, the type of the pattern
     */
    ExpressionCheck(Inspection inspection, int start, int end, Optional<Class<?>> self, Bindings bindings) {
        this.inspection = inspection;
        this.start = start;
        this.end = end;
        this.self = self;
        this.bindings = bindings;
        this.types = inspection.types();
    }

    /** A constraint of a pattern, such as {@code $to : to} or {@code to < $floor}. */
    void checkConstraint(String expression) {
        parse(expression).ifPresent(parsed -> {
            var type = typeOf(parsed.getExpr());
            if (parsed.getBind() != null) {
                checkBound(parsed.getBind().asString(), parsed.getExpr());
                bindings.bind(
                        parsed.getBind().asString(), boundType(parsed.getExpr()).or(() -> type));
            }
        });
    }

    /** Something to take a value from, such as the argument of an accumulate function. */
    void checkValue(String expression) {
        parse(expression).ifPresent(parsed -> typeOf(parsed.getExpr()));
    }

    private Optional<DrlxExpression> parse(String expression) {
        try {
            var parsed = DrlxParseUtil.parseExpression(expression);
            if (words(NodeWords.text(parsed)).equals(words(expression))) {
                return Optional.of(parsed);
            }
        } catch (RuntimeException unreadable) {
            // said below
        }
        refuse(start, "This condition cannot be read.", "Maybe a comma, a bracket or a comparison is wrong in it.");
        return Optional.empty();
    }

    /** The parser stops where it no longer understands, and says nothing. */
    private static String words(String expression) {
        return expression.replaceAll("[^\\w$]", "");
    }

    /** Drools takes the first name alone and forgets the rest. */
    private void checkBound(String name, Expression expression) {
        if (expression instanceof BinaryExpr calculation && !Operands.isComparison(calculation.getOperator())) {
            refuse(
                    start,
                    "A calculation is bound in brackets.",
                    "Maybe %s : (%s).".formatted(name, NodeWords.text(expression)));
        }
    }

    /** In {@code $to : to < 5} the price is bound, not the comparison. */
    private Optional<Class<?>> boundType(Expression expression) {
        if (expression instanceof BinaryExpr binary && Operands.isComparison(binary.getOperator())) {
            return silently().typeOf(binary.getLeft());
        }
        return expression instanceof PointFreeExpr infix ? silently().typeOf(infix.getLeft()) : Optional.empty();
    }

    /** The same for an expression of which something wrong was said already: it only learns what is bound. */
    ExpressionCheck silently() {
        var unheard = new Inspection(inspection.file(), types, inspection.profile(), new ArrayList<>());
        return new ExpressionCheck(unheard, start, end, self, bindings);
    }

    private Optional<Class<?>> typeOf(Expression expression) {
        if (expression instanceof EnclosedExpr enclosed) {
            return typeOf(enclosed.getInner());
        }
        if (expression instanceof LiteralExpr literal) {
            return Operands.literalType(literal);
        }
        if (expression instanceof ThisExpr) {
            return self;
        }
        if (expression instanceof NameExpr name) {
            return name(name.getNameAsString());
        }
        if (expression instanceof FieldAccessExpr access) {
            return access(access, access.getScope(), access.getNameAsString());
        }
        if (expression instanceof NullSafeFieldAccessExpr access) {
            return access(access, access.getScope(), access.getName().asString());
        }
        if (expression instanceof MethodCallExpr call) {
            return call(call.getScope(), call.getNameAsString(), call.getArguments());
        }
        if (expression instanceof NullSafeMethodCallExpr call) {
            return call(call.getScope(), call.getName().asString(), call.getArguments());
        }
        return compound(expression);
    }

    private Optional<Class<?>> compound(Expression expression) {
        if (expression instanceof BinaryExpr binary) {
            return binary(binary);
        }
        if (expression instanceof HalfBinaryExpr half) {
            typeOf(half.getRight());
            return Optional.of(boolean.class);
        }
        if (expression instanceof PointFreeExpr infix) {
            return infix(infix);
        }
        if (expression instanceof HalfPointFreeExpr half) {
            half.getRight().forEach(this::typeOf);
            checkOperator(half.getOperator().asString());
            return Optional.of(boolean.class);
        }
        if (expression instanceof UnaryExpr unary) {
            return unary(unary);
        }
        if (expression instanceof ConditionalExpr choice) {
            typeOf(choice.getCondition());
            typeOf(choice.getElseExpr());
            return typeOf(choice.getThenExpr());
        }
        if (expression instanceof ArrayAccessExpr element) {
            typeOf(element.getName());
            typeOf(element.getIndex());
            return Optional.empty();
        }
        if (expression instanceof ObjectCreationExpr creation) {
            return creation(creation);
        }
        return refuse(
                start,
                "A condition cannot contain %s.".formatted(NodeWords.of(expression)),
                "Maybe compare a field with a value.");
    }

    private Optional<Class<?>> name(String name) {
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
                ? refuse(at(name), "'%s' is a type, not a value.".formatted(name), "")
                : refuse(
                        at(name),
                        "There is nothing here named '%s'.".formatted(name),
                        Closest.hint(name, bindings.names()));
    }

    private Optional<Class<?>> field(Class<?> owner, String name) {
        if (!inspection.profile().allowsMember(name)) {
            return refuse(at(name), "'%s' is not for rules.".formatted(name), "");
        }
        var members = new Members(owner);
        var type = members.field(name);
        return type.isPresent()
                ? type
                : refuse(
                        at(name),
                        "%s has no field '%s'.".formatted(owner.getSimpleName(), name),
                        fieldHint(members, name));
    }

    private static String fieldHint(Members members, String name) {
        if (members.type() == Optional.class) {
            return "Maybe match on a fact instead, such as Spend: what is not known is no fact.";
        }
        var near = Closest.hint(name, members.fieldNames());
        var all = members.mainNames();
        return (near + (all.isEmpty() ? "" : " It has: %s.".formatted(String.join(", ", all)))).strip();
    }

    private Optional<Class<?>> access(Expression whole, Expression scope, String name) {
        var owner = typeName(scope);
        if (owner.isPresent()) {
            return constant(owner.get(), name);
        }
        var nested = typeName(whole);
        if (nested.isPresent()) {
            return refuse(at(name), "'%s' is a type, not a value.".formatted(NodeWords.text(whole)), "");
        }
        return typeOf(scope).flatMap(it -> field(it, name));
    }

    private Optional<Class<?>> constant(Class<?> owner, String name) {
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

    private Optional<Class<?>> call(Optional<Expression> scope, String method, List<Expression> arguments) {
        arguments.forEach(this::typeOf);
        if (!inspection.profile().allowsMember(method)) {
            return refuse(at(method), "'%s' is not for rules.".formatted(method), "");
        }
        var owner = scope.flatMap(this::typeName);
        if (owner.isPresent()) {
            return staticCall(owner.get(), method, arguments.size());
        }
        var target = scope.isPresent() ? typeOf(scope.get()) : self;
        return target.flatMap(it -> method(it, method, arguments.size()));
    }

    private Optional<Class<?>> staticCall(Class<?> owner, String method, int parameters) {
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

    private Optional<Class<?>> method(Class<?> owner, String method, int parameters) {
        var members = new Members(owner);
        if (members.methods(method).isEmpty()) {
            return refuse(
                    at(method),
                    "%s has no method '%s'.".formatted(owner.getSimpleName(), method),
                    Closest.hint(method, members.methodNames()));
        }
        return members.returnType(method, parameters);
    }

    private Optional<Class<?>> binary(BinaryExpr binary) {
        var left = typeOf(binary.getLeft());
        var right = typeOf(binary.getRight());
        var operator = binary.getOperator();
        if (Operands.isLogic(operator)) {
            return Optional.of(boolean.class);
        }
        var doubt = Operands.doubt(left, operator, right, NodeWords.text(binary.getLeft()));
        doubt.ifPresent(it -> refuse(start, it.problem(), it.hint()));
        return Operands.isComparison(operator) ? Optional.of(boolean.class) : Operands.resultType(left, right);
    }

    private Optional<Class<?>> infix(PointFreeExpr infix) {
        var left = typeOf(infix.getLeft());
        var operator = infix.getOperator().asString();
        checkOperator(operator);
        for (var value : infix.getRight()) {
            var right = typeOf(value);
            if (operator.equals("in")) {
                Operands.doubt(left, BinaryExpr.Operator.EQUALS, right, NodeWords.text(infix.getLeft()))
                        .ifPresent(it -> refuse(start, it.problem(), it.hint()));
            }
            if (operator.equals("matches")) {
                checkPattern(value);
            }
        }
        return Optional.of(boolean.class);
    }

    private void checkOperator(String operator) {
        if (!OPERATORS.contains(operator.replaceFirst("\\[.*", ""))) {
            refuse(at(operator), "There is no operator '%s'.".formatted(operator), Closest.hint(operator, OPERATORS));
        }
    }

    /** A repetition within a repetition can take longer than the shop lives. */
    private void checkPattern(Expression value) {
        if (!(value instanceof StringLiteralExpr literal)) {
            refuse(start, "The pattern after 'matches' stands in quotes.", "");
        } else if (NESTED_REPETITION.matcher(literal.asString()).find()) {
            refuse(
                    start,
                    "The pattern %s can take for ever.".formatted(NodeWords.text(literal)),
                    "Maybe it needs no repetition within a repetition.");
        }
    }

    private Optional<Class<?>> unary(UnaryExpr unary) {
        if (unary.isPostfix() || unary.isPrefix() && unary.getOperator().name().endsWith("CREMENT")) {
            return refuse(
                    start,
                    "A condition changes nothing: '%s'."
                            .formatted(unary.getOperator().asString()),
                    "");
        }
        return typeOf(unary.getExpression());
    }

    private Optional<Class<?>> creation(ObjectCreationExpr creation) {
        creation.getArguments().forEach(this::typeOf);
        var name = creation.getType().getNameWithScope();
        var type = types.find(name);
        if (type.isEmpty()) {
            return refuse(
                    at(creation.getType().getNameAsString()),
                    "There is no type '%s'.".formatted(name),
                    types.hint(name));
        }
        if (!inspection.profile().allowsNew(type.get())
                || creation.getAnonymousClassBody().isPresent()) {
            return refuse(
                    at(creation.getType().getNameAsString()),
                    "'new %s' is not for rules.".formatted(name),
                    SafeWords.STATICS);
        }
        return type;
    }

    /** The type that an expression names, if it names one: neither a variable nor a field may be in the way. */
    private Optional<Class<?>> typeName(Expression expression) {
        var isName = expression instanceof NameExpr || expression instanceof FieldAccessExpr;
        var root = root(expression);
        var isValue = bindings.has(root)
                || self.flatMap(it -> new Members(it).field(root)).isPresent();
        return isName && !isValue ? types.find(NodeWords.text(expression)) : Optional.empty();
    }

    private static String root(Node expression) {
        return expression instanceof FieldAccessExpr access ? root(access.getScope()) : NodeWords.text(expression);
    }

    private int at(String word) {
        return inspection.file().text().find(word, start, end);
    }

    private Optional<Class<?>> refuse(int offset, String problem, String hint) {
        inspection.add(offset, problem, hint);
        return Optional.empty();
    }
}
