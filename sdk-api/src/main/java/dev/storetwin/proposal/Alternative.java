package dev.storetwin.proposal;

import java.util.List;
import java.util.Optional;

/**
 * One thing that could be done, or nothing.
 *
 * @param action        empty for "do nothing"
 * @param expectedValue by the proposal's objective; more is better
 * @param evidence      what the number rests on
 * @param posterior     how sure the value is; empty where nothing can be said, and then it is never tried to learn
 */
public record Alternative<A extends Action>(
        Optional<A> action, double expectedValue, List<Evidence> evidence, Optional<Posterior> posterior) {

    public Alternative {
        evidence = List.copyOf(evidence);
        if (Double.isNaN(expectedValue)) {
            throw new IllegalArgumentException(
                    "An alternative needs a value to be compared by, not NaN.\nMaybe a forecast or a cost is missing: say so in Proposal.insufficient.");
        }
    }

    /** Nothing is said of how sure the value is. */
    public Alternative(Optional<A> action, double expectedValue, List<Evidence> evidence) {
        this(action, expectedValue, evidence, Optional.empty());
    }

    public static <A extends Action> Alternative<A> of(A action, double expectedValue, Evidence... evidence) {
        return new Alternative<>(Optional.of(action), expectedValue, List.of(evidence));
    }

    public static <A extends Action> Alternative<A> doNothing(double expectedValue, Evidence... evidence) {
        return new Alternative<>(Optional.empty(), expectedValue, List.of(evidence));
    }

    /** The same with how sure its value is. */
    public Alternative<A> withPosterior(Posterior belief) {
        return new Alternative<>(action, expectedValue, evidence, Optional.of(belief));
    }

    public boolean isDoNothing() {
        return action.isEmpty();
    }

    public String describe() {
        return action.map(Action::describe).orElse("do nothing");
    }
}
