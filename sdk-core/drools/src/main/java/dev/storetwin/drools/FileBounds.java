package dev.storetwin.drools;

import dev.storetwin.guardrail.Finding;
import java.util.List;
import org.drools.drl.ast.descr.AndDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ConditionalElementDescr;
import org.drools.drl.ast.descr.OrDescr;
import org.drools.drl.ast.descr.RuleDescr;

/**
 * How large and how deep rules may be. Nobody who writes a rule by hand comes near; beyond, parsers and the rule compiler run out of time or of
 * stack.
 */
final class FileBounds {

    private static final int MOST_CHARACTERS = 1_000_000;
    private static final int DEEPEST_BRACKETS = 10;
    private static final int LONGEST_RULE = 10_000;
    private static final int MOST_ALTERNATIVES = 64;

    private FileBounds() {}

    /** Looks at a file before it is parsed. */
    static void check(DrlText text, List<Finding> findings) {
        if (text.text().length() > MOST_CHARACTERS) {
            findings.add(text.finding(
                    0,
                    "The file has more than %,d characters.".formatted(MOST_CHARACTERS),
                    "Maybe several files say it."));
            return;
        }
        int depth = 0;
        for (int at = 0; at < text.code().length(); at++) {
            char sign = text.code().charAt(at);
            depth = "([{".indexOf(sign) >= 0 ? depth + 1 : ")]}".indexOf(sign) >= 0 ? Math.max(0, depth - 1) : depth;
            if (depth > DEEPEST_BRACKETS) {
                findings.add(text.finding(
                        at,
                        "Brackets are nested more than %d deep.".formatted(DEEPEST_BRACKETS),
                        "Maybe give a part of it a name."));
                return;
            }
        }
    }

    /** Whether a rule can be looked at; if not, that is said. */
    static boolean check(RuleDescr rule, Inspection inspection) {
        var file = inspection.file();
        long signs = file.text()
                .code()
                .substring(DrlFile.start(rule), file.end(rule))
                .chars()
                .filter(it -> !Character.isWhitespace(it))
                .count();
        if (signs > LONGEST_RULE) {
            inspection.add(
                    rule,
                    "A rule has more than %,d characters, without those in quotes and comments."
                            .formatted(LONGEST_RULE),
                    "Maybe several rules say it, or a table.");
        } else if (alternatives(rule.getLhs()) > MOST_ALTERNATIVES) {
            inspection.add(
                    rule,
                    "Its 'or' conditions make more than %d alternatives of the rule.".formatted(MOST_ALTERNATIVES),
                    "Maybe several rules say it, or 'in (...)' within a pattern.");
        }
        return signs <= LONGEST_RULE && alternatives(rule.getLhs()) <= MOST_ALTERNATIVES;
    }

    /** The rule compiler makes a rule of its own for each way through 'or'. */
    private static long alternatives(BaseDescr descr) {
        if (!(descr instanceof ConditionalElementDescr group)) {
            return 1;
        }
        long all = descr instanceof OrDescr ? 0 : 1;
        for (Object part : group.getDescrs()) {
            long ways = alternatives((BaseDescr) part);
            all = descr instanceof OrDescr ? all + ways : all * ways;
            if (all > MOST_ALTERNATIVES) {
                return all;
            }
        }
        return descr instanceof AndDescr || descr instanceof OrDescr ? all : Math.max(1, all);
    }
}
