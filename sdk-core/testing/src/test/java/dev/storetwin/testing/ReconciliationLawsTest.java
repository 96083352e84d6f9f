package dev.storetwin.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.core.platform.ListReconciliation;
import dev.storetwin.core.platform.MarksInMemory;
import dev.storetwin.core.platform.ReadingMark;
import dev.storetwin.core.platform.ReadingMarks;
import dev.storetwin.core.state.ShopState;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.platform.Listing;
import dev.storetwin.platform.Pull;
import dev.storetwin.platform.Pulled;
import dev.storetwin.platform.Reconciler;
import dev.storetwin.platform.ReconciliationPlan;
import dev.storetwin.platform.ResourceKind;
import dev.storetwin.state.Acceptance;
import dev.storetwin.type.Source;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import org.junit.jupiter.api.Test;

/** Whatever webhooks do, after one complete reconciliation the twin is as if it had seen everything. */
@PropertyDefaults(tries = 60, edgeCases = EdgeCasesMode.NONE)
class ReconciliationLawsTest {

    private static final int HOURS = 60;
    private static final ReconciliationPlan PLAN = ReconciliationPlan.USUAL.withVanishing(1, 0);
    private static final Duration PATIENCE = Duration.ofHours(2);

    /** A twin whose memory survives its process. */
    private static final class Memory {
        private ShopState state = ShopState.empty(ZoneOffset.UTC, Currency.getInstance("EUR"));
        private final ReadingMarks marks = new MarksInMemory();

        private List<Acceptance> take(List<TwinEvent> events) {
            var change = state.after(events);
            state = change.state();
            return change.answers();
        }

        private List<String> dump() {
            return StateDump.of(state, ShopDay.subjects(10));
        }

        private ListReconciliation reconciliation(Reconciler platform, Clock clock, ReconciliationPlan plan) {
            return new ListReconciliation(
                    platform, this::take, (kind, source) -> state.things(kind, source), marks, plan, clock);
        }
    }

    private static FakeShop shop() {
        return FakeShop.openedAt(ShopDay.OPENING);
    }

    private static List<String> allSeen(long seed) {
        var shop = shop();
        var memory = new Memory();
        ShopDay.hours(seed, HOURS).forEach(it -> it.accept(shop));
        shop.advance(PATIENCE);
        memory.take(shop.drain());
        return memory.dump();
    }

    private static FakeShop shaken(Random chance) {
        var shop = shop().loseDeliveries(chance.nextDouble()).shuffleDeliveries();
        return chance.nextBoolean() ? shop.repeatDeliveries() : shop;
    }

    private static void assertAlike(List<String> dump, List<String> expected) {
        assertThat(dump.stream().filter(it -> !expected.contains(it)).toList())
                .isEqualTo(expected.stream().filter(it -> !dump.contains(it)).toList());
        assertThat(dump).hasSameSizeAs(expected);
    }

    @Property
    void after_one_complete_reconciliation_a_twin_knows_what_its_webhooks_lost(
            @ForAll long seed, @ForAll Random chance) {
        var shop = shaken(chance);
        shop.lists().pages(1 + chance.nextInt(5));
        var memory = new Memory();
        for (var hour : ShopDay.hours(seed, HOURS)) {
            hour.accept(shop);
            memory.take(shop.drain());
        }
        shop.advance(PATIENCE);

        var report = memory.reconciliation(shop.lists(), shop.clock(), PLAN).runWhole();

        assertThat(report.isComplete()).isTrue();
        memory.take(shop.drain());
        assertAlike(memory.dump(), allSeen(seed));
    }

    @Property
    void reconciling_as_the_days_go_needs_no_webhook_at_all(@ForAll long seed, @ForAll Random chance) {
        var shop = shop().loseDeliveries(1);
        var lag = Duration.ofMinutes(chance.nextInt(6));
        var skew = Duration.ofSeconds(chance.nextInt(400) - 200);
        shop.lists()
                .pages(1 + chance.nextInt(5))
                .lagging(lag)
                .limiting(3 + chance.nextInt(5), Duration.ofMinutes(1 + chance.nextInt(9)))
                .failing(3 + chance.nextInt(5))
                .losingCursors(5 + chance.nextInt(9));
        if (chance.nextBoolean()) {
            shop.lists().tellingDeletions();
        }
        var memory = new Memory();
        var reconciliation = memory.reconciliation(
                shop.lists(),
                Clock.offset(shop.clock(), skew),
                PLAN.withTries(40).withPagesPerRun(1 + chance.nextInt(9)));
        for (var hour : ShopDay.hours(seed, HOURS)) {
            hour.accept(shop);
            assertThat(shop.drain()).isEmpty();
            reconciliation.runDue();
        }
        shop.advance(PATIENCE);
        shop.lists().healthy();

        complete(reconciliation, shop);

        assertAlike(memory.dump(), allSeen(seed));
    }

