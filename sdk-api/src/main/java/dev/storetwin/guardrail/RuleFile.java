package dev.storetwin.guardrail;

/**
 * One file of rules.
 *
 * @param name    as errors name it
 * @param content DRL text; of a {@code .csv} limits, or a table of rules
 */
public record RuleFile(String name, String content) implements Comparable<RuleFile> {

    @Override
    public int compareTo(RuleFile other) {
        return name.compareTo(other.name);
    }
}
