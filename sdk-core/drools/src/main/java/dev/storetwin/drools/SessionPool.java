package dev.storetwin.drools;

import dev.storetwin.drools.RuleClasses.NotCompiled;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.drools.kiesession.session.StatefulKnowledgeSessionImpl;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.runtime.KieSessionConfiguration;
import org.kie.api.runtime.conf.ClockTypeOption;

/**
 * Sessions that are ready for a check. There are as many as there were checks at one time; each is empty whenever it lies here.
 *
 * <p>Wiping a session and using it again costs two thirds of making a new one.
 */
final class SessionPool implements AutoCloseable {

    private final KieBase knowledge;
    private final boolean hasGuard;
    private final KieSessionConfiguration settings;
    private final Deque<StatefulKnowledgeSessionImpl> idle = new ArrayDeque<>();
    private boolean closed;

    /**
     * A pool with one session that has run, so that all parts of Drools are found before the first check.
     *
     * @throws NotCompiled when a condition fails even on nothing, as one about the first of no elements does
     */
    static SessionPool warm(KieBase knowledge, boolean hasGuard) throws NotCompiled {
        var pool = new SessionPool(knowledge, hasGuard);
        var session = pool.newSession();
        try {
            session.fireAllRules(match -> false);
            session.reset();
        } catch (RuntimeException failure) {
            pool.discard(session, failure);
            throw new NotCompiled("This condition fails while there is no fact yet (%s)".formatted(root(failure)));
        }
        pool.idle.push(session);
        return pool;
    }

    private static Throwable root(Throwable failure) {
        return failure.getCause() == null ? failure : root(failure.getCause());
    }

    private SessionPool(KieBase knowledge, boolean hasGuard) {
        this.knowledge = knowledge;
        this.hasGuard = hasGuard;
        this.settings = KieServices.get().newKieSessionConfiguration();
        this.settings.setOption(ClockTypeOption.PSEUDO);
    }

    /** An empty session that knows where to speak to; also after closing, for those who still hold these rules. */
    StatefulKnowledgeSessionImpl take(RunningCheck<?> check) {
        var session = idle().orElseGet(this::newSession);
        check.enter(session.getEnvironment());
        if (hasGuard) {
            session.setGlobal("guard", check);
        }
        return session;
    }

    private Optional<StatefulKnowledgeSessionImpl> idle() {
        synchronized (idle) {
            return Optional.ofNullable(idle.poll());
        }
    }

    private StatefulKnowledgeSessionImpl newSession() {
        return (StatefulKnowledgeSessionImpl)
                knowledge.newKieSession(settings, KieServices.get().newEnvironment());
    }

    /** Takes a session back after a check that ended well. */
    void giveBack(StatefulKnowledgeSessionImpl session) {
        session.reset();
        RunningCheck.leave(session.getEnvironment());
        synchronized (idle) {
            if (!closed) {
                idle.push(session);
                return;
            }
        }
        session.dispose();
    }

    /** Ends a session whose state nobody can be sure of after a failure. */
    void discard(StatefulKnowledgeSessionImpl session, Throwable failure) {
        try {
            session.dispose();
        } catch (RuntimeException another) {
            failure.addSuppressed(another);
        }
    }

    int size() {
        synchronized (idle) {
            return idle.size();
        }
    }

    /** Keeps no session any more. */
    @Override
    public void close() {
        synchronized (idle) {
            closed = true;
            idle.forEach(StatefulKnowledgeSessionImpl::dispose);
            idle.clear();
        }
    }
}
