package dev.storetwin.proposal;

import java.util.List;
import java.util.Optional;

/**
 * One thing that could be done, or nothing.
 *
 * @param action        empty for "do nothing"
 * @param expectedValue by the proposal's objective; more is better
 * @param evidence      what the number rests on
 * @param belief        how uncertain the value is, where a planner says so: what may be drawn from to learn
 */
public record Alternative<A extends Action>(
        Optional<A> action, double expectedValue, List<Evidence> evidence, Optional<Belief> belief) {

    public Alternative {
        evidence = List.copyOf(evidence);
        if (Double.isNaN(expectedValue)) {
            throw new IllegalArgumentException(
                    "An alternative needs a value to be compared by, not NaN.\nMaybe a forecast or a cost is missing: say so in Proposal.insufficient.");
        }
    }

    /** One whose uncertainty nobody tells. */
    public Alternative(Optional<A> action, double expectedValue, List<Evidence> evidence) {
        this(action, expectedValue, evidence, Optional.empty());
    }

    public static <A extends Action> Alternative<A> of(A action, double expectedValue, Evidence... evidence) {
        return new Alternative<>(Optional.of(action), expectedValue, List.of(evidence));
    }

    public static <A extends Action> Alternative<A> doNothing(double expectedValue, Evidence... evidence) {
        return new Alternative<>(Optional.empty(), expectedValue, List.of(evidence));
    }

    /** The same with a word on how uncertain its value is. */
    public Alternative<A> withBelief(Belief known) {
        return new Alternative<>(action, expectedValue, evidence, Optional.of(known));
    }

    public boolean isDoNothing() {
        return action.isEmpty();
    }

    public String describe() {
        return action.map(Action::describe).orElse("do nothing");
    }
}
