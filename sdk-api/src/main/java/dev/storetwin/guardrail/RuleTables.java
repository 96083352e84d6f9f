package dev.storetwin.guardrail;

import java.util.Optional;

/** Reads the tables of a rule folder. Found as a service by what compiles rules without a twin, such as an application's build. */
public interface RuleTables {

    /**
     * All rules of a set as DRL, those of its tables too, just as a twin has them compiled; empty when it holds limits alone.
     *
     * @throws RuleSetRefused with the file, row and cell of all that cannot be read
     */
    Optional<RuleSet> inDrl(RuleSet folder);
}
