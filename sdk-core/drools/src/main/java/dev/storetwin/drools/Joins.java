package dev.storetwin.drools;

import dev.storetwin.guardrail.Campaign;
import dev.storetwin.guardrail.CarrierOutage;
import dev.storetwin.guardrail.Figure;
import dev.storetwin.guardrail.Limit;
import dev.storetwin.guardrail.Location;
import dev.storetwin.guardrail.NodeOutage;
import dev.storetwin.guardrail.NodeStock;
import dev.storetwin.guardrail.NumberLimit;
import dev.storetwin.guardrail.OrderTerm;
import dev.storetwin.guardrail.OrderedLine;
import dev.storetwin.guardrail.TimeLimit;
import dev.storetwin.proposal.Action;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.ExprConstraintDescr;
import org.drools.drl.ast.descr.PatternDescr;

/**
 * Counts the patterns of one rule that match many facts at once. All their combinations are tried before a rule fires, and with a few such patterns
 * there are more of them than there is time.
 *
 * <p>Of most facts there is one beside an action; of others one of each name, node or line.
 */
final class Joins {

    private static final int MOST_PATTERNS = 20;
    private static final int MOST_FREE = 3;
    /** Facts of which there may be many, and the field that tells them apart. */
    private static final Map<Class<?>, String> MANY = Map.ofEntries(
            Map.entry(Campaign.class, "name"),
            Map.entry(CarrierOutage.class, "carrier"),
            Map.entry(Figure.class, "name"),
            Map.entry(Limit.class, "name"),
            Map.entry(Location.class, "node"),
            Map.entry(NodeOutage.class, "node"),
            Map.entry(NodeStock.class, "node"),
            Map.entry(NumberLimit.class, "name"),
            Map.entry(OrderedLine.class, "line"),
            Map.entry(TimeLimit.class, "name"));

    private static final List<Class<?>> FEW = List.of(Action.class, OrderTerm.class);
    private static final Pattern EQUAL =
            Pattern.compile("\\s*([\\w.]+)\\s*==\\s*(\"[^\"]*\"|-?\\d[\\w.]*|[A-Z][\\w.]*|(\\$\\w+)[\\w.]*)\\s*");

    private int patterns;
    private int free;

    /** @param known the variables bound before the pattern */
    void add(PatternDescr pattern, Optional<Class<?>> type, Bindings known) {
        patterns++;
        if (pattern.getSource() != null
                || type.filter(it -> matchesMany(it, pattern, known)).isPresent()) {
            free++;
        }
    }

    /** Whether there may be too many combinations. */
    boolean areTooMany() {
        return patterns > MOST_PATTERNS || free > MOST_FREE;
    }

    static String words() {
        return "A rule has at most %d patterns, and %d that match many facts: any limit or node, say, or what comes 'from' somewhere."
                .formatted(MOST_PATTERNS, MOST_FREE);
    }

    private static boolean matchesMany(Class<?> type, PatternDescr pattern, Bindings known) {
        var key = MANY.get(type);
        if (key != null) {
            return pattern.getDescrs().stream().noneMatch(it -> isEqual(it, key, known));
        }
        var isOne = type.isRecord() || FEW.stream().anyMatch(it -> it.isAssignableFrom(type));
        return !isOne && pattern.getDescrs().stream().noneMatch(it -> isEqual(it, "", known));
    }

    /** Whether a constraint leaves one value of a field; of any field if it is not named. */
    private static boolean isEqual(Object constraint, String field, Bindings known) {
        if (!(constraint instanceof ExprConstraintDescr expression)) {
            return false;
        }
        var equal = EQUAL.matcher(expression.getExpression());
        return equal.matches()
                && (field.isEmpty() || equal.group(1).equals(field))
                && (equal.group(3) == null || known.has(equal.group(3)));
    }
}
