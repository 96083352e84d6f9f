package dev.storetwin.drools;

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
import com.github.javaparser.ast.expr.ThisExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

    private final Inspection inspection;
    private final int start;
    private final int end;
    private final Optional<Class<?>> self;
    private final Bindings bindings;
    private final NameCheck names;

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
        this.names = new NameCheck(inspection, start, end, self, bindings);
    }

    /** A constraint of a pattern, such as {@code $to : to} or {@code to < $floor}. */
    void checkConstraint(String expression) {
        parse(expression).ifPresent(parsed -> {
            weigh(parsed);
            var type = typeOf(parsed.getExpr());
            if (parsed.getBind() != null) {
                checkBound(parsed.getBind().asString(), parsed.getExpr());
                checkNames(parsed);
                bindings.bind(
                        parsed.getBind().asString(), boundType(parsed.getExpr()).or(() -> type));
            }
        });
    }

    private void weigh(DrlxExpression parsed) {
        long weight = bindings.growth().weight(parsed.getExpr());
        if (Growth.isTooMuch(weight)) {
            names.refuse(start, SafeWords.GROWTH, "");
        }
        if (parsed.getBind() != null) {
            bindings.growth().name(parsed.getBind().asString(), weight);
        }
    }

    /** Something to take a value from, such as the argument of an accumulate function. */
    void checkValue(String expression) {
        parse(expression).ifPresent(parsed -> {
            weigh(parsed);
            typeOf(parsed.getExpr());
        });
    }

    private Optional<DrlxExpression> parse(String expression) {
        try {
            var parsed = DrlxParseUtil.parseExpression(expression);
            if (words(NodeWords.text(parsed)).equals(words(expression))) {
                return Optional.of(parsed);
            }
        } catch (RuntimeException | StackOverflowError unreadable) {
            // said below
        }
        names.refuse(
                start, "This condition cannot be read.", "Maybe a comma, a bracket or a comparison is wrong in it.");
        return Optional.empty();
    }

    /** The parser stops where it no longer understands, and says nothing. */
    private static String words(String expression) {
        return expression.replaceAll("[^\\w$]", "");
    }

    /** Drools takes the first name alone and forgets the rest. */
    private void checkBound(String name, Expression expression) {
        if (expression instanceof BinaryExpr calculation && !Operands.isComparison(calculation.getOperator())) {
            names.refuse(
                    start,
                    "A calculation is bound in brackets.",
                    "Maybe %s : (%s).".formatted(name, NodeWords.text(expression)));
        }
    }

    /** Beyond calls, which {@link NamedValues} knows, Drools takes no name that is calculated with other names. */
    private void checkNames(DrlxExpression parsed) {
        var expression = parsed.getExpr();
        var isCompared = expression instanceof PointFreeExpr
                || (expression instanceof BinaryExpr binary && Operands.isComparison(binary.getOperator()));
        if (!isCompared
                && !(NamedValues.bare(expression) instanceof MethodCallExpr)
                && NamedValues.mentions(expression, bindings.names())) {
            names.refuse(
                    start,
                    "What is calculated with other names cannot have a name here, unless it is a call.",
                    "Maybe compare without a name, or calculate after 'then'.");
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
        var unheard = new Inspection(inspection.file(), inspection.types(), inspection.profile(), new ArrayList<>());
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
            return names.value(name.getNameAsString());
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
            checkPattern(half.getOperator().asString(), half.getRight());
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
        return names.refuse(
                start,
                "A condition cannot contain %s.".formatted(NodeWords.of(expression)),
                "Maybe compare a field with a value.");
    }

    private Optional<Class<?>> access(Expression whole, Expression scope, String name) {
        var owner = names.type(scope);
        if (owner.isPresent()) {
            return names.constant(owner.get(), name);
        }
        return names.type(whole).isPresent()
                ? names.notAValue(name)
                : typeOf(scope).flatMap(it -> names.field(it, name));
    }

    private Optional<Class<?>> call(Optional<Expression> scope, String method, List<Expression> arguments) {
        arguments.forEach(this::typeOf);
        checkPattern(method, arguments);
        var owner = scope.flatMap(names::type);
        if (owner.isPresent()) {
            return names.staticCall(owner.get(), method, arguments.size());
        }
        var target = scope.isPresent() ? typeOf(scope.get()) : self;
        return names.isAllowed(method)
                ? target.flatMap(it -> names.method(it, method, arguments.size()))
                : Optional.empty();
    }

    private Optional<Class<?>> binary(BinaryExpr binary) {
        var left = typeOf(binary.getLeft());
        var right = typeOf(binary.getRight());
        var operator = binary.getOperator();
        if (Operands.isLogic(operator)) {
            return Optional.of(boolean.class);
        }
        var doubt = Operands.doubt(left, operator, right, NodeWords.text(binary.getLeft()));
        doubt.ifPresent(it -> names.refuse(start, it.problem(), it.hint()));
        return Operands.isComparison(operator) ? Optional.of(boolean.class) : Operands.resultType(left, right);
    }

    private Optional<Class<?>> infix(PointFreeExpr infix) {
        var left = typeOf(infix.getLeft());
        var operator = infix.getOperator().asString();
        checkOperator(operator);
        checkPattern(operator, infix.getRight());
        for (var value : infix.getRight()) {
            var right = typeOf(value);
            if (operator.equals("in")) {
                Operands.doubt(left, BinaryExpr.Operator.EQUALS, right, NodeWords.text(infix.getLeft()))
                        .ifPresent(it -> names.refuse(start, it.problem(), it.hint()));
            }
        }
        return Optional.of(boolean.class);
    }

    private void checkOperator(String operator) {
        if (!OPERATORS.contains(operator.replaceFirst("\\[.*", ""))) {
            names.refuse(
                    names.at(operator),
                    "There is no operator '%s'.".formatted(operator),
                    Closest.hint(operator, OPERATORS));
        }
    }

    private void checkPattern(String method, List<Expression> arguments) {
        if (!inspection.profile().allowsPattern(method, arguments)) {
            names.refuse(names.at(method), SafeWords.PATTERN, "");
        }
        if (!inspection.profile().allowsDigits(method, arguments)) {
            names.refuse(names.at(method), SafeWords.DIGITS, "");
        }
    }

    private Optional<Class<?>> unary(UnaryExpr unary) {
        if (unary.getOperator().name().endsWith("CREMENT")) {
            return names.refuse(
                    start,
                    "A condition changes nothing: '%s'."
                            .formatted(unary.getOperator().asString()),
                    "");
        }
        return typeOf(unary.getExpression());
    }

    private Optional<Class<?>> creation(ObjectCreationExpr creation) {
        creation.getArguments().forEach(this::typeOf);
        if (creation.getAnonymousClassBody().isPresent()) {
            return names.refuse(start, "A condition has no class of its own.", "");
        }
        var type = names.creation(creation.getType().getNameWithScope());
        return type.isEmpty() || inspection.profile().allowsNumber(type.get(), creation.getArguments())
                ? type
                : names.refuse(start, SafeWords.NUMBER, "");
    }
}
