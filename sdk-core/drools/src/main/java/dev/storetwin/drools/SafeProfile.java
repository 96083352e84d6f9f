package dev.storetwin.drools;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LiteralExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import dev.storetwin.guardrail.Fact;
import dev.storetwin.proposal.Action;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a rule may name. DRL is code, so this is a list of what is allowed: whatever nobody thought of is refused.
 *
 * <p>Types are allowed by package or one by one; static methods and {@code new} only where they make a plain value; a few members of every
 * object, which lead to the class behind it, never.
 */
final class SafeProfile {

    private static final String API = "dev.storetwin";
    private static final List<String> NOT_API = List.of("dev.storetwin.core", "dev.storetwin.drools");
    private static final Set<String> JAVA_PACKAGES = Set.of("java.math", "java.time", "java.time.temporal");
    private static final Set<String> JAVA_TYPES = Set.of(
            "java.lang.Boolean",
            "java.lang.CharSequence",
            "java.lang.Character",
            "java.lang.Comparable",
            "java.lang.Double",
            "java.lang.Enum",
            "java.lang.Integer",
            "java.lang.Long",
            "java.lang.Math",
            "java.lang.Number",
            "java.lang.Object",
            "java.lang.String",
            "java.util.Collection",
            "java.util.Currency",
            "java.util.List",
            "java.util.Map",
            "java.util.Optional",
            "java.util.OptionalDouble",
            "java.util.OptionalInt",
            "java.util.OptionalLong",
            "java.util.Set");

    private static final Set<String> CLOCKS = Set.of("java.time.Clock", "java.time.InstantSource");

    private static final Set<String> MEMBERS_OF_THE_MACHINE = Set.of(
            "class",
            "clone",
            "declaringClass",
            "describeConstable",
            "finalize",
            "getClass",
            "getDeclaringClass",
            "notify",
            "notifyAll",
            "resolveConstantDesc",
            "wait");

    private static final Set<String> PATTERN_READERS =
            Set.of("matches", "replaceAll", "replaceFirst", "split", "splitWithDelimiters");
    private static final Pattern PLAIN_NUMBER = Pattern.compile("[+-]?\\d{0,40}(\\.\\d{0,40})?");
    private static final Pattern FEW_DIGITS = Pattern.compile("\\d{1,2}");

    private final List<String> hostPackages;

    SafeProfile(List<String> hostPackages) {
        this.hostPackages = hostPackages;
    }

    boolean allowsWildcard(String packageName) {
        return isHosts(packageName)
                || isApi(packageName)
                || JAVA_PACKAGES.contains(packageName)
                || packageName.equals("java.util");
    }

    /** Whether a package is one of the twin's own, of which each has a description that can be looked up. */
    boolean isTwins(String packageName) {
        return isApi(packageName) && !isHosts(packageName);
    }

    boolean allowsType(Class<?> type) {
        if (type.isPrimitive()) {
            return true;
        }
        var packageName = type.getPackageName();
        return isHosts(packageName)
                || isApi(packageName)
                || (JAVA_PACKAGES.contains(packageName) && !CLOCKS.contains(type.getName()))
                || JAVA_TYPES.contains(type.getName());
    }

    /** Whether a static method only makes or compares plain values. */
    boolean allowsStatic(Class<?> owner, String method) {
        return allowsType(owner)
                && allowsCall(owner, method)
                && (isHosts(owner.getPackageName()) || !isApi(owner.getPackageName()) || isPlain(owner));
    }

    /** Whether a method of a value may be called. Types of the host and of the twin are trusted as they are. */
    boolean allowsCall(Class<?> owner, String method) {
        return owner.isArray()
                || (allowsType(owner)
                        && (isHosts(owner.getPackageName())
                                || isApi(owner.getPackageName())
                                || SafeCalls.allow(owner, method)));
    }

    boolean allowsNew(Class<?> type) {
        return type == BigDecimal.class
                || type == BigInteger.class
                || isHosts(type.getPackageName())
                || (isApi(type.getPackageName()) && type.isRecord() && isPlain(type));
    }

    boolean allowsMember(String name) {
        return !MEMBERS_OF_THE_MACHINE.contains(name);
    }

    /** Whether a method of a text reads no pattern, or one that stands there and is soon matched. */
    boolean allowsPattern(String method, List<Expression> arguments) {
        return !PATTERN_READERS.contains(method) || (!arguments.isEmpty() && isHarmless(arguments.get(0)));
    }

    private static boolean isHarmless(Expression pattern) {
        return pattern instanceof StringLiteralExpr literal && TextPattern.isHarmless(literal.asString());
    }

    /** Whether the digits that a method is asked for are few: {@code setScale(1000000000)} fills the memory. */
    boolean allowsDigits(String method, List<Expression> arguments) {
        return switch (method) {
            case "setScale" -> !arguments.isEmpty() && areFew(arguments.get(0));
            case "divide" -> arguments.size() < 3 || areFew(arguments.get(1));
            case "valueOf" -> arguments.size() != 2 || areFew(arguments.get(1));
            default -> true;
        };
    }

    private static boolean areFew(Expression digits) {
        return FEW_DIGITS.matcher(digits.toString()).matches();
    }

    /** Whether what is made anew is a number written out: a text such as {@code 1e999999999} makes one that fills the memory. */
    boolean allowsNumber(Class<?> type, List<Expression> arguments) {
        return (type != BigDecimal.class && type != BigInteger.class)
                || (arguments.size() == 1
                        && (arguments.get(0) instanceof StringLiteralExpr text
                                ? PLAIN_NUMBER.matcher(text.asString()).matches()
                                : arguments.get(0) instanceof LiteralExpr));
    }

    private static boolean isPlain(Class<?> type) {
        return type.isEnum()
                || type.getPackageName().equals(API + ".type")
                || Fact.class.isAssignableFrom(type)
                || Action.class.isAssignableFrom(type);
    }

    private boolean isHosts(String packageName) {
        return within(packageName, hostPackages);
    }

    private static boolean isApi(String packageName) {
        return within(packageName, List.of(API)) && !within(packageName, NOT_API);
    }

    private static boolean within(String packageName, List<String> packages) {
        return packages.stream().anyMatch(it -> packageName.equals(it) || packageName.startsWith(it + "."));
    }
}
