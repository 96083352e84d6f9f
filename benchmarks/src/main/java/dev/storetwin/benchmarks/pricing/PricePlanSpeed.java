package dev.storetwin.benchmarks.pricing;

import dev.storetwin.core.pricing.plan.PriceOptimiser;
import dev.storetwin.core.pricing.plan.PriceStatus;
import dev.storetwin.core.pricing.plan.PriceTicks;
import dev.storetwin.core.pricing.plan.PricedLine;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;

/**
 * How long it takes to plan the prices of many things under ten rules, from a cold JVM on.
 *
 * <p>Arguments: how many prices, threads, and plans one after the other.
 */
public final class PricePlanSpeed {

    private PricePlanSpeed() {}

    public static void main(String[] args) {
        int count = Integer.parseInt(args[0]);
        int threads = Integer.parseInt(args[1]);
        var workers = Executors.newFixedThreadPool(threads);
        try {
            for (int run = 0; run < Integer.parseInt(args[2]); run++) {
                var items = MadeUpPrices.items(count, run);
                long start = System.nanoTime();
                var plan = PriceOptimiser.of(PriceTicks.CENTS)
                        .with(workers, threads)
                        .plan(items, MadeUpPrices.rules(count));
                double seconds = (System.nanoTime() - start) / 1e9;
                System.out.printf(
                        Locale.ROOT,
                        "%d prices, %d threads: %.2f s; %d change, %d cannot keep the rules; worth %.2f, at most %.2f below the best; %s%n",
                        count,
                        threads,
                        seconds,
                        count(plan.lines(), PriceStatus.CHANGED),
                        count(plan.lines(), PriceStatus.INFEASIBLE),
                        plan.value(),
                        plan.gap(),
                        plan.shared());
            }
        } finally {
            workers.shutdown();
        }
    }

    private static long count(List<PricedLine> lines, PriceStatus status) {
        return lines.stream().filter(it -> it.status() == status).count();
    }
}
