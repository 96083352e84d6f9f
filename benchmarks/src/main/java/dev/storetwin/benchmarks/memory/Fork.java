package dev.storetwin.benchmarks.memory;

import dev.storetwin.Twin;
import dev.storetwin.core.StoreTwin;
import dev.storetwin.core.binary.Fingerprint;
import dev.storetwin.core.state.ShopState;
import dev.storetwin.event.PriceChanged;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.simulation.Scenario;
import dev.storetwin.type.Money;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * How long it takes to branch off a shop while events come in, whether both sides keep apart, and what the branch weighs.
 *
 * <p>Usage: {@code java ... Fork [SKUS] [FORKS]}; 250,000 SKUs in 4 channels and 10,000 forks, 2,000 a second, unless given. A hundredth of the keys then get another price on each
 * side, not the same ones nor the same prices; each side must have the root of a state folded afresh from what happened there.
 */
public final class Fork {

    private static final int CHANNELS = 4;
    private static final int FORKS_PER_SECOND = 2_000;
    private static final int SHARE = 100;
    private static final Instant LATER = EventMix.START.plus(Duration.ofDays(30));

    private final MadeUpShop shop;
    private final EventMix mix;

    private Fork(int skus) {
        this.shop = MadeUpShop.of(skus, CHANNELS);
        this.mix = EventMix.of(5, shop, Duration.ofMillis(100));
    }

    /**
     * @param forks  how long each took while events came in
     * @param used   bytes of heap before the branch
     * @param both   bytes of heap that the branch and the changes on both sides took
     * @param branch bytes of those that are free again once nobody holds the branch, so that it alone took them
     */
    record Figures(Latencies forks, long used, long both, long branch) {

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT, """
                    a fork with events coming in: %s
                    %,.1f MB before; a branch, with 1 %% of keys changed on both sides: %.2f %% for both changes, %.2f %% for the branch alone""", forks, used / Machine.MEGABYTE, 100.0 * both / used, 100.0 * branch / used);
        }
    }

    public static void main(String[] arguments) throws InterruptedException {
        int skus = Machine.argument(arguments, 0, 250_000);
        Machine.print("%s", Machine.description());
        run(skus, Machine.argument(arguments, 1, 10_000));
        Machine.print("both sides are as a fresh fold of what happened there");
    }

    /** Fails where one side sees anything of the other. */
    static Figures run(int skus, int forks) throws InterruptedException {
        return new Fork(skus).run(forks);
    }

    private Figures run(int count) throws InterruptedException {
        long empty = Machine.usedHeap();
        try (var twin = StoreTwin.builder().build()) {
            twin.load(opening());
            long opened = twin.state().revision();
            var forks = forks(twin, count);
            long taken = twin.state().revision() - opened;
            long used = Machine.usedHeap() - empty;
            long withBranch = changedOnBothSides(twin, taken) - empty;
            var figures = new Figures(forks, used, withBranch - used, withBranch - (Machine.usedHeap() - empty));
            Machine.print("%s", figures);
            return figures;
        }
    }

    /** The branch is nobody's any more afterwards. Answers with the heap that was used while it was there. */
    private long changedOnBothSides(Twin twin, long taken) {
        var branch = twin.scenario();
        changes(0).forEach(twin::accept);
        changes(1).forEach(branch::accept);
        long used = Machine.usedHeap();
        mustKeepApart(twin, branch, taken);
        return used;
    }

    private Stream<TwinEvent> opening() {
        Iterable<TwinEvent> opening = mix::opening;
        return StreamSupport.stream(opening.spliterator(), false);
    }

    /** Forks at a steady pace while another thread feeds events as fast as they are taken. */
    private Latencies forks(Twin twin, int count) throws InterruptedException {
        var done = new AtomicBoolean();
        var feeding = new Thread(() -> feed(twin, done), "storetwin-feeding");
        feeding.start();
        try {
            var forks = new Latencies(count);
            var schedule = new Schedule(FORKS_PER_SECOND);
            for (int i = 0; i < count; i++) {
                schedule.await(i);
                long start = System.nanoTime();
                var branch = twin.scenario();
                forks.set(i, System.nanoTime() - start);
                Machine.mustHold(branch.state().revision() <= twin.state().revision(), "a branch has no future");
            }
            return forks;
        } finally {
            done.set(true);
            feeding.join();
        }
    }

    private void feed(Twin twin, AtomicBoolean done) {
        for (long i = 0; !done.get(); i++) {
            twin.accept(mix.event(i));
        }
    }

    /** Every hundredth key, beginning at the first on one side and the second on the other. */
    private List<TwinEvent> changes(int side) {
        int keys = shop.skus().size() * CHANNELS;
        return IntStream.range(0, keys / SHARE)
                .<TwinEvent>mapToObj(it -> price(it * SHARE + side, side))
                .toList();
    }

    private TwinEvent price(int key, int side) {
        var amount = new Money(BigDecimal.valueOf(1_111 + side, 2), MadeUpShop.CURRENCY);
        var sku = shop.skus().get(key / CHANNELS);
        return PriceChanged.of(MadeUpShop.SOURCE, sku, shop.channels().get(key % CHANNELS), amount, LATER);
    }

    private void mustKeepApart(Twin twin, Scenario branch, long taken) {
        var before = afresh(taken);
        Machine.mustHold(
                root(twin.state()).equals(before.after(changes(0)).state().root()),
                "the shop is as if nobody branched");
        Machine.mustHold(
                root(branch.state()).equals(before.after(changes(1)).state().root()),
                "the branch is as if it were alone");
        Machine.mustHold(!root(twin.state()).equals(root(branch.state())), "the two sides differ");
    }

    private ShopState afresh(long taken) {
        var empty = ShopState.empty(ZoneOffset.UTC, MadeUpShop.CURRENCY);
        return empty.after(
                        Stream.concat(opening(), mix.between(0, taken).stream()).toList())
                .state();
    }

    private static Fingerprint root(Object state) {
        return ((ShopState) state).root();
    }
}
