package dev.storetwin.drools;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A regular expression of a rule. Java tries all ways in which one can match, and a few signs may mean more ways than there are seconds.
 *
 * <p>How it works: what multiplies ways is counted. A repeated group, and a reference back to one, may do so without end and is refused.
 */
final class TextPattern {

    private static final int MOST_REPETITIONS = 3;
    private static final int MOST_OPTIONS = 6;

    private static final Pattern ESCAPED = Pattern.compile("\\\\Q.*?(?:\\\\E|$)|\\\\[^1-9k]", Pattern.DOTALL);
    private static final Pattern CLASS = Pattern.compile("\\[\\^?]?[^\\[\\]]*]");
    private static final Pattern SAFE_GROUP = Pattern.compile("\\(\\?(:|[imsu]*\\))");
    private static final Pattern UNSAFE = Pattern.compile("\\)\\s*[*+{]|\\\\[1-9k]|\\(\\?|&&");
    private static final Pattern REPETITION = Pattern.compile("[*+]|\\{\\d+,\\d*}");
    private static final Pattern OPTION = Pattern.compile("[?|]");

    private TextPattern() {}

    /** Whether it is a regular expression, and one that is soon matched against whatever text. */
    static boolean isHarmless(String regex) {
        var bare = SAFE_GROUP
                .matcher(CLASS.matcher(ESCAPED.matcher(regex).replaceAll("x")).replaceAll("x"))
                .replaceAll("(");
        return isPattern(regex)
                && !UNSAFE.matcher(bare).find()
                && REPETITION.matcher(bare).results().count() <= MOST_REPETITIONS
                && OPTION.matcher(withoutTopAlternatives(bare)).results().count() <= MOST_OPTIONS;
    }

    private static boolean isPattern(String regex) {
        try {
            Pattern.compile(regex);
            return true;
        } catch (PatternSyntaxException | StackOverflowError notOne) {
            return false;
        }
    }

    /** Alternatives outside of all groups are tried one after another, and so add up. */
    private static String withoutTopAlternatives(String bare) {
        var rest = new StringBuilder();
        int depth = 0;
        for (int at = 0; at < bare.length(); at++) {
            char sign = bare.charAt(at);
            depth += sign == '(' ? 1 : sign == ')' ? -1 : 0;
            if (sign != '|' || depth > 0) {
                rest.append(sign);
            }
        }
        return rest.toString();
    }
}
