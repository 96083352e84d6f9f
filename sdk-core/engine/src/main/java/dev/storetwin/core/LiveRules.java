package dev.storetwin.core;

import dev.storetwin.Rules;
import dev.storetwin.core.guardrail.Guardrails;
import dev.storetwin.core.thread.OwnThread;
import dev.storetwin.decision.DecisionRange;
import dev.storetwin.decision.Right;
import dev.storetwin.decision.ShadowReport;
import dev.storetwin.decision.ShadowWatch;
import dev.storetwin.event.RulesInstalled;
import dev.storetwin.guardrail.RuleSet;
import dev.storetwin.guardrail.RuleSetRefused;
import dev.storetwin.state.Acceptance;
import dev.storetwin.type.Actor;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The rules of a live twin: compiled aside, put in force by one act. */
final class LiveRules implements Rules, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LiveRules.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final LiveShop live;
    private final Access access;
    private final OperatorWords words;
    private final Guardrails guardrails;
    private final LiveDecisions past;
    private final OwnThread compiling = OwnThread.of("rules", PATIENCE);
    private final CompletableFuture<Optional<RuleSet>> ready = new CompletableFuture<>();

    LiveRules(LiveShop live, Access access, Guardrails guardrails, LiveDecisions past) {
        this.live = live;
        this.access = access;
        this.words = new OperatorWords(live);
        this.guardrails = guardrails;
        this.past = past;
    }

    /** Puts the first rules in force before it returns. */
    void begin(Optional<RuleSet> first) {
        first.ifPresent(it -> {
            guardrails.install(guardrails.compile(it));
            live.note("rules in force", inWords(it));
        });
        ready.complete(first);
    }

    /** Blocks everything until the first rules are in force. */
    void beginLater(RuleSet first) {
        guardrails.holdBack("the rules of '%s' are being compiled".formatted(first.name()));
        compiling.execute(() -> {
            try {
                begin(Optional.of(first));
            } catch (RuntimeException | Error refused) {
                LOG.error("The rules of '{}' cannot be used; everything stays blocked", first.name(), refused);
                guardrails.holdBack("the rules of '%s' cannot be used: %s".formatted(first.name(), inShort(refused)));
                ready.completeExceptionally(refused);
            }
        });
    }

    private static String inShort(Throwable refused) {
        return refused instanceof RuleSetRefused rules && !rules.findings().isEmpty()
                ? rules.findings().get(0).toString()
                : String.valueOf(refused.getMessage());
    }

    @Override
    public Optional<RuleSet> inForce() {
        return guardrails.gate().ruleSet();
    }

    @Override
    public CompletionStage<Optional<RuleSet>> ready() {
        return ready.minimalCompletionStage();
    }

    @Override
    public Acceptance install(RuleSet rules, Actor by) {
        Arguments.given("rules, by", rules, by);
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
                    inWords(rules));
        });
    }

    /** As the audit trail names them. */
    static String inWords(RuleSet rules) {
        return rules.name() + " " + rules.contentHash() + (rules.isTrusted() ? " (trusted: taken as they are)" : "");
    }

    @Override
    public CompletionStage<Acceptance> installLater(RuleSet rules, Actor by) {
        Arguments.given("rules, by", rules, by);
        try {
            return CompletableFuture.supplyAsync(() -> install(rules, by), compiling)
                    .minimalCompletionStage();
        } catch (RejectedExecutionException closed) {
            return CompletableFuture.completedStage(new Acceptance.Unavailable("The twin is closed."));
        }
    }

    @Override
    public ShadowReport shadow(RuleSet rules, DecisionRange range, ShadowWatch watch) {
        Arguments.given("rules, range, watch", rules, range, watch);
        return past.shadow(rules, range, watch);
    }

    /** Waits for a set that is being compiled. */
    @Override
    public void close() {
        compiling.close();
        ready.completeExceptionally(new IllegalStateException("The twin was closed before its rules were ready."));
    }
}
