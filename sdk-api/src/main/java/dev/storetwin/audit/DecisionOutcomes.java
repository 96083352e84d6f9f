package dev.storetwin.audit;

import dev.storetwin.type.DecisionId;
import java.time.Instant;
import java.util.List;

/**
 * What became of a decision: what was done about it, and how its target fared since. That one follows the other does not prove that it
 * follows from it.
 *
 * @param since   when it was carried out first; the moment of the decision when it was not
 * @param applied whether it was carried out
 * @param acts    all that the trail tells of it, in order
 * @param windows from the shortest to the longest; none for a decision that is not about a SKU
 */
public record DecisionOutcomes(
        DecisionId decision, Instant since, boolean applied, List<Outcome> acts, List<OutcomeWindow> windows) {

    public DecisionOutcomes {
        acts = List.copyOf(acts);
        windows = List.copyOf(windows);
    }
}
