package dev.storetwin.guardrail;

import java.util.List;

/** Turns rule files into something that can judge. Found by the builder as a service. */
public interface RuleCompiler {

    /**
     * Compiles and checks, unless the cache has what comes of it. May take seconds; never call it on a request thread.
     *
     * @param cache asked first, and given what was compiled
     * @throws RuleSetRefused with every finding, file and line
     */
    CompiledRules compile(RuleSet rules, RuleCache cache);

    /**
     * What the rules of a set are, in order of file and place; without compiling.
     *
     * @throws RuleSetRefused when they cannot be read
     */
    default List<RuleOutline> outline(RuleSet rules) {
        return List.of();
    }

    /**
     * What is odd about rules that may well be in order: two that say the same, one that can never fire, two that contradict each other. Nothing
     * is compiled.
     *
     * @throws RuleSetRefused when they cannot be read
     */
    default List<Finding> warnings(RuleSet rules) {
        return List.of();
    }

    /** Compiles and checks in any case. */
    default CompiledRules compile(RuleSet rules) {
        return compile(rules, RuleCache.NONE);
    }
}
