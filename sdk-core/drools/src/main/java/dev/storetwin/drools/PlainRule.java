package dev.storetwin.drools;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ExprConstraintDescr;
import org.drools.drl.ast.descr.PatternDescr;

/**
 * A rule without what its author was free to choose: names of variables, order of conditions, spaces. Two rules that mean the same mostly look
 * the same.
 *
 * <p>How it works: each variable is replaced by what it stands for, as {@code PriceChange.to}; what only names something says nothing and is
 * left out; the rest is sorted.
 *
 * @param conditions  as text, sorted
 * @param constraints those among them that compare, with their places
 * @param consequence as text
 */
record PlainRule(List<String> conditions, List<Constraint> constraints, String consequence) {

    private static final Pattern BINDING = Pattern.compile("^\\s*(\\$?\\w+)\\s*:(?!:)\\s*(.*)$", Pattern.DOTALL);
    private static final Pattern CALCULATION = Pattern.compile("[\\w$.#]+(\\(.*\\))?", Pattern.DOTALL);
    private static final Pattern FIELD = Pattern.compile("(?<![\\w$.#\"])([a-z]\\w*)\\b(?!\\s*\\()");
    private static final Pattern WORD = Pattern.compile("\\bguard\\s*\\.\\s*(block|review|adjust)\\b");
    private static final List<String> RESERVED = List.of(
            "in",
            "not",
            "matches",
            "contains",
            "memberOf",
            "true",
            "false",
            "null",
            "str",
            "after",
            "before",
            "new",
            "java",
            "this");

    /**
     * One comparison.
     *
     * @param text  without free choices
     * @param start its place in the file
     */
    record Constraint(String text, int start) {}

    static PlainRule of(DrlFile file, CheckedRule rule) {
        var names = new LinkedHashMap<String, String>();
        var conditions = new ArrayList<String>();
        var constraints = new ArrayList<Constraint>();
        var seen = new LinkedHashMap<String, Integer>();
        for (var part : rule.descr().getLhs().getDescrs()) {
            if (part instanceof PatternDescr pattern && pattern.getSource() == null) {
                int count = seen.merge(pattern.getObjectType(), 1, Integer::sum);
                var label = pattern.getObjectType() + (count > 1 ? "#" + count : "");
                read(pattern, label, names, constraints);
                conditions.add(label);
            } else {
                conditions.add(replaced(written(file, part), names));
            }
        }
        constraints.forEach(it -> conditions.add(it.text()));
        return new PlainRule(
                List.copyOf(new TreeSet<>(conditions)),
                List.copyOf(constraints),
                replaced(rule.consequence().java(), names));
    }

    private static void read(
            PatternDescr pattern, String label, Map<String, String> names, List<Constraint> constraints) {
        if (pattern.getIdentifier() != null && !pattern.getIdentifier().isEmpty()) {
            names.put(pattern.getIdentifier(), label);
        }
        for (BaseDescr it : pattern.getDescrs()) {
            if (!(it instanceof ExprConstraintDescr constraint)) {
                continue;
            }
            var binding = BINDING.matcher(constraint.getExpression());
            boolean isNamed = binding.matches();
            var expression = isNamed ? binding.group(2) : constraint.getExpression();
            var text = replaced(qualified(expression, label, names.keySet()), names);
            if (isNamed) {
                names.put(binding.group(1), text);
            }
            if (!isNamed || !CALCULATION.matcher(text).matches()) {
                constraints.add(new Constraint(text, DrlFile.start(constraint)));
            }
        }
    }

    /** Fields with their type before them, outside of quotes. */
    private static String qualified(String expression, String label, Set<String> names) {
        return outsideQuotes(expression, part -> FIELD.matcher(part)
                .replaceAll(it -> RESERVED.contains(it.group(1)) || names.contains(it.group(1))
                        ? it.group()
                        : Matcher.quoteReplacement(label + "." + it.group(1))));
    }

    private static String replaced(String text, Map<String, String> names) {
        return outsideQuotes(text, part -> {
            var plain = part;
            for (var name : names.entrySet()) {
                plain = plain.replaceAll(
                        "(?<![\\w$.])" + Pattern.quote(name.getKey()) + "(?![\\w$])",
                        Matcher.quoteReplacement(name.getValue()));
            }
            return plain.replaceAll("\\s+", "");
        });
    }

    private static String outsideQuotes(String text, UnaryOperator<String> change) {
        var result = new StringBuilder();
        var quoted = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"").matcher(text);
        int from = 0;
        while (quoted.find()) {
            result.append(change.apply(text.substring(from, quoted.start()))).append(quoted.group());
            from = quoted.end();
        }
        return result.append(change.apply(text.substring(from))).toString();
    }

    private static String written(DrlFile file, BaseDescr part) {
        return file.text().text().substring(DrlFile.start(part), file.end(part));
    }

    /** Which of block, review and adjust the rule says. */
    List<String> words() {
        return WORD.matcher(consequence)
                .results()
                .map(it -> it.group(1))
                .distinct()
                .sorted()
                .toList();
    }

    /** What it adjusts to, as written. */
    List<String> adjustments() {
        var adjusts = Pattern.compile("guard\\.adjust\\(").matcher(consequence);
        return adjusts.results().map(it -> firstArgument(it.end())).toList();
    }

    private String firstArgument(int from) {
        int depth = 0;
        int at = from;
        for (; at < consequence.length(); at++) {
            char sign = consequence.charAt(at);
            depth += sign == '(' ? 1 : sign == ')' ? -1 : 0;
            if (depth < 0 || (depth == 0 && sign == ',')) {
                break;
            }
        }
        return consequence.substring(from, at);
    }
}
