package dev.storetwin.drools;

import dev.storetwin.guardrail.Guard;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.kie.memorycompiler.CompilationProblem;
import org.kie.memorycompiler.resources.MemoryResourceReader;
import org.kie.memorycompiler.resources.MemoryResourceStore;

/**
 * Lets the Java compiler check the consequences of one file.
 *
 * <p>How it works: each consequence becomes a method, letter for letter, whose parameters are the rule's variables; a problem the compiler
 * finds at an offset of that class is then a problem at an offset of the rule file. The class is thrown away. A rule is left out when the type of
 * a variable that it uses is not known here; the rule compiler checks it later, only less precisely.
 */
final class ConsequenceTypes {

    private static final String CLASS = "Consequences";
    private static final Pattern NO_METHOD =
            Pattern.compile("The method (\\w+)\\(.*\\) is undefined for the type (\\w+)");
    private static final Pattern NO_NAME = Pattern.compile("(\\S+) cannot be resolved.*", Pattern.DOTALL);

    private final Inspection inspection;
    private final ClassLoader loader;
    private final StringBuilder java = new StringBuilder();
    private final List<Copy> copies = new ArrayList<>();

    /** Text of the rule file at one offset that stands in the class at another. */
    private record Copy(int inClass, int inFile, int length) {}

    ConsequenceTypes(Inspection inspection, ClassLoader loader) {
        this.inspection = inspection;
        this.loader = loader;
    }

    void check(List<CheckedRule> rules) {
        write(rules);
        var sources = new MemoryResourceReader();
        var path = path();
        sources.add(path, java.toString().getBytes(StandardCharsets.UTF_8));
        var result =
                RuleClasses.javaCompiler().compile(new String[] {path}, sources, new MemoryResourceStore(), loader);
        Arrays.stream(result.getErrors()).forEach(it -> add(it, rules));
    }

    private String path() {
        var packageName = inspection.file().descr().getNamespace();
        return (packageName.isEmpty() ? "" : packageName.replace('.', '/') + "/") + CLASS + ".java";
    }

    private void write(List<CheckedRule> rules) {
        var descr = inspection.file().descr();
        if (!descr.getNamespace().isEmpty()) {
            java.append("package ").append(descr.getNamespace()).append(";\n");
        }
        for (var line : descr.getImports()) {
            java.append("import ");
            int at = inspection.file().text().text().indexOf(line.getTarget(), DrlFile.start(line));
            copy(line.getTarget(), at);
            java.append(";\n");
        }
        java.append("final class ").append(CLASS).append(" {\n");
        if (!descr.getGlobals().isEmpty()) {
            java.append(Guard.class.getName()).append(" guard;\n");
        }
        java.append("void update(Object fact) {}\n");
        rules.stream().filter(ConsequenceTypes::isKnown).forEach(this::writeRule);
        java.append("}\n");
    }

    private void writeRule(CheckedRule rule) {
        var parameters = used(rule).stream()
                .map(it -> rule.bindings().type(it).orElseThrow().getCanonicalName() + " " + it)
                .collect(Collectors.joining(", "));
        java.append("void rule%d(%s) throws Exception {\n".formatted(copies.size(), parameters));
        copy(rule.consequence().java(), rule.consequence().start());
        java.append("\n}\n");
    }

    private void copy(String text, int inFile) {
        copies.add(new Copy(java.length(), inFile, text.length()));
        java.append(text);
    }

    /** Whether the types of all that a consequence uses are known here. */
    static boolean isKnown(CheckedRule rule) {
        return rule.consequence().isPlainJava()
                && used(rule).stream().allMatch(it -> rule.bindings()
                        .type(it)
                        .filter(ConsequenceTypes::isWritable)
                        .isPresent());
    }

    /** Type arguments of a field are not kept, and without them Java would complain of what is right. */
    private static boolean isWritable(Class<?> type) {
        return type.getCanonicalName() != null && type.getTypeParameters().length == 0;
    }

    private static List<String> used(CheckedRule rule) {
        var text = rule.consequence().java();
        return rule.bindings().names().stream()
                .filter(it -> Pattern.compile("(?<![\\w$])" + Pattern.quote(it) + "(?![\\w$])")
                        .matcher(text)
                        .find())
                .toList();
    }

    private void add(CompilationProblem problem, List<CheckedRule> rules) {
        int at = problem.getStartColumn();
        for (var copy : copies) {
            if (copy.inClass() <= at && at <= copy.inClass() + copy.length()) {
                int inFile = copy.inFile() + at - copy.inClass();
                inspection.add(inFile, problem.getMessage() + ".", hint(problem.getMessage(), rules));
                return;
            }
        }
        inspection.add("The Java of a consequence does not compile: " + problem.getMessage(), "");
    }

    private String hint(String message, List<CheckedRule> rules) {
        var method = NO_METHOD.matcher(message);
        if (method.matches()) {
            return type(method.group(2), rules)
                    .map(it -> Closest.hint(method.group(1), new Members(it).methodNames()))
                    .orElse("");
        }
        var name = NO_NAME.matcher(message);
        if (!name.matches()) {
            return "";
        }
        if (name.group(1).equals("guard")) {
            return "Maybe 'global Guard guard' is missing below the imports.";
        }
        var names = rules.stream()
                .flatMap(it -> it.bindings().names().stream())
                .distinct()
                .toList();
        return Closest.hint(name.group(1), names);
    }

    /** A type by the simple name that the compiler uses. */
    private Optional<Class<?>> type(String simpleName, List<CheckedRule> rules) {
        return inspection.types().find(simpleName).or(() -> rules.stream()
                .flatMap(it -> it.bindings().names().stream().flatMap(name -> it.bindings().type(name).stream()))
                .filter(it -> it.getSimpleName().equals(simpleName))
                .findFirst());
    }
}
