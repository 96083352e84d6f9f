package dev.storetwin.benchmarks.pricing;

import dev.storetwin.CoupledPrice;
import dev.storetwin.PricePlan;
import dev.storetwin.Twin;
import dev.storetwin.core.StoreTwin;
import dev.storetwin.pricing.PriceRule;
import dev.storetwin.pricing.PriceRule.Kind;
import dev.storetwin.pricing.PriceWishes;
import dev.storetwin.proposal.PlanProgress;
import dev.storetwin.testing.SettableClock;
import dev.storetwin.testing.SyntheticShop;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * What it takes to plan the prices of a whole shop with a history together, under rules that tie them, and how long a plan goes on when it is told to stop.
 *
 * <p>Arguments: SKUs, days, threads.
 */
public final class PricesTogether {

    private final SyntheticShop shop;
    private final int threads;

    private PricesTogether(SyntheticShop shop, int threads) {
        this.shop = shop;
        this.threads = threads;
    }

    public static void main(String[] args) {
        var shop = SyntheticShop.builder()
                .seed(1)
                .skus(Integer.parseInt(args[0]))
                .channels(2)
                .nodes(2)
                .days(Integer.parseInt(args[1]))
                .build();
        new PricesTogether(shop, Integer.parseInt(args[2])).run();
    }

    private static PriceWishes wishes(int prices) {
        return PriceWishes.all()
                .under(
                        PriceRule.share(Kind.MARGIN_FLOOR, "0.05").asWish(1),
                        PriceRule.share(Kind.MAX_CHANGE, "0.15"),
                        PriceRule.endings(".99", ".49"),
                        PriceRule.share(Kind.PARITY, "0.1").asWish(2),
                        PriceRule.share(Kind.FAMILY_BAND, "0.3").asWish(3),
                        PriceRule.maxMoves(Math.max(1, prices / 10)));
    }

    private void run() {
        var workers = Executors.newFixedThreadPool(Math.max(1, threads - 1));
        try (var twin = twin(workers)) {
            twin.load(shop.events());
            var wishes = wishes(2 * shop.skus().size());
            told("first plan", twin, wishes);
            told("again", twin, wishes);
            stopped(twin, wishes);
        } finally {
            workers.shutdown();
        }
    }

    private Twin twin(ExecutorService workers) {
        return StoreTwin.builder()
                .zone(shop.zone())
                .currency(shop.currency())
                .clock(SettableClock.at(shop.end()))
                .executor(workers, threads)
                .build();
    }

    private static void told(String what, Twin twin, PriceWishes wishes) {
        var phases = new EnumMap<PlanProgress.Phase, Long>(PlanProgress.Phase.class);
        long start = System.nanoTime();
        var plan = twin.pricing().plan(wishes, it -> {
            phases.putIfAbsent(it.phase(), System.nanoTime() - start);
            return true;
        });
        print(
                "%s: %s s; begun after %s; %s",
                what,
                seconds(System.nanoTime() - start),
                phases.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(it -> it.getKey() + " " + seconds(it.getValue()))
                        .toList(),
                words(plan));
    }

    private static String words(PricePlan plan) {
        return "%d prices, %d change, %d stuck, worth %.0f, at most %.2f below the best, %s"
                .formatted(
                        plan.lines().size(),
                        plan.changes().count(),
                        plan.lines().stream().filter(CoupledPrice::isStuck).count(),
                        plan.value(),
                        plan.gap(),
                        plan.limits());
    }

    /** From the word of a watch that a part of the work is done. */
    private static void stopped(Twin twin, PriceWishes wishes) {
        var said = new long[1];
        twin.pricing().plan(wishes, it -> {
            if (it.worked() < .3) {
                return true;
            }
            said[0] = System.nanoTime();
            return false;
        });
        print(
                "stopped %d ms after the word",
                Duration.ofNanos(System.nanoTime() - said[0]).toMillis());
    }

    private static String seconds(long nanos) {
        return String.format(Locale.ROOT, "%.2f", nanos / 1e9);
    }

    private static void print(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
