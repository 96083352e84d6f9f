package dev.storetwin.core.experiment;

import dev.storetwin.proposal.Alternative;
import dev.storetwin.proposal.Belief;
import dev.storetwin.proposal.Evidence;
import java.util.Optional;

/**
 * One of the things that the guardrails left.
 *
 * @param words       as a decision puts it
 * @param isDoNothing whether it leaves all as it is
 * @param belief      how sure its value is; without one it is never tried
 * @param stockOut    probability of running out; 0 where nothing is said of it
 */
public record Candidate(String words, boolean isDoNothing, Optional<Belief> belief, double stockOut) {

    public static Candidate of(Alternative<?> alternative) {
        return new Candidate(
                alternative.describe(), alternative.isDoNothing(), alternative.belief(), stockOut(alternative));
    }

    private static double stockOut(Alternative<?> alternative) {
        return alternative.evidence().stream()
                .filter(it -> it.name().equals(Evidence.STOCK_OUT))
                .mapToDouble(Evidence::value)
                .findFirst()
                .orElse(0);
    }

    double mean() {
        return belief.orElseThrow().mean();
    }
}
