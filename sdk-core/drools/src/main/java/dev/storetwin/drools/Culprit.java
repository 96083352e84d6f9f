package dev.storetwin.drools;

import dev.storetwin.drools.RuleClasses.NotCompiled;
import dev.storetwin.guardrail.Finding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds the condition that the rule compiler stumbles over, since the compiler itself names no place, a wrong one, or one in generated Java.
 *
 * <p>How it works: each rule is compiled alone; of one that fails, the conditions are added one by one in reading order until it fails. This
 * takes seconds, and only happens when rules are refused anyway.
 */
final class Culprit {

    private static final String UNREADABLE = "Parser returned a null Package";
    private static final Pattern QUALIFIED = Pattern.compile("\\b(?:class )?(?:[a-z][a-z0-9]*\\.)+([A-Z]\\w*)");

    private final ClassLoader loader;

    Culprit(ClassLoader loader) {
        this.loader = loader;
    }

    List<Finding> find(List<CheckedFile> files, NotCompiled whole) {
        var findings = new ArrayList<Finding>();
        for (var file : files) {
            for (var rule : file.rules()) {
                failure(drl(file, rule)).ifPresent(it -> findings.add(narrow(file, rule, it)));
            }
        }
        if (findings.isEmpty()) {
            findings.add(files.get(0).file().text().finding("The rules do not compile together. " + words(whole), ""));
        }
        return findings;
    }

    private Finding narrow(CheckedFile file, CheckedRule rule, NotCompiled failure) {
        var steps = rule.steps().stream()
                .sorted(Comparator.comparingInt(ConditionCheck.Step::end))
                .toList();
        for (var step : steps) {
            var cut = failure(drlUntil(file, rule, step.end()));
            if (cut.filter(it -> !isCutBadly(it)).isPresent()) {
                return finding(file, step.start(), cut.get());
            }
        }
        return finding(file, rule.consequence().start(), failure);
    }

    /** A whole rule could be read: what cannot was cut in the middle of something, such as an {@code accumulate}. */
    private static boolean isCutBadly(NotCompiled failure) {
        return failure.problem().contains(UNREADABLE);
    }

    private static Finding finding(CheckedFile file, int offset, NotCompiled failure) {
        var hint = failure.getCause() == null
                ? ""
                : "Maybe it calculates with nested numbers; Money does its own: to < landed.times(1.1).";
        return file.file().text().finding(offset, words(failure), hint);
    }

    private static String words(NotCompiled failure) {
        var line = failure.problem().lines().limit(1).collect(Collectors.joining());
        return QUALIFIED.matcher(line).replaceAll("$1").strip().replaceFirst("[.:]?$", ".");
    }

    private Optional<NotCompiled> failure(String drl) {
        try {
            SessionPool.warm(RuleClasses.compile(List.of(drl), loader).open(loader), false)
                    .close();
            return Optional.empty();
        } catch (NotCompiled failure) {
            return Optional.of(failure);
        }
    }

    /** A file with one of its rules alone. */
    static String drl(CheckedFile file, CheckedRule rule) {
        return head(file)
                + file.compilable(DrlFile.start(rule.descr()), file.file().end(rule.descr()));
    }

    /** The rule with only the conditions that end before an offset, and with nothing to do. */
    private static String drlUntil(CheckedFile file, CheckedRule rule, int end) {
        var text = file.file().text();
        int start = DrlFile.start(rule.descr().getLhs());
        var code = text.code().substring(start, end);
        long open = code.chars().filter(it -> it == '(').count()
                - code.chars().filter(it -> it == ')').count();
        return head(file) + "rule \"culprit\" when\n" + file.compilable(start, end)
                + ")".repeat((int) Math.max(0, open)) + "\nthen\nend\n";
    }

    private static String head(CheckedFile file) {
        var descr = file.file().descr();
        var head = new StringBuilder();
        if (!descr.getNamespace().isEmpty()) {
            head.append("package ").append(descr.getNamespace()).append('\n');
        }
        descr.getImports()
                .forEach(it -> head.append("import ").append(it.getTarget()).append('\n'));
        descr.getGlobals().forEach(it -> head.append("global ")
                .append(it.getType())
                .append(' ')
                .append(it.getIdentifier())
                .append('\n'));
        return head.toString();
    }
}
