package dev.storetwin.drools;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.drools.drl.ast.descr.AccumulateDescr;
import org.drools.drl.ast.descr.AndDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.CollectDescr;
import org.drools.drl.ast.descr.ExistsDescr;
import org.drools.drl.ast.descr.ExprConstraintDescr;
import org.drools.drl.ast.descr.ForallDescr;
import org.drools.drl.ast.descr.FromDescr;
import org.drools.drl.ast.descr.NotDescr;
import org.drools.drl.ast.descr.OrDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.PatternSourceDescr;
import org.drools.drl.ast.descr.RuleDescr;

/** Checks the conditions of one rule, pattern by pattern in reading order, and learns what they bind. */
final class ConditionCheck {

    private static final Map<String, String> OTHER_CONDITIONS = Map.of(
            "EvalDescr", "'eval'",
            "EntryPointDescr", "'from entry-point'",
            "WindowReferenceDescr", "'from window'",
            "GroupByDescr", "'groupby'",
            "NamedConsequenceDescr", "'do'",
            "ConditionalBranchDescr", "'if'");

    private static final Map<String, Optional<Class<?>>> FUNCTIONS = Map.of(
            "average", Optional.of(Double.class),
            "avg", Optional.of(Double.class),
            "collectList", Optional.of(List.class),
            "collectSet", Optional.of(java.util.Set.class),
            "count", Optional.of(Long.class),
            "max", Optional.empty(),
            "min", Optional.empty(),
            "sum", Optional.empty());

    private final Inspection inspection;
    private final DrlFile file;
    private final TypeNames types;
    private final SafeProfile profile;
    private final List<Step> steps = new ArrayList<>();
    private final Joins joins = new Joins();

    /**
     * One condition as it is read: a constraint or a whole pattern.
     *
     * @param start its first character
     * @param end   after its last
     */
    record Step(int start, int end) {}

    ConditionCheck(Inspection inspection) {
        this.inspection = inspection;
        this.file = inspection.file();
        this.types = inspection.types();
        this.profile = inspection.profile();
    }

    /** What the rule's conditions bind for its consequence. */
    Bindings check(RuleDescr rule) {
        var bindings = new Bindings();
        walk(rule.getLhs(), bindings);
        if (joins.areTooMany()) {
            inspection.add(rule, Joins.words(), "Maybe several rules say it, or 'name == \"...\"' in the limits.");
        }
        return bindings;
    }

    List<Step> steps() {
        return List.copyOf(steps);
    }

    private void walk(BaseDescr descr, Bindings bindings) {
        if (descr instanceof AndDescr all) {
            all.getDescrs().forEach(it -> walk(it, bindings));
        } else if (descr instanceof OrDescr any) {
            any.getDescrs().forEach(it -> walk(it, bindings));
        } else if (descr instanceof NotDescr none) {
            none.getDescrs().forEach(it -> walk(it, bindings.inside()));
        } else if (descr instanceof ExistsDescr some) {
            for (Object it : some.getDescrs()) {
                walk((BaseDescr) it, bindings.inside());
            }
        } else if (descr instanceof ForallDescr every) {
            var inside = bindings.inside();
            every.getDescrs().forEach(it -> walk(it, inside));
        } else if (descr instanceof PatternDescr pattern) {
            checkPattern(pattern, bindings);
        } else {
            refuseKind(descr, descr);
        }
    }

    private void refuseKind(BaseDescr descr, BaseDescr at) {
        var name = descr.getClass().getSimpleName();
        var what = OTHER_CONDITIONS.getOrDefault(name, name.replace("Descr", ""));
        inspection.add(
                at, "A condition has no %s.".formatted(what), "Maybe a pattern with its constraints says the same.");
    }

