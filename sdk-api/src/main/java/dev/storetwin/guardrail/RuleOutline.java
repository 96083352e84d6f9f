package dev.storetwin.guardrail;

import java.util.List;

/**
 * One rule of a set as its file tells it: what test kits and checks go by.
 *
 * @param name       its name
 * @param file       where it stands
 * @param line       from 1
 * @param column     from 1; in a {@code .csv} the number of the cell
 * @param conditions those that can be left out, so that one can see whether they matter; not those that name something
 */
public record RuleOutline(String name, String file, int line, int column, List<Condition> conditions) {

    public RuleOutline {
        conditions = List.copyOf(conditions);
    }

    /**
     * One condition of a rule.
     *
     * @param text   as written
     * @param line   from 1
     * @param column from 1; in a {@code .csv} the number of the cell
     * @param probe  a rule file with this rule alone, named by {@link #probeName}, without this condition
     */
    public record Condition(String text, int line, int column, RuleFile probe) {

        /** The name of the rule in the probe, which no other rule has. */
        public String probeName() {
            return probe.name();
        }
    }
}
