package dev.storetwin.guardrail;

import dev.storetwin.proposal.Action;

/**
 * What the consequence of a rule may say about the action that is judged. DRL knows it as {@code global Guard guard}.
 *
 * <p>Each word needs a reason in the author's own words. A {@code {}} in it stands for the next value, and numbers are shortened to two
 * digits after the point: {@code guard.block("{} is below the floor of {}", $to, $floor)}. Which rule speaks is known from the rule that fires.
 * A rule that says nothing has no objection. Speaking twice is as good as once, and the order in which rules speak does not matter.
 */
public interface Guard {

    /** The action may not be done. */
    void block(String reason, Object... values);

    /** Somebody has to say yes first. */
    void review(String reason, Object... values);

    /**
     * The action may be done, but otherwise than proposed.
     *
     * @param to an action of the same kind about the same target; the very same action says nothing
     */
    void adjust(Action to, String reason, Object... values);
}
