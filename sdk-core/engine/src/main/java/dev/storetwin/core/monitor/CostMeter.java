package dev.storetwin.core.monitor;

import dev.storetwin.core.forecast.KeptForecasts;
import dev.storetwin.decision.CostBudget;
import dev.storetwin.monitor.CapabilityCost;
import dev.storetwin.monitor.CostAlert;
import dev.storetwin.proposal.Effort;
import dev.storetwin.type.Capability;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * What the questions of one capability cost, and how much work the next answer may take.
 *
 * <p>How it works: a question is charged to the window in which it was asked, when it has been answered. Whoever finds then that the share
 * spent has crossed a step of the ladder takes that step for all that come after; who is answering meanwhile finishes. So the budget may be
 * exceeded by what is under way. In a window it only goes down, since what is spent stays spent; the next one begins with full work. No lock:
 * of several threads that see the same step, one takes it and tells of it.
 */
public final class CostMeter {

    private final Scope scope;
    private final KeptForecasts kept;
    private final CpuClock cpu;
    private final Consumer<CostAlert> alerts;
    private final AtomicReference<CostWindow> running;

    /**
     * What is measured.
     *
     * @param zone of the shop, in which its days begin
     */
    public record Scope(Capability capability, CostBudget budget, ZoneId zone) {

        /** Windows follow each other from midnight on. */
        private CostWindow windowAt(Instant now, long givenUp) {
            var today = now.atZone(zone).toLocalDate();
            var midnight = today.atStartOfDay(zone).toInstant();
            var tomorrow = today.plusDays(1).atStartOfDay(zone).toInstant();
            long before = Duration.between(midnight, now).dividedBy(budget.window());
            var from = midnight.plus(budget.window().multipliedBy(before));
            var until = from.plus(budget.window());
            boolean isLast = until.isAfter(tomorrow) || budget.window().equals(Duration.ofDays(1));
            return new CostWindow(from, isLast ? tomorrow : until, givenUp);
        }
    }

    /**
     * Opens the first window.
     *
     * @param kept   models, whose room is watched
     * @param alerts hears of every step, on the thread that took it
     */
    public CostMeter(Scope scope, KeptForecasts kept, CpuClock cpu, Instant now, Consumer<CostAlert> alerts) {
        this.scope = scope;
        this.kept = kept;
        this.cpu = cpu;
        this.alerts = alerts;
        this.running = new AtomicReference<>(scope.windowAt(now, kept.givenUp()));
    }

    /** One question, from its beginning to its end on one thread. */
    public final class Bill {

        private final CostWindow window;
        private final Effort effort;
        private final long began;

        private Bill(CostWindow window) {
            this.window = window;
            this.effort = window.effort();
            this.began = cpu.nanos();
        }

        /** How much work the answer may take. */
        public Effort effort() {
            return effort;
        }

        /** Charges what the answer took. */
        public void charge(Instant now) {
            long ended = cpu.nanos();
            window.addQuestion(began < 0 || ended < began ? CpuClock.UNKNOWN : ended - began);
            stepDown(window, now);
            watch(window, now);
        }
    }

    /** Begins a question. */
    public Bill open(Instant now) {
        return new Bill(window(now));
    }

    /** A model was worked out anew. */
    public void modelCalled() {
        running().addModelCall();
    }

    private CostWindow running() {
        return Objects.requireNonNull(running.get());
    }

    /** The running window; a clock that was set back leaves it as it is. */
    private CostWindow window(Instant now) {
        var last = running();
        if (!last.isOver(now)) {
            return last;
        }
        var next = scope.windowAt(now, kept.givenUp());
        if (!running.compareAndSet(last, next)) {
            return window(now);
        }
        var before = last.effort();
        if (before != Effort.FULL) {
            tell(next, now, before, Effort.FULL, "a new window has begun");
        }
        return next;
    }

    private void stepDown(CostWindow window, Instant now) {
        var reached = scope.budget().ladder().at(share(window));
        var before = window.stepDownTo(reached);
        if (reached.isBelow(before) && window == running()) {
            tell(window, now, before, reached, "the budget runs short");
        }
    }

    /** What makes a budget less than it seems is told once a window. */
    private void watch(CostWindow window, Instant now) {
        var effort = window.effort();
        if (window.isRoomNewlyShort(kept.givenUp())) {
            tell(window, now, effort, effort, "models are given up for lack of room");
        }
        if (scope.budget().cpu().isPresent() && window.isNewlyBlind()) {
            tell(window, now, effort, effort, "the JVM cannot tell the CPU time of some threads, such as virtual ones");
        }
    }

    private double share(CostWindow window) {
        return scope.budget().share(window.cpu(), window.modelCalls());
    }

    private void tell(CostWindow window, Instant now, Effort from, Effort to, String why) {
        var words = String.format(
                Locale.ROOT,
                "%s: %s, since %s; %.2f s of CPU time and %d model calls since %s, %.0f %% of the budget",
                scope.capability(),
                from == to ? to.label() : from.label() + " > " + to.label(),
                why,
                window.cpu().toNanos() / 1e9,
                window.modelCalls(),
                window.from(),
                100 * share(window));
        alerts.accept(new CostAlert(scope.capability(), now, from, to, words));
    }

    /** What is spent, in the window of this moment. */
    public CapabilityCost report(Instant now) {
        var window = window(now);
        return new CapabilityCost(
                scope.capability(),
                scope.budget(),
                window.effort(),
                window.from(),
                window.until(),
                window.questions(),
                window.unmeasured(),
                window.cpu(),
                window.modelCalls(),
                kept.bytes(),
                kept.givenUp());
    }
}
