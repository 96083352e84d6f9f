package dev.storetwin.drools;

import dev.storetwin.guardrail.Finding;
import dev.storetwin.guardrail.RuleFile;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The text of one rule file, in which every offset has a line and a column.
 *
 * @param name as findings name it
 * @param text as written, with a line feed wherever a line ends
 * @param code the same without what stands in comments and quotes: equally long, with spaces instead
 */
record DrlText(String name, String text, String code) {

    /** Ends a line for Java, though hardly an editor shows it. */
    private static final Pattern LONE_RETURN = Pattern.compile("\\r(?!\\n)");

    static DrlText of(RuleFile file) {
        var content = file.content().startsWith("\uFEFF") ? file.content().substring(1) : file.content();
        var text = LONE_RETURN.matcher(content).replaceAll("\n");
        return new DrlText(file.name(), text, DrlScan.of(text).code());
    }

    Finding finding(int offset, String problem, String hint) {
        int start = Math.max(0, Math.min(offset, text.length()));
        int lineStart = text.lastIndexOf('\n', start - 1) + 1;
        return new Finding(name, lineOf(start), start - lineStart + 1, problem, hint);
    }

    /** About the whole file. */
    Finding finding(String problem, String hint) {
        return new Finding(name, 0, 0, problem, hint);
    }

    private int lineOf(int offset) {
        return 1
                + (int) text.substring(0, offset)
                        .chars()
                        .filter(it -> it == '\n')
                        .count();
    }

    /**
     * The offset of a place.
     *
     * @param line   from 1
     * @param column from 0
     */
    int offset(int line, int column) {
        int start = IntStream.range(1, Math.max(1, line)).reduce(0, (from, it) -> nextLine(from));
        return Math.min(text.length(), start + Math.max(0, column));
    }

    private int nextLine(int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end + 1;
    }

    /** Where a word stands in the code between two offsets; the first offset when it is not there. */
    int find(String word, int from, int until) {
        var region = code.substring(from, Math.min(code.length(), until));
        var matcher = Pattern.compile("(?<![\\w$])" + Pattern.quote(word) + "(?![\\w$])")
                .matcher(region);
        return matcher.find() ? from + matcher.start() : from;
    }
}
