package dev.storetwin.drools;

import dev.storetwin.guardrail.Finding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.drools.drl.ast.descr.ImportDescr;
import org.drools.drl.ast.descr.RuleDescr;

/**
 * One rule file, looked through.
 *
 * @param file  as read
 * @param types what its type names stand for
 * @param rules its rules, taken apart
 */
record CheckedFile(DrlFile file, TypeNames types, List<CheckedRule> rules) {

    /** Looks a file through; what is wrong with it is added to the findings. */
    static CheckedFile check(DrlFile file, SafeProfile profile, ClassLoader loader, List<Finding> findings) {
        var imports =
                file.descr().getImports().stream().map(ImportDescr::getTarget).toList();
        var types = new TypeNames(file.descr().getNamespace(), imports, loader);
        var own = new ArrayList<Finding>();
        var inspection = new Inspection(file, types, profile, own);
        var rules = check(inspection, loader);
        findings.addAll(own);
        return new CheckedFile(file, types, rules);
    }

    /** Takes a file as it is, for those who trust its author: what is wrong with it the rule compiler will say. */
    static CheckedFile trusted(DrlFile file, SafeProfile profile, ClassLoader loader) {
        var unchecked = check(file, profile, loader, new ArrayList<>());
        return unchecked.rules().size() == file.rules().size()
                ? unchecked
                : new CheckedFile(file, unchecked.types(), List.of());
    }

    /** What a parser chokes on is refused like everything else that cannot be understood. */
    private static List<CheckedRule> check(Inspection inspection, ClassLoader loader) {
        try {
            new StructureCheck(inspection).check();
            var rules = inspection.file().rules().stream()
                    .flatMap(it -> check(it, inspection).stream())
                    .toList();
            if (inspection.findings().isEmpty()) {
                new ConsequenceTypes(inspection, loader).check(rules);
            }
            return rules;
        } catch (RuntimeException | StackOverflowError notUnderstood) {
            inspection.add("The file cannot be understood (%s).".formatted(notUnderstood), "");
            return List.of();
        }
    }

    private static Optional<CheckedRule> check(RuleDescr rule, Inspection inspection) {
        if (!FileBounds.check(rule, inspection)) {
            return Optional.empty();
        }
        try {
            return Optional.of(understood(rule, inspection));
        } catch (RuntimeException | StackOverflowError notUnderstood) {
            var kind = notUnderstood.getClass().getSimpleName();
            inspection.add(rule, "The rule cannot be understood (%s).".formatted(kind), "Maybe several rules say it.");
            return Optional.empty();
        }
    }

    private static CheckedRule understood(RuleDescr rule, Inspection inspection) {
        var conditions = new ConditionCheck(inspection);
        var bindings = conditions.check(rule);
        var consequence = Consequence.of(inspection.file(), rule);
        var checked = new CheckedRule(rule, conditions.steps(), bindings, consequence);
        new ConsequenceCheck(inspection, checked).check();
        return checked;
    }

    /** The whole file as the rule compiler may read it. */
    String compilable() {
        return compilable(0, file.text().text().length());
    }

    /** A part of the file as the rule compiler may read it; what reaches beyond the part stays as it is. */
    String compilable(int start, int end) {
        var text = file.text().text();
        var result = new StringBuilder();
        int from = start;
        for (var edit : edits()) {
            if (edit.start() >= from && edit.end() <= end) {
                result.append(text, from, edit.start()).append(edit.words());
                from = edit.end();
            }
        }
        return result.append(text, from, end).toString();
    }

    private List<NamedValues.Edit> edits() {
        return rules.stream()
                .flatMap(it -> NamedValues.edits(file, it).stream())
                .sorted(Comparator.comparingInt(NamedValues.Edit::start).thenComparingInt(NamedValues.Edit::end))
                .toList();
    }

    boolean hasGuard() {
        return !file.descr().getGlobals().isEmpty();
    }
}
