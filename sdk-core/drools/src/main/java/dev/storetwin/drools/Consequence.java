package dev.storetwin.drools;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ParserConfiguration.LanguageLevel;
import com.github.javaparser.Position;
import com.github.javaparser.Problem;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.stmt.BlockStmt;
import java.util.Optional;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.mvel.parser.MvelParser;

/**
 * What stands between {@code then} and {@code end} of one rule.
 *
 * @param text  the file
 * @param start offset of its first character
 * @param java  as written
 */
record Consequence(DrlText text, int start, String java) {

    private static final Pattern THEN = Pattern.compile("\\bthen\\b");
    private static final Pattern FOUND = Pattern.compile("Found +\"(.*?)\"");

    static Consequence of(DrlFile file, RuleDescr rule) {
        var java = rule.getConsequence() instanceof String it ? it : "";
        var then = THEN.matcher(file.text().code());
        int conditions = Math.max(DrlFile.start(rule), file.end(rule.getLhs()));
        int after = then.find(conditions) ? then.end() : conditions;
        return new Consequence(file.text(), Math.max(0, file.text().text().indexOf(java, after)), java);
    }

    int end() {
        return start + java.length();
    }

    /** Whether it is written in Java alone; {@code modify} is a word of DRL. */
    boolean isPlainJava() {
        return parser().parseBlock("{\n" + java + "\n}").isSuccessful();
    }

    /** As Java, or nothing after saying what is wrong with it. */
    Optional<BlockStmt> block(Inspection inspection) {
        var parser = parser();
        var result = parser.parseBlock("{\n" + java + "\n}");
        if (result.isSuccessful()) {
            return result.getResult();
        }
        var withModify = modifying();
        if (withModify.isEmpty()) {
            addSyntaxError(inspection, result.getProblems().get(0));
        }
        return withModify;
    }

    private static JavaParser parser() {
        return new JavaParser(new ParserConfiguration().setLanguageLevel(LanguageLevel.JAVA_17));
    }

    private Optional<BlockStmt> modifying() {
        if (!java.contains("modify")) {
            return Optional.empty();
        }
        try {
            return Optional.of(MvelParser.parseBlock("{\n" + java + "\n}"));
        } catch (RuntimeException notEvenThen) {
            return Optional.empty();
        }
    }

    /** The parser's place is the last token that it understood. */
    private void addSyntaxError(Inspection inspection, Problem problem) {
        int last = problem.getLocation()
                .flatMap(it -> it.getBegin().getRange())
                .map(it -> offset(it.begin))
                .orElse(start);
        var open = Brackets.openBefore(text.code(), start, end());
        var word = FOUND.matcher(problem.getMessage());
        if (open.isPresent()) {
            inspection.add(open.getAsInt(), "This bracket is not closed.", "");
        } else if (problem.getMessage().contains("\";\"")) {
            inspection.add(last, "A ';' is missing after this.", "");
        } else {
            inspection.add(
                    last,
                    word.find() ? "Unexpected '%s' after this.".formatted(word.group(1)) : "This is not Java.",
                    "");
        }
    }

    /** Where a part of it stands in the file; the parser of {@code modify} keeps no places. */
    int offset(Node node) {
        return node.getBegin()
                .filter(it -> it.line > 1)
                .map(this::offset)
                .orElseGet(() -> text.find(NodeWords.text(node), start, end()));
    }

    /** The parser saw an opening bracket on a line of its own before it. */
    private int offset(Position position) {
        int lineStart = start;
        for (int line = 2; line < position.line; line++) {
            int newline = text.text().indexOf('\n', lineStart);
            lineStart = newline < 0 ? lineStart : newline + 1;
        }
        return Math.min(lineStart + position.column - 1, end());
    }
}
