package dev.storetwin.guardrail;

/**
 * How the action that is judged stands among the alternatives of its proposal, by the planner's objective and before any rule spoke.
 *
 * @param alternatives  how many there are, "do nothing" among them
 * @param rank          1 for one that nothing is worth more than
 * @param expectedValue what it is expected to bring
 * @param expectedGain  the same over doing nothing; negative for what is worse
 */
public record Standing(int alternatives, int rank, double expectedValue, double expectedGain) implements Fact {

    public Standing {
        if (rank < 1 || !Double.isFinite(expectedValue) || !Double.isFinite(expectedGain)) {
            throw new IllegalArgumentException(
                    "Rank %d with value %s and gain %s is no standing, expected a rank from 1 on and numbers.\nMaybe the planner could not value the action."
                            .formatted(rank, expectedValue, expectedGain));
        }
    }

    /** Whether the planner would have taken it. */
    public boolean isFavourite() {
        return rank == 1;
    }
}
