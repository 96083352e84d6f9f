package dev.storetwin.drools;

import dev.storetwin.guardrail.CompiledRules;
import dev.storetwin.guardrail.GuardrailContext;
import dev.storetwin.guardrail.RuleSet;
import dev.storetwin.guardrail.Ruling;
import dev.storetwin.proposal.Action;
import java.util.Optional;
import java.util.Set;
import org.drools.kiesession.session.StatefulKnowledgeSessionImpl;

/** Compiled DRL. Each check has a session to itself, so that any number of threads may ask. */
final class DroolsRules implements CompiledRules {

    private final RuleSet ruleSet;
    private final SessionPool sessions;
    private final DroolsSettings settings;
    private final Set<String> wakingRules;

    /** @param wakingRules names of the rules that make others look again, and so may run away */
    DroolsRules(RuleSet ruleSet, SessionPool sessions, DroolsSettings settings, Set<String> wakingRules) {
        this.ruleSet = ruleSet;
        this.sessions = sessions;
        this.settings = settings;
        this.wakingRules = wakingRules;
    }

    @Override
    public RuleSet ruleSet() {
        return ruleSet;
    }

    @Override
    public <A extends Action> Ruling<A> check(A action, GuardrailContext context) {
        var check = new RunningCheck<>(action, settings, wakingRules);
        Optional<StatefulKnowledgeSessionImpl> session = Optional.empty();
        try {
            session = sessions.take(check);
            if (session.isEmpty()) {
                return Ruling.blocked(ruleSet.name(), "These rules are closed; others have replaced them.");
            }
            check.run(session.get(), context.facts());
            sessions.giveBack(session.get());
            return check.ruling();
        } catch (RuntimeException | Error failure) { // whatever it was: what cannot be judged is blocked
            session.ifPresent(it -> sessions.discard(it, failure));
            return check.failedRuling(failure, ruleSet.name());
        }
    }

    SessionPool sessions() {
        return sessions;
    }

    @Override
    public void close() {
        sessions.close();
    }
}
