package dev.storetwin.cli.report;

/**
 * How often one rule spoke.
 *
 * @param blocked   alternatives that it blocked
 * @param reviewed  alternatives that it wants somebody to look at
 * @param adjusted  alternatives that it changed
 * @param decisions decisions with any of these
 * @param example   its reason in one of them
 */
public record RuleTally(String rule, long blocked, long reviewed, long adjusted, long decisions, String example) {

    public long total() {
        return blocked + reviewed + adjusted;
    }
}