    /** Runs again and again until nothing is due any more, as a host would. */
    private static void complete(ListReconciliation reconciliation, FakeShop shop) {
        var report = reconciliation.runWhole();
        for (int step = 0; !report.kinds().isEmpty(); step++) {
            assertThat(step).isLessThan(1_000);
            shop.advance(Duration.ofSeconds(10));
            report = reconciliation.runDue();
        }
    }

    /** Where nothing was removed: how new a removal is, a list does not say. */
    @Property
    void and_its_root_is_the_same(@ForAll long seed, @ForAll Random chance) {
        var script = ShopDay.hoursWithoutRemovals(seed, HOURS);
        var calm = shop();
        script.forEach(it -> it.accept(calm));
        var seen = new Memory();
        seen.take(calm.drain());
        var shop = shaken(chance);
        script.forEach(it -> it.accept(shop));
        var memory = new Memory();
        memory.take(shop.drain());

        memory.reconciliation(shop.lists(), shop.clock(), PLAN).runWhole();

        assertThat(memory.state.root()).isEqualTo(seen.state.root());
    }

    @Test
    void a_second_reconciliation_finds_nothing_new() {
        var shop = shop().loseDeliveries(.4);
        var memory = new Memory();
        ShopDay.hours(7, HOURS).forEach(it -> it.accept(shop));
        shop.advance(PATIENCE);
        memory.take(shop.drain());
        var reconciliation = memory.reconciliation(shop.lists(), shop.clock(), PLAN);
        var first = reconciliation.runWhole();
        var dump = memory.dump();
        long revision = memory.state.revision();

        var second = reconciliation.runWhole();

        assertThat(first.sum(it -> it.accepted())).isPositive();
        assertThat(first.sum(it -> it.repeated())).isPositive();
        assertThat(second.sum(it -> it.pulled())).isEqualTo(first.sum(it -> it.pulled()));
        assertThat(second.sum(it -> it.repeated())).isEqualTo(second.sum(it -> it.pulled()));
        assertThat(second.removed()).isZero();
        assertThat(memory.dump()).isEqualTo(dump);
        assertThat(memory.state.revision()).isEqualTo(revision);
    }

    /** Stands for the end of the process; nothing may catch it. */
    private static final class Crash extends Error {
        private static final long serialVersionUID = 1;
    }

    /** Lets the process die at one of the steps of a reconciliation, before or after the step took effect. */
    private static final class Fate {
        private final int fatal;
        private int steps;

        private Fate(int fatal) {
            this.fatal = fatal;
        }

        private void step() {
            if (steps++ == fatal) {
                throw new Crash();
            }
        }

        private ListReconciliation reconciliation(Memory memory, FakeShop shop) {
            return new ListReconciliation(
                    platform(shop.lists()),
                    events -> {
                        step();
                        var answers = memory.take(events);
                        step();
                        return answers;
                    },
                    (kind, source) -> {
                        step();
                        return memory.state.things(kind, source);
                    },
                    marks(memory.marks),
                    PLAN,
                    shop.clock());
        }

        private Reconciler platform(ShopLists lists) {
            return new Reconciler() {
                @Override
                public Source source() {
                    return lists.source();
                }

                @Override
                public List<Listing> listings() {
                    return lists.listings();
                }

                @Override
                public Pulled pull(Pull question) {
                    step();
                    return lists.pull(question);
                }
            };
        }

        private ReadingMarks marks(ReadingMarks kept) {
            return new ReadingMarks() {
                @Override
                public ReadingMark read(ResourceKind kind) {
                    return kept.read(kind);
                }

                @Override
                public void write(ReadingMark mark) {
                    step();
                    kept.write(mark);
                    step();
                }
            };
        }
    }

    @Test
    void a_process_that_dies_at_any_step_goes_on_to_the_same_state() {
        var expected = allSeen(3);
        int fatal = 0;
        while (died(fatal, expected)) {
            fatal++;
        }
        assertThat(fatal).isGreaterThan(100);
    }

    private static boolean died(int fatal, List<String> expected) {
        var shop = shop().loseDeliveries(.5);
        shop.lists().pages(4);
        var memory = new Memory();
        ShopDay.hours(3, HOURS).forEach(it -> it.accept(shop));
        shop.advance(PATIENCE);
        memory.take(shop.drain());
        boolean died = false;
        try {
            new Fate(fatal).reconciliation(memory, shop).runWhole();
        } catch (Crash crash) {
            died = true;
            shop.advance(Duration.ofSeconds(10));
            var resumed =
                    memory.reconciliation(shop.lists(), shop.clock(), PLAN).run();
            assertThat(resumed.isComplete()).isTrue();
        }
        assertAlike(memory.dump(), expected);
        return died;
    }
}
