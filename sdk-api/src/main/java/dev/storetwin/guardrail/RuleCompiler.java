package dev.storetwin.guardrail;

/** Turns rule files into something that can judge. Found by the builder as a service. */
public interface RuleCompiler {

    /**
     * Compiles and checks, unless the cache has what comes of it. May take seconds; never call it on a request thread.
     *
     * @param cache asked first, and given what was compiled
     * @throws RuleSetRefused with every finding, file and line
     */
    CompiledRules compile(RuleSet rules, RuleCache cache);

    /** Compiles and checks in any case. */
    default CompiledRules compile(RuleSet rules) {
        return compile(rules, RuleCache.NONE);
    }
}
