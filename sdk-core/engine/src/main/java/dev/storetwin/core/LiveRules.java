package dev.storetwin.core;

import dev.storetwin.Rules;
import dev.storetwin.core.guardrail.Guardrails;
import dev.storetwin.event.RulesInstalled;
import dev.storetwin.guardrail.RuleSet;
import dev.storetwin.state.Acceptance;
import dev.storetwin.type.Actor;

/** The rules of a live twin. */
final class LiveRules implements Rules {

    private final LiveShop live;
    private final LiveControls controls;
    private final Guardrails guardrails;

    LiveRules(LiveShop live, LiveControls controls, Guardrails guardrails) {
        this.live = live;
        this.controls = controls;
        this.guardrails = guardrails;
    }

    /** Compiled aside: only the exchange keeps other acts waiting. */
    @Override
    public Acceptance install(RuleSet rules, Actor by) {
        var compiled = guardrails.compile(rules);
        return live.act(() -> {
            guardrails.install(compiled);
            return controls.say(
                    "rules installed",
                    at -> new RulesInstalled(
                            LiveControls.header("rules", ":" + rules.contentHash(), at),
                            rules.name(),
                            rules.contentHash(),
                            by),
                    inWords(rules));
        });
    }

    /** As the audit trail names them. */
    static String inWords(RuleSet rules) {
        return rules.name() + " " + rules.contentHash() + (rules.isTrusted() ? " (trusted: taken as they are)" : "");
    }
}