    private void checkPattern(PatternDescr pattern, Bindings bindings) {
        if (pattern.getObjectType() == null) {
            inspection.add(pattern, "A condition has no path with '/'.", "Maybe a pattern of its own says it.");
            return;
        }
        var type = patternType(pattern);
        joins.add(pattern, type, bindings);
        if (pattern.isUnification()
                || !pattern.getBehaviors().isEmpty()
                || !pattern.getAnnotationNames().isEmpty()) {
            inspection.add(
                    pattern, "A pattern has no ':=', 'over' or annotation here.", "Maybe bind with ':' and compare.");
        }
        checkSource(pattern, bindings);
        if (pattern.getIdentifier() != null && !pattern.getIdentifier().isEmpty()) {
            bindings.bind(pattern.getIdentifier(), type);
        }
        for (var constraint : pattern.getDescrs()) {
            checkConstraint(constraint, type, bindings);
        }
        steps.add(new Step(DrlFile.start(pattern), file.end(pattern)));
    }

    private Optional<Class<?>> patternType(PatternDescr pattern) {
        var name = pattern.getObjectType();
        int at = file.text().find(name.substring(name.lastIndexOf('.') + 1), DrlFile.start(pattern), file.end(pattern));
        var type = types.find(name);
        if (type.isEmpty()) {
            inspection.add(at, "There is no type '%s'.".formatted(name), types.hint(name));
        } else if (!profile.allowsType(type.get())) {
            inspection.add(at, "'%s' is not for rules.".formatted(name), SafeWords.PACKAGES);
        }
        return type;
    }

    private void checkConstraint(BaseDescr constraint, Optional<Class<?>> type, Bindings bindings) {
        if (!(constraint instanceof ExprConstraintDescr expression)) {
            refuseKind(constraint, constraint);
            return;
        }
        if (expression.getType() == ExprConstraintDescr.Type.POSITIONAL) {
            inspection.add(expression, "Fields are named, not counted.", "Maybe 'sku == $sku' instead of '$sku;'.");
            return;
        }
        int start = DrlFile.start(expression);
        steps.add(new Step(start, file.end(expression)));
        var check = expressions(start, file.end(expression), type, bindings);
        (type.isEmpty() ? check.silently() : check).checkConstraint(expression.getExpression());
    }

    private ExpressionCheck expressions(int start, int end, Optional<Class<?>> type, Bindings bindings) {
        return new ExpressionCheck(inspection, start, end, type, bindings);
    }

    private void checkSource(PatternDescr pattern, Bindings bindings) {
        PatternSourceDescr source = pattern.getSource();
        if (source == null) {
            return;
        }
        if (source instanceof FromDescr from) {
            expressions(DrlFile.start(pattern), file.end(pattern), Optional.empty(), bindings)
                    .checkValue(from.getDataSource().getText());
        } else if (source instanceof CollectDescr collect) {
            checkPattern(collect.getInputPattern(), bindings.inside());
        } else if (source.getClass() == AccumulateDescr.class) {
            checkAccumulate((AccumulateDescr) source, pattern, bindings);
        } else {
            refuseKind(source, pattern);
        }
    }

    private void checkAccumulate(AccumulateDescr accumulate, PatternDescr pattern, Bindings bindings) {
        var inside = bindings.inside();
        walk(accumulate.getInput(), inside);
        if (accumulate.getFunctions().isEmpty()) {
            inspection.add(
                    accumulate,
                    "An accumulate has no code of its own here.",
                    "Maybe count, sum, min, max or average will do.");
        }
        for (var function : accumulate.getFunctions()) {
            var result = FUNCTIONS.get(function.getFunction());
            if (result == null) {
                inspection.add(
                        accumulate,
                        "There is no function '%s' to accumulate with.".formatted(function.getFunction()),
                        Closest.hint(function.getFunction(), FUNCTIONS.keySet()));
                continue;
            }
            for (var parameter : function.getParams()) {
                expressions(DrlFile.start(accumulate), file.end(accumulate), Optional.empty(), inside)
                        .checkValue(parameter);
            }
            bindResult(function, result, pattern, bindings);
        }
    }

    private static void bindResult(
            AccumulateDescr.AccumulateFunctionCallDescr function,
            Optional<Class<?>> result,
            PatternDescr pattern,
            Bindings bindings) {
        if (function.getBind() != null && !function.getBind().equals(pattern.getIdentifier())) {
            bindings.bind(function.getBind(), result);
        }
    }
}
