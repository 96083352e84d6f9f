package dev.storetwin.guardrail;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * What rules may know about the world when they judge an action.
 *
 * @param asOf  the moment of the question
 * @param zone  the shop's time zone
 * @param facts what is known about the action's target
 */
public record GuardrailContext(Instant asOf, ZoneId zone, List<Fact> facts) {

    public GuardrailContext {
        facts = List.copyOf(facts);
    }

    /** The context without facts of one kind. */
    public GuardrailContext without(Class<? extends Fact> kind) {
        return new GuardrailContext(
                asOf, zone, facts.stream().filter(it -> !kind.isInstance(it)).toList());
    }

    /** The context with more facts, such as those of one action. */
    public GuardrailContext with(List<? extends Fact> more) {
        if (more.isEmpty()) {
            return this;
        }
        var all = new ArrayList<>(facts);
        all.addAll(more);
        return new GuardrailContext(asOf, zone, all);
    }
}
