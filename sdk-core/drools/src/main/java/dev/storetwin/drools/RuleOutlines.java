package dev.storetwin.drools;

import dev.storetwin.drools.ConditionCheck.Step;
import dev.storetwin.guardrail.RuleFile;
import dev.storetwin.guardrail.RuleOutline;
import dev.storetwin.guardrail.RuleOutline.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ExistsDescr;
import org.drools.drl.ast.descr.ExprConstraintDescr;
import org.drools.drl.ast.descr.NotDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;

/**
 * What the rules of a file are, and for each condition the rule without it.
 *
 * <p>A constraint can be left out, and so can a whole {@code not} or {@code exists}; what gives a value a name cannot, since others need it.
 */
final class RuleOutlines {

    private static final Pattern NAMES_SOMETHING = Pattern.compile("^\\s*\\$?\\w+\\s*:(?!:).*", Pattern.DOTALL);
    private static final Pattern RULE_NAME = Pattern.compile("(\\brule\\s+)(\"[^\"]*\"|'[^']*'|\\S+)");

    private final DrlFile file;

    private RuleOutlines(DrlFile file) {
        this.file = file;
    }

    static List<RuleOutline> of(CheckedFile checked) {
        var outlines = new RuleOutlines(checked.file());
        return checked.rules().stream().map(it -> outlines.outline(it.descr())).toList();
    }

    private RuleOutline outline(RuleDescr rule) {
        var conditions = new ArrayList<Condition>();
        for (var part : rule.getLhs().getDescrs()) {
            if (part instanceof NotDescr || part instanceof ExistsDescr) {
                conditions.add(without(rule, part, conditions.size() + 1, file.end(part)));
            } else if (part instanceof PatternDescr pattern && pattern.getSource() == null) {
                for (var constraint : pattern.getDescrs()) {
                    if (constraint instanceof ExprConstraintDescr it && !namesSomething(it)) {
                        conditions.add(without(rule, it, conditions.size() + 1, file.end(it)));
                    }
                }
            }
        }
        var place = file.finding(rule, "", "");
        return new RuleOutline(rule.getName(), place.file(), place.line(), place.column(), conditions);
    }

    static boolean namesSomething(ExprConstraintDescr constraint) {
        return NAMES_SOMETHING.matcher(constraint.getExpression()).matches();
    }

    private Condition without(RuleDescr rule, BaseDescr part, int number, int end) {
        int start = DrlFile.start(part);
        var probe = "%.180s without %d".formatted(rule.getName(), number);
        var kept = new StringBuilder(file.text().text());
        var left = withComma(start, end);
        blank(kept, left.start(), left.end());
        file.rules().stream().filter(it -> !it.getName().equals(rule.getName())).forEach(it -> blank(kept, it));
        var named = RULE_NAME.matcher(kept).region(DrlFile.start(rule), kept.length());
        var drl = named.find()
                ? kept.replace(named.start(2), named.end(2), '"' + probe + '"').toString()
                : kept.toString();
        var place = file.text().finding(start, "", "");
        var words = file.text().text().substring(start, end).strip();
        return new Condition(words, place.line(), place.column(), new RuleFile(probe, drl));
    }

    private void blank(StringBuilder text, RuleDescr rule) {
        blank(text, DrlFile.start(rule), file.end(rule));
    }

    /** Lines stay where they are. */
    private static void blank(StringBuilder text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (text.charAt(i) != '\n') {
                text.setCharAt(i, ' ');
            }
        }
    }

    /** The place of a constraint with the comma after it or, of the last, before it. */
    private Step withComma(int start, int end) {
        var code = file.text().code();
        int after = end;
        while (after < code.length() && Character.isWhitespace(code.charAt(after))) {
            after++;
        }
        if (after < code.length() && code.charAt(after) == ',') {
            return new Step(start, after + 1);
        }
        int before = start - 1;
        while (before >= 0 && Character.isWhitespace(code.charAt(before))) {
            before--;
        }
        return new Step(before >= 0 && code.charAt(before) == ',' ? before : start, end);
    }
}
