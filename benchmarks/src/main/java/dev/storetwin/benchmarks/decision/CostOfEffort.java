package dev.storetwin.benchmarks.decision;

import dev.storetwin.Twin;
import dev.storetwin.core.StoreTwin;
import dev.storetwin.core.forecast.KeptForecasts;
import dev.storetwin.core.monitor.CostMeter;
import dev.storetwin.core.monitor.CpuClock;
import dev.storetwin.core.monitor.ThreadCpu;
import dev.storetwin.decision.CostBudget;
import dev.storetwin.decision.Decision;
import dev.storetwin.decision.DegradeLadder;
import dev.storetwin.pricing.MarkdownWish;
import dev.storetwin.proposal.Effort;
import dev.storetwin.testing.SettableClock;
import dev.storetwin.testing.SyntheticShop;
import dev.storetwin.type.Capability;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What an answer costs at each effort, and what it costs to keep the account. Each SKU of a small shop is asked about once a day while the shop
 * lives, so that every answer at full effort needs new models.
 *
 * <p>Argument: how many questions of each kind are asked at each effort.
 */
public final class CostOfEffort {

    private static final SyntheticShop SHOP = SyntheticShop.small(5);
    private static final CpuClock CPU = new ThreadCpu();
    private static final double NEVER = Double.POSITIVE_INFINITY;
    private static final double AT_ONCE = 1e-12;
    private static final int SEASON_DAYS = 84;
    private static final int CHARGES = 2_000_000;

    private final SettableClock clock = SettableClock.at(Instant.EPOCH);
    private final Map<Effort, Integer> efforts = new EnumMap<>(Effort.class);
    private final double[] prices;
    private final double[] orders;
    private final double[] markdowns;

    private CostOfEffort(int count) {
        this.prices = new double[count];
        this.orders = new double[count];
        this.markdowns = new double[count];
    }

    public static void main(String[] args) {
        int count = Integer.parseInt(args[0]);
        for (var round : List.of("warm-up", "measured")) {
            System.out.println(round + ", microseconds of CPU time an answer");
            new CostOfEffort(count).run("no budget", Optional.empty());
            new CostOfEffort(count).run("full", Optional.of(new DegradeLadder(NEVER, NEVER, NEVER)));
            new CostOfEffort(count).run("cached", Optional.of(new DegradeLadder(AT_ONCE, NEVER, NEVER)));
            new CostOfEffort(count).run("simple", Optional.of(new DegradeLadder(AT_ONCE, AT_ONCE, NEVER)));
            new CostOfEffort(count).run("nothing", Optional.of(new DegradeLadder(AT_ONCE, AT_ONCE, AT_ONCE)));
        }
        account("adding up alone", () -> 0);
        account("with the CPU clock of the JVM", CPU);
    }

    private void run(String name, Optional<DegradeLadder> ladder) {
        int perDay = SHOP.skus().size();
        var start = SHOP.until()
                .minusDays(prices.length / perDay)
                .atStartOfDay(SHOP.zone())
                .toInstant();
        clock.set(start);
        try (var twin = twin(ladder)) {
            var events = SHOP.events().toList();
            int heard = 0;
            for (int i = 0; i < prices.length; i++) {
                clock.set(start.plus(Duration.ofDays(1).dividedBy(perDay).multipliedBy(i)));
                int next = heard;
                while (next < events.size()
                        && !events.get(next).header().receivedAt().isAfter(clock.instant())) {
                    next++;
                }
                twin.load(events.subList(heard, next).stream());
                heard = next;
                ask(twin, i);
            }
        }
        System.out.printf(
                "  %-10s price %s, order %s, markdown %s, %s%n",
                name, words(prices), words(orders), words(markdowns), efforts);
    }

    private Twin twin(Optional<DegradeLadder> ladder) {
        var builder =
                StoreTwin.builder().zone(SHOP.zone()).currency(SHOP.currency()).clock(clock);
        ladder.map(it -> CostBudget.perDay()
                        .withCpu(Duration.ofDays(1))
                        .withLongestKept(Duration.ofDays(3))
                        .withLadder(it))
                .ifPresent(it -> builder.budget(Capability.PRICING, it).budget(Capability.INVENTORY, it));
        return builder.build();
    }

    private void ask(Twin twin, int i) {
        var sku = SHOP.skus().get(i % SHOP.skus().size());
        prices[i] = micros(() -> twin.pricing().recommend(sku, SHOP.channels().get(0)));
        orders[i] = micros(() -> twin.inventory().recommend(sku, SHOP.nodes().get(0)));
        var season = MarkdownWish.until(
                clock.instant().atZone(SHOP.zone()).toLocalDate().plusDays(SEASON_DAYS));
        markdowns[i] = micros(() ->
                twin.pricing().markdown(sku, SHOP.channels().get(0), season).decision());
    }

    private double micros(Supplier<Decision<?>> question) {
        long start = CPU.nanos();
        var decision = question.get();
        efforts.merge(decision.work().effort(), 1, Integer::sum);
        return (CPU.nanos() - start) / 1e3;
    }

    private static String words(double[] micros) {
        var sorted = micros.clone();
        Arrays.sort(sorted);
        return "mean %,.0f, half below %,.0f"
                .formatted(Arrays.stream(sorted).average().orElse(0), sorted[sorted.length / 2]);
    }

    /** The account of one thread; several add to cells of their own. */
    private static void account(String name, CpuClock cpu) {
        var budget = CostBudget.perHour().withCpu(Duration.ofMinutes(59)).withModelCalls(1_000);
        var scope = new CostMeter.Scope(Capability.PRICING, budget, ZoneOffset.UTC);
        var now = Instant.parse("2026-03-04T12:00:00Z");
        double best = NEVER;
        for (int round = 0; round < 5; round++) {
            var meter = new CostMeter(scope, KeptForecasts.none(), cpu, now, alert -> {});
            long start = System.nanoTime();
            for (int i = 0; i < CHARGES; i++) {
                meter.open(now).charge(now);
            }
            best = Math.min(best, (double) (System.nanoTime() - start) / CHARGES);
        }
        System.out.printf("account, %s: %.0f ns a question%n", name, best);
    }
}
