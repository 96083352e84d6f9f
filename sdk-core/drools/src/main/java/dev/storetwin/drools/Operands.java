package dev.storetwin.drools;

import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.BooleanLiteralExpr;
import com.github.javaparser.ast.expr.CharLiteralExpr;
import com.github.javaparser.ast.expr.DoubleLiteralExpr;
import com.github.javaparser.ast.expr.IntegerLiteralExpr;
import com.github.javaparser.ast.expr.LiteralExpr;
import com.github.javaparser.ast.expr.LongLiteralExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.expr.TextBlockLiteralExpr;
import dev.storetwin.type.Money;
import dev.storetwin.type.Quantity;
import java.lang.invoke.MethodType;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.drools.mvel.parser.ast.expr.BigDecimalLiteralExpr;
import org.drools.mvel.parser.ast.expr.BigIntegerLiteralExpr;

/** Which types go together on the two sides of an operator. An unknown type goes with any. */
final class Operands {

    private static final Set<BinaryExpr.Operator> EQUALITY =
            Set.of(BinaryExpr.Operator.EQUALS, BinaryExpr.Operator.NOT_EQUALS);
    private static final Set<BinaryExpr.Operator> ORDER = Set.of(
            BinaryExpr.Operator.LESS,
            BinaryExpr.Operator.LESS_EQUALS,
            BinaryExpr.Operator.GREATER,
            BinaryExpr.Operator.GREATER_EQUALS);
    private static final Set<BinaryExpr.Operator> LOGIC = Set.of(BinaryExpr.Operator.AND, BinaryExpr.Operator.OR);

    private static final Map<Class<? extends LiteralExpr>, Class<?>> LITERALS = Map.of(
            BigDecimalLiteralExpr.class, BigDecimal.class,
            BigIntegerLiteralExpr.class, BigInteger.class,
            BooleanLiteralExpr.class, boolean.class,
            CharLiteralExpr.class, String.class,
            DoubleLiteralExpr.class, double.class,
            IntegerLiteralExpr.class, int.class,
            LongLiteralExpr.class, long.class,
            StringLiteralExpr.class, String.class,
            TextBlockLiteralExpr.class, String.class);

    private Operands() {}

    /** What is wrong with an operation, and what to write instead. */
    record Doubt(String problem, String hint) {}

    static boolean isComparison(BinaryExpr.Operator operator) {
        return EQUALITY.contains(operator) || ORDER.contains(operator);
    }

    static boolean isLogic(BinaryExpr.Operator operator) {
        return LOGIC.contains(operator);
    }

    static Optional<Class<?>> literalType(LiteralExpr literal) {
        return Optional.ofNullable(LITERALS.get(literal.getClass()));
    }

    /** Of a calculation: a number stays a number, a text a text. */
    static Optional<Class<?>> resultType(Optional<Class<?>> left, Optional<Class<?>> right) {
        if (left.filter(it -> it == String.class).isPresent()
                || right.filter(it -> it == String.class).isPresent()) {
            return Optional.of(String.class);
        }
        return left.isPresent() && left.equals(right) ? left : Optional.empty();
    }

    static Optional<Doubt> doubt(
            Optional<Class<?>> left, BinaryExpr.Operator operator, Optional<Class<?>> right, String leftText) {
        if (left.isEmpty() || right.isEmpty() || isLogic(operator)) {
            return Optional.empty();
        }
        var one = boxed(left.get());
        var other = boxed(right.get());
        if (isComparison(operator)) {
            return comparable(one, operator, other)
                    ? Optional.empty()
                    : Optional.of(new Doubt(
                            "%s cannot be compared with %s.".formatted(capital(words(one)), words(other)),
                            hint(one, other, leftText)));
        }
        return calculable(one, operator, other)
                ? Optional.empty()
                : Optional.of(new Doubt(
                        "'%s' does not work on %s and %s.".formatted(operator.asString(), words(one), words(other)),
                        calculationHint(one, other, leftText)));
    }

    private static boolean comparable(Class<?> one, BinaryExpr.Operator operator, Class<?> other) {
        if (isNumber(one) && isNumber(other)) {
            return true;
        }
        var isOrdered = Comparable.class.isAssignableFrom(one) || one.isInterface() || one == Object.class;
        return mayBeSame(one, other) && (EQUALITY.contains(operator) || isOrdered);
    }

    private static boolean mayBeSame(Class<?> one, Class<?> other) {
        return one.isAssignableFrom(other)
                || other.isAssignableFrom(one)
                || (one.isInterface() && !Modifier.isFinal(other.getModifiers()))
                || (other.isInterface() && !Modifier.isFinal(one.getModifiers()));
    }

    private static boolean calculable(Class<?> one, BinaryExpr.Operator operator, Class<?> other) {
        var isText = operator == BinaryExpr.Operator.PLUS && (one == String.class || other == String.class);
        return isText || (isNumber(one) && isNumber(other));
    }

    private static String hint(Class<?> one, Class<?> other, String text) {
        if (one == Money.class && isNumber(other)) {
            return "Maybe %s.amount, or Money.of(\"5.00\", \"EUR\") on the other side.".formatted(text);
        }
        if (one == Quantity.class && isNumber(other)) {
            return "Maybe Quantity.of(5) on the other side.";
        }
        if (one == LocalTime.class && other == String.class) {
            return "Maybe LocalTime.of(16, 30) on the other side, with 'import java.time.LocalTime'.";
        }
        if (one.isEnum() && other == String.class) {
            return "Maybe %s.%s on the other side, with 'import %s'."
                    .formatted(one.getSimpleName(), one.getEnumConstants()[0], one.getName());
        }
        return new Members(one).field("value").filter(it -> it == other).isPresent()
                ? "Maybe %s.value.".formatted(text)
                : valueHint(one, other);
    }

    private static String valueHint(Class<?> one, Class<?> other) {
        return new Members(other).field("value").filter(it -> it == one).isPresent()
                ? "Maybe .value on the right."
                : "";
    }

    private static String calculationHint(Class<?> one, Class<?> other, String text) {
        return one == Money.class || other == Money.class
                ? "Maybe Money's own words: %s.times(1.1), .plus(...), .minus(...), .ratioTo(...).".formatted(text)
                : "";
    }

    private static boolean isNumber(Class<?> type) {
        return Number.class.isAssignableFrom(type);
    }

    private static Class<?> boxed(Class<?> type) {
        return MethodType.methodType(type).wrap().returnType();
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static String words(Class<?> type) {
        if (type == String.class) {
            return "a text";
        }
        return isNumber(type) ? "a number" : type.getSimpleName();
    }
}
