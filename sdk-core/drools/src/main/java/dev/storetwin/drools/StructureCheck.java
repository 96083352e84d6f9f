package dev.storetwin.drools;

import dev.storetwin.guardrail.Guard;
import java.util.Collection;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.drools.drl.ast.descr.AttributeDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.GlobalDescr;
import org.drools.drl.ast.descr.ImportDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.QueryDescr;
import org.drools.drl.ast.descr.RuleDescr;

/** Checks what a file is made of: imports, the one global, and rules; nothing else. */
final class StructureCheck {

    /** Names end up in generated code and in logs. */
    private static final Pattern RULE_NAME = Pattern.compile("[^\"\\\\\\p{Cntrl}]{1,200}");

    private static final Pattern FOREIGN_PACKAGE =
            Pattern.compile("^(java|javax|jdk|sun|com\\.sun|org\\.drools|org\\.kie|dev\\.storetwin)(\\.|$)");

    private static final Map<String, Pattern> ATTRIBUTES = Map.of(
            "dialect", Pattern.compile("java"),
            "enabled", Pattern.compile("true|false"),
            "no-loop", Pattern.compile("true|false"),
            "salience", Pattern.compile("-?\\d{1,9}"));

    private final Inspection inspection;
    private final DrlFile file;
    private final TypeNames types;
    private final SafeProfile profile;

    StructureCheck(Inspection inspection) {
        this.inspection = inspection;
        this.file = inspection.file();
        this.types = inspection.types();
        this.profile = inspection.profile();
    }

    void check() {
        var descr = file.descr();
        checkPackage(descr);
        descr.getImports().forEach(this::checkImport);
        descr.getGlobals().forEach(this::checkGlobal);
        checkAttributes(descr.getAttributes());
        refuseOthers(descr);
        descr.getRules().forEach(this::checkRule);
        if (descr.getRules().isEmpty() && inspection.findings().isEmpty()) {
            inspection.add("The file has no rule.", "Maybe it is empty, or all of it stands in a comment.");
        }
    }

    /** Java keeps packages of its own for itself, and a rule must not pass for one of the twin's classes. */
    private void checkPackage(PackageDescr descr) {
        if (FOREIGN_PACKAGE.matcher(descr.getNamespace()).find()) {
            int at =
                    file.text().find(descr.getNamespace(), 0, file.text().code().length());
            inspection.add(
                    at, "Package '%s' is not for rules.".formatted(descr.getNamespace()), "Maybe 'package rules'.");
        }
    }

    private void checkImport(ImportDescr descr) {
        var target = descr.getTarget();
        if (target.endsWith(".*")) {
            checkWildcard(descr, target.substring(0, target.length() - 2));
            return;
        }
        var type = types.load(target);
        if (type.isEmpty()) {
            var simple = target.substring(target.lastIndexOf('.') + 1);
            inspection.add(descr, "There is no type '%s' to import.".formatted(target), importHint(simple));
        } else if (!profile.allowsType(type.get())) {
            inspection.add(descr, "'%s' is not for rules.".formatted(target), SafeWords.PACKAGES);
        }
    }

    private void checkWildcard(ImportDescr descr, String packageName) {
        if (!profile.allowsWildcard(packageName)) {
            inspection.add(descr, "Package '%s' is not for rules.".formatted(packageName), SafeWords.PACKAGES);
        } else if (profile.isTwins(packageName)
                && types.load(packageName + ".package-info").isEmpty()) {
            var packages = TypeNames.FAMILIAR.stream()
                    .map(Class::getPackageName)
                    .distinct()
                    .toList();
            inspection.add(
                    descr, "There is no package '%s'.".formatted(packageName), Closest.hint(packageName, packages));
        }
    }

    private static String importHint(String simple) {
        var names = TypeNames.FAMILIAR.stream().map(Class::getSimpleName).toList();
        var near = Closest.to(simple, names);
        return TypeNames.FAMILIAR.stream()
                .filter(it -> near.stream().anyMatch(it.getSimpleName()::equals))
                .map(it -> "Maybe '%s'?".formatted(it.getName()))
                .findFirst()
                .orElse("Maybe it stands in another package, or its artifact is missing.");
    }

    private void checkGlobal(GlobalDescr descr) {
        var isGuard =
                types.find(descr.getType()).filter(it -> it == Guard.class).isPresent();
        if (!isGuard || !descr.getIdentifier().equals("guard")) {
            inspection.add(
                    descr,
                    "The only global is 'guard'.",
                    "Maybe 'global Guard guard', with 'import %s'.".formatted(Guard.class.getName()));
        }
    }

    private void refuseOthers(PackageDescr descr) {
        refuseEach(descr.getFunctions(), "'function'");
        refuseEach(descr.getFunctionImports(), "'import static' and 'import function'");
        refuseEach(descr.getAccumulateImports(), "'import accumulate'");
        refuseEach(descr.getTypeDeclarations(), "'declare'");
        refuseEach(descr.getEnumDeclarations(), "'declare enum'");
        refuseEach(descr.getEntryPointDeclarations(), "'declare entry-point'");
        refuseEach(descr.getWindowDeclarations(), "'declare window'");
        refuseEach(Stream.ofNullable(descr.getUnit()).toList(), "'unit'");
    }

    private void refuseEach(Collection<? extends BaseDescr> parts, String what) {
        parts.forEach(it -> inspection.add(
                it, "A rule file has no %s.".formatted(what), "Maybe say it in the conditions of the rule."));
    }

    private void checkRule(RuleDescr rule) {
        if (rule instanceof QueryDescr) {
            inspection.add(rule, "A rule file has no 'query'.", "Maybe say it in the conditions of the rule.");
        } else if (!RULE_NAME.matcher(rule.getName()).matches()) {
            inspection.add(
                    rule, "A rule's name has at most 200 characters, without double quotes and backslashes.", "");
        }
        if (rule.getParentName() != null) {
            inspection.add(
                    rule, "A rule stands alone: 'extends' is not for rules here.", "Maybe repeat the conditions.");
        }
        if (!rule.getNamedConsequences().isEmpty()) {
            inspection.add(rule, "A rule has one 'then'.", "Maybe write two rules.");
        }
        refuseAnnotations(rule, rule.getAnnotationNames());
        checkAttributes(rule.getAttributes().values());
    }

    private void refuseAnnotations(RuleDescr rule, Collection<String> names) {
        names.forEach(it -> inspection.add(
                rule, "Annotations such as '@%s' are not for rules here.".formatted(it), "Maybe a comment says it."));
    }

    private void checkAttributes(Collection<AttributeDescr> attributes) {
        for (var attribute : attributes) {
            var allowed = ATTRIBUTES.get(attribute.getName());
            if (allowed == null) {
                inspection.add(
                        attribute,
                        "The attribute '%s' is not for rules here.".formatted(attribute.getName()),
                        SafeWords.ATTRIBUTES);
            } else if (!allowed.matcher(attribute.getValue()).matches()) {
                inspection.add(
                        attribute,
                        "The attribute '%s' cannot be '%s'.".formatted(attribute.getName(), attribute.getValue()),
                        SafeWords.ATTRIBUTES);
            }
        }
    }
}
