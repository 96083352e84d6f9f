package dev.storetwin.drools;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.ConditionalElementDescr;
import org.drools.drl.ast.descr.ExprConstraintDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.model.codegen.execmodel.generator.DrlxParseUtil;
import org.drools.mvel.parser.ast.expr.DrlxExpression;

/**
 * Lets a rule give a name to what it calculates with other names, as in {@code OrderTerm($fit : fit($wanted), $fit != $wanted)}. The rule compiler
 * knows names of fields only.
 *
 * <p>How it works: within the pattern the name is replaced by what it stands for; after the pattern stands one more, which takes the value from the
 * fact. Lines stay where they are.
 */
final class NamedValues {

    private static final String NOTHING_ASKED = "this != null";

    private final DrlFile file;
    private final Bindings bindings;
    private final int end;
    private final TreeSet<String> known = new TreeSet<>();
    private final List<Edit> edits = new ArrayList<>();

    /** Other words for a part of the file. */
    record Edit(int start, int end, String words) {}

    private NamedValues(DrlFile file, CheckedRule rule) {
        this.file = file;
        this.bindings = rule.bindings();
        this.end = file.end(rule.descr());
    }

    /** What to change of one rule before it is compiled, in order of place. */
    static List<Edit> edits(DrlFile file, CheckedRule rule) {
        var values = new NamedValues(file, rule);
        rule.descr().getLhs().getDescrs().forEach(it -> values.read(it, true));
        return List.copyOf(values.edits);
    }

    /** @param isTop whether what a pattern binds is known after it */
    private void read(Object part, boolean isTop) {
        if (part instanceof PatternDescr pattern) {
            if (pattern.getSource() == null) {
                read(pattern, isTop);
            }
        } else if (part instanceof ConditionalElementDescr group) {
            group.getDescrs().forEach(it -> read(it, false));
        }
    }

    /** Whether a constraint names a call with names in it. */
    static boolean isNamedCall(DrlxExpression constraint, Iterable<String> names) {
        return constraint.getBind() != null
                && bare(constraint.getExpr()) instanceof MethodCallExpr
                && mentions(constraint.getExpr(), names);
    }

    /** Without the brackets around it. */
    static Expression bare(Expression expression) {
        return expression instanceof EnclosedExpr enclosed ? bare(enclosed.getInner()) : expression;
    }

    static boolean mentions(Expression expression, Iterable<String> names) {
        var words = expression.findAll(NameExpr.class).stream()
                .map(NameExpr::getNameAsString)
                .toList();
        for (var name : names) {
            if (words.contains(name)) {
                return true;
            }
        }
        return false;
    }

    private void read(PatternDescr pattern, boolean isTop) {
        var named = Optional.ofNullable(pattern.getIdentifier()).filter(it -> !it.isEmpty());
        var label = named.orElse("$fact" + DrlFile.start(pattern));
        named.ifPresent(known::add);
        var meanings = new LinkedHashMap<String, String>();
        var sources = new StringBuilder();
        for (var part : pattern.getDescrs()) {
            if (part instanceof ExprConstraintDescr constraint) {
                read(constraint, label, isTop ? file.end(pattern) : end, meanings, sources);
            }
        }
        if (sources.length() > 0) {
            int start = DrlFile.start(pattern);
            int after = file.end(pattern);
            if (named.isEmpty()) {
                edits.add(new Edit(start, start, label + " : "));
            }
            edits.add(new Edit(after, after, sources.toString()));
        }
    }

    private void read(
            ExprConstraintDescr constraint,
            String label,
            int after,
            Map<String, String> meanings,
            StringBuilder sources) {
        int start = DrlFile.start(constraint);
        int stop = file.end(constraint);
        var parsed = DrlxParseUtil.parseExpression(constraint.getExpression());
        if (!isNamedCall(parsed, known)) {
            replace(start, stop, meanings);
        } else {
            var name = parsed.getBind().asString();
            var call = bare(parsed.getExpr());
            meanings.put(name, replaced(NodeWords.text(call), meanings));
            edits.add(new Edit(start, stop, NOTHING_ASKED));
            if (isUsed(name, after)) {
                sources.append(
                        " %s : %s() from %s".formatted(name, typeOf(name), NodeWords.text(qualified(call, label))));
            }
        }
        if (parsed.getBind() != null) {
            known.add(parsed.getBind().asString());
        }
    }

    private boolean isUsed(String name, int from) {
        return word(name).matcher(file.text().code().substring(from, end)).find();
    }

    /** The meaning in place of each name. */
    private void replace(int start, int stop, Map<String, String> meanings) {
        var code = file.text().code().substring(start, stop);
        meanings.forEach((name, meaning) -> word(name)
                .matcher(code)
                .results()
                .forEach(it -> edits.add(new Edit(start + it.start(), start + it.end(), meaning))));
    }

    private static String replaced(String words, Map<String, String> meanings) {
        var result = words;
        for (var meaning : meanings.entrySet()) {
            result = word(meaning.getKey()).matcher(result).replaceAll(Matcher.quoteReplacement(meaning.getValue()));
        }
        return result;
    }

    private static Pattern word(String name) {
        return Pattern.compile("(?<![\\w$])" + Pattern.quote(name) + "(?![\\w$])");
    }

    private String typeOf(String name) {
        return bindings.type(name)
                .map(it -> MethodType.methodType(it).wrap().returnType().getCanonicalName())
                .orElse("Object");
    }

    /** The call as one says it outside of the pattern: with the fact before each of its fields. */
    private Node qualified(Expression outside, String label) {
        outside.findAll(MethodCallExpr.class).stream()
                .filter(it -> it.getScope().isEmpty())
                .forEach(it -> it.setScope(new NameExpr(label)));
        outside.findAll(NameExpr.class).stream()
                .filter(it -> !it.getNameAsString().equals(label))
                .filter(it -> !known.contains(it.getNameAsString()))
                .filter(it -> !Character.isUpperCase(it.getNameAsString().charAt(0)))
                .forEach(it -> it.replace(new FieldAccessExpr(new NameExpr(label), it.getNameAsString())));
        return outside;
    }
}
