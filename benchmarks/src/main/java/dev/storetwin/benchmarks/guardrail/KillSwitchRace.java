package dev.storetwin.benchmarks.guardrail;

import dev.storetwin.Twin;
import dev.storetwin.core.StoreTwin;
import dev.storetwin.decision.Autonomy;
import dev.storetwin.decision.Decision;
import dev.storetwin.decision.DecisionStatus;
import dev.storetwin.decision.JudgedAlternative;
import dev.storetwin.event.PriceChanged;
import dev.storetwin.guardrail.Guardrail;
import dev.storetwin.guardrail.GuardrailContext;
import dev.storetwin.guardrail.Ruling;
import dev.storetwin.guardrail.Verdict;
import dev.storetwin.platform.ActionWriter;
import dev.storetwin.platform.WriteResult;
import dev.storetwin.pricing.PriceChange;
import dev.storetwin.proposal.Action;
import dev.storetwin.proposal.Alternative;
import dev.storetwin.proposal.Objective;
import dev.storetwin.type.Actor;
import dev.storetwin.type.Capability;
import dev.storetwin.type.Channel;
import dev.storetwin.type.DecisionId;
import dev.storetwin.type.Money;
import dev.storetwin.type.Role;
import dev.storetwin.type.Sku;
import dev.storetwin.type.Source;
import dev.storetwin.type.Target;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Some threads act as fast as they can while another stops the twin. */
final class KillSwitchRace implements ActionWriter {

    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");
    private static final Channel WEB = Channel.of("web");
    private static final int ACTORS = 3;
    private static final int TRIES_AFTERWARDS = 20;

    private final int stopAfter;
    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicInteger late = new AtomicInteger();
    private final AtomicBoolean isStopped = new AtomicBoolean();

    private KillSwitchRace(int stopAfter) {
        this.stopAfter = stopAfter;
    }

    /**
     * How it ended.
     *
     * @param acted how many writes began before the stop returned
     * @param late  how many began or went on after it
     */
    record Ending(int acted, int late) {}

    /**
     * One race, in memory.
     *
     * @param trial the stop is asked for after so many writes as its last digit says
     */
    static Ending run(int trial) throws InterruptedException {
        var race = new KillSwitchRace(trial % 10);
        try (var twin = race.twin()) {
            var threads = IntStream.range(0, ACTORS)
                    .mapToObj(actor -> new Thread(() -> race.act(twin, actor), "storetwin-race-" + actor))
                    .toList();
            threads.forEach(Thread::start);
            race.stop(twin);
            for (var thread : threads) {
                thread.join();
            }
            return new Ending(race.begun.get() - race.late.get(), race.late.get());
        }
    }

    private Twin twin() {
        return StoreTwin.builder()
                .clock(Clock.fixed(NOON, ZoneOffset.UTC))
                .writer(this)
                .guardrail(new NoObjection())
                .autonomy(Capability.PRICING, Autonomy.FULL)
                .build();
    }

    private record NoObjection() implements Guardrail<PriceChange> {

        @Override
        public Class<PriceChange> actions() {
            return PriceChange.class;
        }

        @Override
        public Ruling<PriceChange> check(PriceChange action, GuardrailContext context) {
            return Ruling.allowed();
        }
    }

    private void stop(Twin twin) {
        while (begun.get() < stopAfter) {
            Thread.onSpinWait();
        }
        twin.controls().stop(new Actor(Role.OPERATOR, "race"), "now");
        isStopped.set(true);
    }

    private void act(Twin twin, int actor) {
        int afterwards = 0;
        for (int i = 0; afterwards < TRIES_AFTERWARDS; i++) {
            afterwards += isStopped.get() ? 1 : 0;
            twin.apply(newPrice(twin, Sku.of("MUG-%d-%d".formatted(actor, i))));
        }
    }

    @Override
    public boolean writes(Action action) {
        return true;
    }

    @Override
    public WriteResult write(Action action, DecisionId key) {
        begun.incrementAndGet();
        boolean wasLate = isStopped.get();
        Thread.onSpinWait();
        if (wasLate || isStopped.get()) {
            late.incrementAndGet();
        }
        return new WriteResult.Written();
    }

    /** Each try is for a product of its own: a second write for one would be refused until the shop has told of the first. */
    private static Decision<PriceChange> newPrice(Twin twin, Sku sku) {
        var stands = Money.of("10", "EUR");
        twin.accept(PriceChanged.of(Source.of("race"), sku, WEB, stands, NOON.minusSeconds(60)));
        Alternative<PriceChange> proposed = Alternative.of(new PriceChange(sku, WEB, stands, Money.of("11", "EUR")), 1);
        var chosen = new JudgedAlternative<>(proposed, proposed, new Verdict.Allowed<>(), List.of(), 1);
        return new Decision<>(
                DecisionId.of("d-" + sku),
                Capability.PRICING,
                Target.of(sku, WEB),
                NOON,
                DecisionStatus.ADVISED,
                chosen,
                Optional.empty(),
                List.of(chosen),
                new Objective("margin", "EUR"),
                List.of(),
                List.of(),
                new TreeMap<>(),
                0,
                1,
                true);
    }
}
