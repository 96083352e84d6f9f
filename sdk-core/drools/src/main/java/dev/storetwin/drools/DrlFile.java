package dev.storetwin.drools;

import dev.storetwin.guardrail.Finding;
import dev.storetwin.guardrail.RuleFile;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsError;
import org.drools.drl.parser.DroolsParserException;
import org.drools.drl.parser.ParserError;
import org.kie.internal.builder.conf.LanguageLevelOption;

/**
 * One rule file, read.
 *
 * @param text  as written
 * @param descr what the DRL parser made of it
 */
record DrlFile(DrlText text, PackageDescr descr) {

    private static final Pattern UNICODE_ESCAPE = Pattern.compile("\\\\u+[0-9a-fA-F]{4}");
    private static final Pattern NUMBER_AND_PLACE = Pattern.compile("^\\[ERR \\d+] Line \\d+:\\d+ ");
    private static final Pattern UNEXPECTED =
            Pattern.compile("(?:mismatched input|no viable alternative at input) '(.*?)'([^']*.*)$", Pattern.DOTALL);
    private static final Pattern RULE = Pattern.compile("\\brule\\b");
    private static final Pattern AFTER_CONDITIONS = Pattern.compile("\\b(then|end)\\b");
    private static final List<String> KEYWORDS =
            List.of("dialect", "end", "global", "import", "no-loop", "package", "rule", "salience", "then", "when");

    /** Reads a file, or adds what is wrong with it to the findings. */
    static Optional<DrlFile> read(RuleFile file, List<Finding> findings) {
        var text = DrlText.of(file);
        var before = findings.size();
        findOpenQuotes(text, findings);
        findUnicodeEscapes(text, findings);
        HiddenSigns.find(text, findings);
        FileBounds.check(text, findings);
        return findings.size() > before ? Optional.empty() : parse(text, findings);
    }

    private static void findOpenQuotes(DrlText text, List<Finding> findings) {
        for (var opening : DrlScan.of(text.text()).openings()) {
            findings.add(text.finding(
                    opening, "A quote or comment begins here and does not end.", "Maybe its closing sign is missing."));
        }
    }

    /** Java reads them before anything else, so that code could hide in them. */
    private static void findUnicodeEscapes(DrlText text, List<Finding> findings) {
        var escape = UNICODE_ESCAPE.matcher(text.text());
        while (escape.find()) {
            findings.add(text.finding(
                    escape.start(),
                    "Unicode escapes such as '%s' are not for rules.".formatted(escape.group()),
                    "Maybe write the character itself."));
        }
    }

    private static Optional<DrlFile> parse(DrlText text, List<Finding> findings) {
        var parser = new DrlParser(LanguageLevelOption.DRL6);
        try {
            var descr = parser.parse(new StringReader(text.text()));
            if (!parser.hasErrors()) {
                return Optional.of(new DrlFile(text, descr == null ? new PackageDescr() : descr));
            }
        } catch (DroolsParserException | RuntimeException | StackOverflowError unreadable) {
            findings.add(text.finding("The file cannot be read as DRL (%s).".formatted(unreadable), ""));
        }
        parser.getErrors().forEach(it -> findings.add(syntaxError(text, it)));
        return Optional.empty();
    }

    private static Finding syntaxError(DrlText text, DroolsError error) {
        var message =
                NUMBER_AND_PLACE.matcher(error.getMessage()).replaceFirst("").replaceFirst("\\.?\\s*$", ".");
        int offset = error instanceof ParserError it ? text.offset(it.getRow(), it.getCol()) : 0;
        var open = openBracket(text, offset);
        if (open.isPresent()) {
            return text.finding(open.getAsInt(), "This bracket is not closed.", "");
        }
        var unexpected = UNEXPECTED.matcher(message);
        if (!unexpected.find()) {
            return text.finding(offset, message, "");
        }
        var word = unexpected.group(1);
        var place = unexpected.group(2).replaceFirst(" expecting one of.*", ".");
        return word.equals("<eof>")
                ? text.finding(offset, "The file ends too early" + place, "Maybe an 'end' is missing.")
                : text.finding(offset, "Unexpected '%s'%s".formatted(word, place), hint(word, place));
    }

    /** A bracket in the conditions around a place that is still open where they end. */
    private static OptionalInt openBracket(DrlText text, int offset) {
        var rule = RULE.matcher(text.code()).region(0, offset);
        int start = rule.results().mapToInt(MatchResult::start).max().orElse(0);
        var after = AFTER_CONDITIONS.matcher(text.code());
        return Brackets.openBefore(text.code(), start, after.find(start) ? after.start() : offset);
    }

    private static String hint(String word, String place) {
        if (place.equals(" in rule.")) {
            return "Maybe the rule has no name.";
        }
        return KEYWORDS.contains(word)
                ? "Maybe a 'when', a 'then' or an 'end' is missing before it."
                : Closest.hint(word, KEYWORDS);
    }

    List<RuleDescr> rules() {
        return descr.getRules();
    }

    Finding finding(BaseDescr at, String problem, String hint) {
        return text.finding(start(at), problem, hint);
    }

    /** Where a part of the file begins; its parser leaves some without a place. */
    static int start(BaseDescr descr) {
        return Math.max(0, descr.getStartCharacter());
    }

    /** Where a part of the file ends, exclusively. */
    int end(BaseDescr descr) {
        return Math.min(text.text().length(), Math.max(start(descr), descr.getEndCharacter() + 1));
    }
}
