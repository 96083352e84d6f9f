package dev.storetwin.guardrail;

/** Turns rule files into something that can judge. Found by the builder as a service. */
public interface RuleCompiler {

    /**
     * Compiles and checks. May take seconds; never call it on a request thread.
     *
     * @throws RuleSetRefused with every finding, file and line
     */
    CompiledRules compile(RuleSet rules);
}
