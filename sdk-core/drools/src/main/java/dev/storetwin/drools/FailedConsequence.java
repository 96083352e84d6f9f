package dev.storetwin.drools;

import org.kie.api.runtime.KieRuntime;
import org.kie.api.runtime.rule.ConsequenceExceptionHandler;
import org.kie.api.runtime.rule.Match;
import org.kie.api.runtime.rule.RuleRuntime;

/** Turns an exception in a consequence into a block by its rule, and lets the other rules speak. Made by Drools, by name. */
public final class FailedConsequence implements ConsequenceExceptionHandler {

    @Override
    public void handleException(Match match, RuleRuntime runtime, Exception failure) {
        RunningCheck.of(((KieRuntime) runtime).getEnvironment())
                .failed(match.getRule().getName(), failure);
    }
}
