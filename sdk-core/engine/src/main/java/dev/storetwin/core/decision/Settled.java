package dev.storetwin.core.decision;

import dev.storetwin.proposal.Action;
import java.util.Optional;

/**
 * What a question has settled already, so that nothing is left to choose: a plan of many things has weighed it against the others.
 *
 * @param action to take, if the guardrails let it pass; empty to leave things as they are
 * @param why    in words
 */
public record Settled(Optional<? extends Action> action, String why) {

    /** As the first reason of a decision. */
    String headline() {
        return "%s, planned together with others: %s"
                .formatted(action.<String>map(Action::describe).orElse("nothing is done"), why);
    }
}
