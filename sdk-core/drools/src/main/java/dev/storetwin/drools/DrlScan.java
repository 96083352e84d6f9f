package dev.storetwin.drools;

import java.util.ArrayList;
import java.util.List;

/**
 * What stands where in a DRL text: code, comments, quotes. Read before any parser, since an open quote makes a parser complain far away from
 * it.
 *
 * @param code     the text with spaces instead of comments and of what is quoted
 * @param openings offsets of quotes and comments that do not end
 */
record DrlScan(String code, List<Integer> openings) {

    static DrlScan of(String text) {
        var scanner = new Scanner(text);
        return new DrlScan(scanner.run(), List.copyOf(scanner.openings));
    }

    private static final class Scanner {

        private final String text;
        private final char[] code;
        private final List<Integer> openings = new ArrayList<>();

        Scanner(String text) {
            this.text = text;
            this.code = text.toCharArray();
        }

        String run() {
            int at = 0;
            while (at < text.length()) {
                at = step(at);
            }
            return new String(code);
        }

        private int step(int at) {
            if (text.startsWith("//", at)) {
                return blank(at, endOfLine(at));
            }
            if (text.startsWith("/*", at)) {
                return blankUntil(at, at + 2, "*/");
            }
            if (text.startsWith("\"\"\"", at)) {
                return blankUntil(at, at + 3, "\"\"\"");
            }
            char character = text.charAt(at);
            return character == '"' || character == '\'' ? quoted(at, character) : at + 1;
        }

        private int blankUntil(int start, int from, String closing) {
            int end = text.indexOf(closing, from);
            if (end < 0) {
                openings.add(start);
                return blank(start, text.length());
            }
            return blank(start, end + closing.length());
        }

        private int quoted(int start, char quote) {
            int end = endOfLine(start);
            for (int at = start + 1; at < end; at++) {
                if (text.charAt(at) == '\\') {
                    at++;
                } else if (text.charAt(at) == quote) {
                    blank(start + 1, at);
                    return at + 1;
                }
            }
            openings.add(start);
            return blank(start + 1, end);
        }

        private int endOfLine(int at) {
            int end = text.indexOf('\n', at);
            return end < 0 ? text.length() : end;
        }

        private int blank(int from, int until) {
            for (int at = from; at < until; at++) {
                if (code[at] != '\n') {
                    code[at] = ' ';
                }
            }
            return until;
        }
    }
}
