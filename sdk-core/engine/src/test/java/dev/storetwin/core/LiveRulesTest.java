package dev.storetwin.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.storetwin.core.guardrail.Guardrails;
import dev.storetwin.core.guardrail.KeptRuleSets;
import dev.storetwin.core.guardrail.SheetCompiler;
import dev.storetwin.core.guardrail.ShopFacts;
import dev.storetwin.core.state.Workers;
import dev.storetwin.core.state.quality.RefusedEvents;
import dev.storetwin.guardrail.CompiledRules;
import dev.storetwin.guardrail.Finding;
import dev.storetwin.guardrail.GuardrailContext;
import dev.storetwin.guardrail.RuleCache;
import dev.storetwin.guardrail.RuleCompiler;
import dev.storetwin.guardrail.RuleSet;
import dev.storetwin.guardrail.RuleSetRefused;
import dev.storetwin.guardrail.Ruling;
import dev.storetwin.guardrail.Severity;
import dev.storetwin.pricing.PriceChange;
import dev.storetwin.proposal.Action;
import dev.storetwin.state.Acceptance;
import dev.storetwin.type.Actor;
import dev.storetwin.type.Channel;
import dev.storetwin.type.Money;
import dev.storetwin.type.Role;
import dev.storetwin.type.Sku;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Rules that take their time are compiled beside everything else. */
class LiveRulesTest {

    private static final RuleSet FIRST = RuleSet.of("first.drl", "sound");
    private static final RuleSet BROKEN = RuleSet.of("broken.drl", "broken");
    private static final RuleSet SECOND = RuleSet.of("second.drl", "sound");
    private static final Actor ANNA = new Actor(Role.OPERATOR, "anna");

    private final SlowCompiler compiler = new SlowCompiler();
    private final Guardrails guardrails = new Guardrails(
            new SheetCompiler(Optional.of(compiler)), RuleCache.NONE, KeptRuleSets.inMemory(), List.of());
    private final StorageOfHeap storage = new StorageOfHeap();
    private final LiveShop live = shop(storage);
    private final LiveRules rules = new LiveRules(live, new Access(live, Optional.empty()), guardrails, past());

    @AfterEach
    void close() {
        compiler.mayGoOn.countDown();
        rules.close();
        guardrails.close();
        live.close();
    }

    @Test
    void everything_is_blocked_until_the_first_rules_are_ready() {
        rules.beginLater(FIRST);

        assertThat(judged().severity()).isEqualTo(Severity.BLOCKED);
        assertThat(judged().hits().get(0).reason()).isEqualTo("the rules of 'first.drl' are being compiled");
        assertThat(rules.inForce()).isEmpty();
        assertThat(future().isDone()).isFalse();

        compiler.mayGoOn.countDown();

        assertThat(future().join()).contains(FIRST);
        assertThat(judged().severity()).isEqualTo(Severity.ALLOWED);
        assertThat(rules.inForce()).contains(FIRST);
    }

    @Test
    void first_rules_that_cannot_be_used_leave_everything_blocked_until_others_are_installed() {
        compiler.mayGoOn.countDown();
        rules.beginLater(BROKEN);

        assertThatThrownBy(() -> future().join()).hasCauseInstanceOf(RuleSetRefused.class);
        assertThat(judged().hits().get(0).reason()).contains("broken.drl:1:1: It is broken.");

        assertThat(rules.install(SECOND, ANNA)).isInstanceOf(Acceptance.Accepted.class);
        assertThat(judged().severity()).isEqualTo(Severity.ALLOWED);
    }

    @Test
    void later_rules_leave_the_old_ones_in_force_until_they_are_ready_and_when_they_are_refused() {
        compiler.mayGoOn.countDown();
        rules.begin(Optional.of(FIRST));

        var refused = rules.installLater(BROKEN, ANNA).toCompletableFuture();
        assertThatThrownBy(refused::join).hasCauseInstanceOf(RuleSetRefused.class);
        assertThat(rules.inForce()).contains(FIRST);

        assertThat(rules.installLater(SECOND, ANNA).toCompletableFuture().join())
                .isInstanceOf(Acceptance.Accepted.class);
        assertThat(rules.inForce()).contains(SECOND);
    }

    @Test
    void a_twin_that_is_closed_installs_nothing_and_says_so() {
        compiler.mayGoOn.countDown();
        rules.begin(Optional.empty());
        rules.close();

        var told = rules.installLater(SECOND, ANNA).toCompletableFuture().join();

        assertThat(told).isEqualTo(new Acceptance.Unavailable("The twin is closed."));
        assertThat(rules.inForce()).isEmpty();
    }

    private CompletableFuture<Optional<RuleSet>> future() {
        return rules.ready().toCompletableFuture();
    }

    private Ruling<PriceChange> judged() {
        var change = new PriceChange(Sku.of("MUG"), Channel.of("web"), Money.of("2", "EUR"), Money.of("3", "EUR"));
        var nothing = new GuardrailContext(Instant.EPOCH, ZoneOffset.UTC, List.of());
        return guardrails.gate().check(change, ShopFacts.of(change, nothing));
    }

    private LiveDecisions past() {
        var parts = new Reproducing.Parts(KeptSettings.nowhere(), KeptRuleSets.inMemory(), guardrails, HostCode.NONE);
        return new LiveDecisions(live.audit(), storage, live::state, parts);
    }

    private static LiveShop shop(StorageOfHeap storage) {
        var clock = Clock.fixed(Instant.parse("2026-03-04T12:00:00Z"), ZoneOffset.UTC);
        var refused = RefusedEvents.inMemory(storage.codec(), 10);
        var gate = new QualityGate(
                QualityOptions.DEFAULT, storage.state(), refused, Optional.empty(), Workers.CALLER, clock);
        return new LiveShop(storage, gate, storage.audit(), clock, List.of());
    }

    /** Waits until it may go on; takes all but what is broken, and allows all. */
    private static final class SlowCompiler implements RuleCompiler {

        private final CountDownLatch mayGoOn = new CountDownLatch(1);

        @Override
        public CompiledRules compile(RuleSet rules, RuleCache cache) {
            try {
                mayGoOn.await();
            } catch (InterruptedException hurried) {
                throw new IllegalStateException(hurried);
            }
            if (rules.files().get(0).content().equals("broken")) {
                throw new RuleSetRefused(rules.name(), List.of(new Finding("broken.drl", 1, 1, "It is broken.", "")));
            }
            return new AllowingAll(rules);
        }
    }

    private record AllowingAll(RuleSet ruleSet) implements CompiledRules {

        @Override
        public <A extends Action> Ruling<A> check(A action, GuardrailContext context) {
            return Ruling.allowed();
        }

        @Override
        public void close() {}
    }
}
