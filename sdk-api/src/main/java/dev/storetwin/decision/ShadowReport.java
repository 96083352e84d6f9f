package dev.storetwin.decision;

import dev.storetwin.guardrail.RuleHit;
import dev.storetwin.proposal.Action;
import dev.storetwin.type.DecisionId;
import dev.storetwin.type.Target;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which past decisions would have come out otherwise under other rules.
 *
 * @param rules    name of the other rules
 * @param hash     of their content
 * @param judged   how many decisions were made again
 * @param changes  those that come out otherwise, oldest first
 * @param unjudged those that could not be made again, oldest first
 * @param complete false when whoever looked on ended the run
 */
public record ShadowReport(
        String rules, String hash, int judged, List<Change> changes, List<Unjudged> unjudged, boolean complete) {

    public ShadowReport {
        changes = List.copyOf(changes);
        unjudged = List.copyOf(unjudged);
    }

    /**
     * A decision that comes out otherwise.
     *
     * @param before as it was written down
     * @param after  under the other rules
     */
    public record Change(DecisionId decision, Instant asOf, Target target, Ending before, Ending after) {}

    /**
     * How a decision ends.
     *
     * @param action in words: what is done, or waits for a yes; empty for nothing
     * @param hits   of all rules that spoke about any alternative
     */
    public record Ending(DecisionStatus status, Optional<String> action, List<RuleHit> hits) {

        public Ending {
            hits = List.copyOf(hits);
        }

        public static Ending of(Decision<?> decision) {
            return new Ending(decision.status(), described(decision), decision.ruleHits());
        }

        private static <A extends Action> Optional<String> described(Decision<A> decision) {
            return decision.action().or(decision::pending).map(Action::describe);
        }

        /** Whether the same is done in both; which rules spoke on the way does not matter. */
        public boolean isSame(Ending other) {
            return status == other.status && action.equals(other.action);
        }

        /** For example {@code do nothing (blocked by floor)}. */
        public String inWords() {
            var rules = hits.stream().map(RuleHit::rule).distinct().collect(Collectors.joining(", "));
            return "%s (%s%s)"
                    .formatted(
                            action.orElse("do nothing"),
                            status.label().replace('_', ' '),
                            rules.isEmpty() ? "" : "; rules that spoke: " + rules);
        }
    }

    /**
     * A decision that could not be made again.
     *
     * @param reason what is missing, and what may help
     */
    public record Unjudged(DecisionId decision, String reason) {}

    /** The report for people, a line for each change and for each decision that could not be judged. */
    public String inWords() {
        var lines = new StringBuilder("%d of %d decisions would come out otherwise under %s%s."
                .formatted(changes.size(), judged, rules, complete ? "" : " (the run was ended early)"));
        changes.forEach(it -> lines.append("%n  %s %s: %s, then %s"
                .formatted(
                        it.decision(),
                        it.target(),
                        it.before().inWords(),
                        it.after().inWords())));
        unjudged.forEach(it -> lines.append("%n  %s could not be judged: %s".formatted(it.decision(), it.reason())));
        return lines.toString();
    }
}
