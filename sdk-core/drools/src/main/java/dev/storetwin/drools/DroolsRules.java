package dev.storetwin.drools;

import dev.storetwin.guardrail.CompiledRules;
import dev.storetwin.guardrail.GuardrailContext;
import dev.storetwin.guardrail.RuleSet;
import dev.storetwin.guardrail.Ruling;
import dev.storetwin.proposal.Action;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.drools.kiesession.session.StatefulKnowledgeSessionImpl;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compiled DRL. Each check has a session to itself, so that any number of threads may ask. Rules that nobody looked through are asked on
 * threads that may be lost.
 */
final class DroolsRules implements CompiledRules {

    private static final Logger LOG = LoggerFactory.getLogger(DroolsRules.class);

    private final RuleSet ruleSet;
    private final SessionPool sessions;
    private final DroolsSettings settings;
    private final Set<String> wakingRules;
    private final Optional<LosableThreads> threads;

    /** @param wakingRules names of the rules that make others look again, and so may run away */
    DroolsRules(RuleSet ruleSet, SessionPool sessions, DroolsSettings settings, Set<String> wakingRules) {
        this.ruleSet = ruleSet;
        this.sessions = sessions;
        this.settings = settings;
        this.wakingRules = wakingRules;
        this.threads = ruleSet.isTrusted() ? Optional.of(new LosableThreads(settings.deadline())) : Optional.empty();
    }

    @Override
    public RuleSet ruleSet() {
        return ruleSet;
    }

    @Override
    public <A extends Action> Ruling<A> check(A action, GuardrailContext context) {
        var check = new RunningCheck<>(action, settings, wakingRules);
        return threads.map(it -> watched(it, check, context)).orElseGet(() -> judge(check, context));
    }

    @Override
    public <A extends Action> Ruling<A> check(A action, GuardrailContext context, Consumer<String> fired) {
        var check = new RunningCheck<>(action, settings, wakingRules);
        var ruling = threads.map(it -> watched(it, check, context)).orElseGet(() -> judge(check, context));
        check.fired().forEach(fired);
        return ruling;
    }

    private <A extends Action> Ruling<A> watched(LosableThreads own, RunningCheck<A> check, GuardrailContext context) {
        if (own.areSpent()) {
            return Ruling.blocked(ruleSet.name(), "Too many of its rules did not come back; it is not asked any more.");
        }
        return own.run(() -> judge(check, context)).orElseGet(() -> stuck(check));
    }

    private <A extends Action> Ruling<A> stuck(RunningCheck<A> check) {
        var ruling = check.stuckRuling(ruleSet.name());
        LOG.error(
                "Rule '{}' of the trusted set '{}' hangs", ruling.hits().get(0).rule(), ruleSet.name());
        return ruling;
    }

    private <A extends Action> Ruling<A> judge(RunningCheck<A> check, GuardrailContext context) {
        Optional<StatefulKnowledgeSessionImpl> session = Optional.empty();
        try {
            session = Optional.of(sessions.take(check));
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
        threads.ifPresent(LosableThreads::close);
    }
}
