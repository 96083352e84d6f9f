package dev.storetwin.core.guardrail;

import dev.storetwin.feature.NearestName;
import dev.storetwin.guardrail.Fact;
import dev.storetwin.guardrail.Finding;
import dev.storetwin.guardrail.Limit;
import dev.storetwin.guardrail.NumberLimit;
import dev.storetwin.guardrail.RuleFile;
import dev.storetwin.guardrail.RuleSet;
import dev.storetwin.guardrail.TimeLimit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Whether each limit that rules ask for by name stands in a table, and as the kind that they ask for: a rule about a limit that nobody set
 * never fires. A rule may also ask that there be none; and a host may give limits of its own, so this warns.
 */
final class LimitCheck {

    private final Map<String, Class<? extends Fact>> known = new TreeMap<>();

    /** @param limits of the tables */
    LimitCheck(List<Fact> limits) {
        limits.forEach(it -> known.put(name(it), it.getClass()));
    }

    private static String name(Fact limit) {
        if (limit instanceof Limit money) {
            return money.name();
        }
        return limit instanceof NumberLimit number ? number.name() : ((TimeLimit) limit).name();
    }

    List<Finding> findings(RuleSet inDrl) {
        return inDrl.files().stream().flatMap(this::findings).toList();
    }

    private Stream<Finding> findings(RuleFile file) {
        return Stream.of(Limit.class, NumberLimit.class, TimeLimit.class)
                .flatMap(kind -> NamedPattern.of(file, kind).stream()
                        .filter(it -> !it.none())
                        .flatMap(it -> finding(it, kind).stream()))
                .sorted();
    }

    private Optional<Finding> finding(NamedPattern pattern, Class<? extends Fact> kind) {
        return pattern.name().map(NamedPattern.Name::value).flatMap(name -> {
            var set = known.get(name);
            if (set == kind) {
                return Optional.empty();
            }
            return Optional.of(set == null ? unknown(pattern, name) : otherKind(pattern, name, kind, set));
        });
    }

    private Finding unknown(NamedPattern pattern, String name) {
        return pattern.finding(
                "No table has a limit named '%s': the rule never fires unless the application gives it."
                        .formatted(name),
                NearestName.hint(
                        name,
                        List.copyOf(known.keySet()),
                        "Maybe add the row %s,*,... to the table of limits.".formatted(name)));
    }

    private static Finding otherKind(
            NamedPattern pattern, String name, Class<? extends Fact> asked, Class<? extends Fact> set) {
        return pattern.finding(
                "The table has '%s' as a %s, not as a %s: the rule never fires."
                        .formatted(name, set.getSimpleName(), asked.getSimpleName()),
                "Maybe ask for %s(name == \"%s\", ...), or write %s in the table."
                        .formatted(set.getSimpleName(), name, example(asked)));
    }

    private static String example(Class<? extends Fact> kind) {
        return kind == Limit.class ? "49.90 EUR" : kind == NumberLimit.class ? "30 or 12 %" : "16:30";
    }
}
