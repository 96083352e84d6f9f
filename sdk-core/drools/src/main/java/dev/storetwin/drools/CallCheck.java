package dev.storetwin.drools;

import dev.storetwin.drools.Calls.Call;
import dev.storetwin.drools.RuleClasses.NotCompiled;
import dev.storetwin.guardrail.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Looks at what compiled rules call, before any of it runs. It sees every type exactly, also where the text of a rule does not tell it.
 *
 * <p>How it works: each class file lists the methods that its code may call. Calls of what the generator of the rules writes by itself are known;
 * all others must be in the {@link SafeProfile}. Where a rule calls something else, it is compiled alone to find out which one it is.
 */
final class CallCheck {

    /** What the generator writes into the classes around the rules, by type. */
    private static final Map<String, Set<String>> GENERATED = Map.of(
            "java.lang.Double", Set.of("TYPE"),
            "java.lang.Integer", Set.of("TYPE"),
            "java.lang.RuntimeException", Set.of("<init>"),
            "java.util.ArrayList", Set.of("<init>"),
            "java.util.Arrays", Set.of("asList"),
            "java.util.Collections", Set.of("emptyList"),
            "java.util.List", Set.of("add"),
            "java.util.Locale", Set.of("ENGLISH"),
            "java.time.format.DateTimeFormatterBuilder",
                    Set.of("<init>", "appendPattern", "parseCaseInsensitive", "toFormatter"));

    /** What it writes for conditions and consequences. */
    private static final Map<String, Set<String>> TRANSLATED = Map.of(
            "java.lang.Enum", Set.of("<init>", "valueOf"),
            "java.lang.Object", Set.of("<init>", "equals", "hashCode", "toString"),
            "java.lang.String", Set.of("intern"),
            "java.lang.StringBuilder", Set.of("<init>", "append", "toString"),
            "java.lang.System", Set.of("arraycopy"),
            "java.lang.invoke.LambdaMetafactory", Set.of("altMetafactory", "metafactory"),
            "java.lang.invoke.StringConcatFactory", Set.of("makeConcatWithConstants"),
            "java.util.regex.Matcher", Set.of("matches"),
            "java.util.regex.Pattern", Set.of("compile", "matcher"));

    private static final String DROOLS = "org.drools.";

    private final SafeProfile profile;
    private final ClassLoader loader;

    CallCheck(SafeProfile profile, ClassLoader loader) {
        this.profile = profile;
        this.loader = loader;
    }

    /** What is called that is not for rules, with its places. */
    List<Finding> find(RuleClasses all, List<CheckedFile> files) {
        var findings = new ArrayList<Finding>();
        if (forbidden(all).isEmpty()) {
            return findings;
        }
        for (var file : files) {
            for (var rule : file.rules()) {
                forbiddenIn(file, rule).forEach(it -> findings.add(finding(file, rule, it)));
            }
        }
        if (findings.isEmpty()) {
            findings.add(files.get(0).file().text().finding(words(forbidden(all).get(0)), SafeWords.CALLS));
        }
        return findings;
    }

    private List<Call> forbiddenIn(CheckedFile file, CheckedRule rule) {
        try {
            return forbidden(RuleClasses.compile(List.of(Culprit.drl(file, rule)), loader));
        } catch (NotCompiled onlyTogether) {
            return List.of();
        }
    }

    private List<Call> forbidden(RuleClasses rules) {
        return rules.classes().entrySet().stream()
                .flatMap(it -> Calls.of(it.getValue()).stream()
                        .filter(call -> !rules.classes().containsKey(call.owner()))
                        .filter(call -> !isAllowed(call, simpleName(it.getKey()).startsWith("Lambda"))))
                .distinct()
                .toList();
    }

    private boolean isAllowed(Call call, boolean inRule) {
        return call.owner().startsWith(DROOLS)
                || TRANSLATED.getOrDefault(call.owner(), Set.of()).contains(call.name())
                || (!inRule && GENERATED.getOrDefault(call.owner(), Set.of()).contains(call.name()))
                || isLawful(call);
    }

    private boolean isLawful(Call call) {
        try {
            var owner = Class.forName(call.owner(), false, loader);
            return call.isField() ? profile.allowsType(owner) : profile.allowsCall(owner, call.name());
        } catch (ClassNotFoundException | LinkageError unknown) {
            return call.owner().startsWith("[");
        }
    }

    private static Finding finding(CheckedFile file, CheckedRule rule, Call call) {
        var text = file.file().text();
        int start = DrlFile.start(rule.descr());
        int end = file.file().end(rule.descr());
        var name = call.name().equals("<init>") ? simpleName(call.owner()) : call.name();
        int named = text.find(name, start, end);
        int place = named > start ? named : text.find(property(name), start, end);
        return text.finding(place, words(call), SafeWords.CALLS);
    }

    /** As conditions may write the name of a getter. */
    private static String property(String method) {
        var bare = method.replaceFirst("^(get|is)(?=[A-Z])", "");
        return bare.substring(0, 1).toLowerCase(Locale.ROOT) + bare.substring(1);
    }

    private static String words(Call call) {
        return "'%s.%s' is not for rules.".formatted(simpleName(call.owner()), call.name());
    }

    private static String simpleName(String type) {
        return type.substring(type.lastIndexOf('.') + 1);
    }
}
