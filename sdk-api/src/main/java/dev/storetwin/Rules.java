package dev.storetwin;

import dev.storetwin.guardrail.RuleSet;
import dev.storetwin.guardrail.RuleSetRefused;
import dev.storetwin.state.Acceptance;
import dev.storetwin.type.Actor;

/** The merchant's rules of a twin. */
public interface Rules {

    /**
     * Replaces the guardrails as a whole. Compiles first; takes seconds.
     *
     * @return {@link Acceptance.Accepted} when that was written down; else the rules are in force, and only that is missing
     * @throws RuleSetRefused with every finding; the old rules stay in force
     */
    Acceptance install(RuleSet rules, Actor by);
}
