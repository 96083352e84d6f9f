package dev.storetwin.core;

import dev.storetwin.Rules;
import dev.storetwin.core.guardrail.Guardrails;
import dev.storetwin.decision.Right;
import dev.storetwin.event.RulesInstalled;
import dev.storetwin.guardrail.RuleSet;
import dev.storetwin.state.Acceptance;
import dev.storetwin.type.Actor;

/** The rules of a live twin. */
final class LiveRules implements Rules {

    private final LiveShop live;
    private final Access access;
    private final OperatorWords words;
    private final Guardrails guardrails;

    LiveRules(LiveShop live, Access access, Guardrails guardrails) {
        this.live = live;
        this.access = access;
        this.words = new OperatorWords(live);
        this.guardrails = guardrails;
    }

    /** Compiled aside: only the exchange keeps other acts waiting. */
    @Override
    public Acceptance install(RuleSet rules, Actor by) {
        var denied = access.denied(by, Right.INSTALL_RULES, rules.name());
        return denied.isPresent() ? new Acceptance.Denied(denied.get()) : installed(rules, by);
    }

    private Acceptance installed(RuleSet rules, Actor by) {
        var compiled = guardrails.compile(rules);
        return live.act(() -> {
            guardrails.install(compiled);
            return words.say(
                    "rules installed",
                    at -> new RulesInstalled(
                            OperatorWords.header("rules", ":" + rules.contentHash(), at),
                            rules.name(),
                            rules.contentHash(),
                            by),
                    rules.name() + " " + rules.contentHash()
                            + (rules.isTrusted() ? " (trusted: taken as they are)" : ""));
        });
    }
}
