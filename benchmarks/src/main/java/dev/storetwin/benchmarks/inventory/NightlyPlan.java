package dev.storetwin.benchmarks.inventory;

import com.sun.management.OperatingSystemMXBean;
import dev.storetwin.OrderPlan;
import dev.storetwin.Twin;
import dev.storetwin.core.StoreTwin;
import dev.storetwin.core.audit.JsonLinesAuditTrail;
import dev.storetwin.inventory.PlanLimit.TotalBudget;
import dev.storetwin.inventory.PlanTier;
import dev.storetwin.inventory.PlanWishes;
import dev.storetwin.proposal.PlanProgress;
import dev.storetwin.proposal.PlanWatch;
import dev.storetwin.testing.SettableClock;
import dev.storetwin.type.Money;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * How long a plan of many pairs takes, anew and after something has changed, without limits and within a budget of half of what is wished, on the
 * caller's thread and one more.
 *
 * <p>Usage: {@code java ... NightlyPlan PAIRS fast|full [free|tight]}. Making up and loading the shop is not counted.
 */
public final class NightlyPlan {

    private static final double MEGABYTE = 1024 * 1024;
    private static final int THREADS = 2;

    /** Money for each pair: about half of what is wished. */
    private static final long EACH = 40;

    private final BusyYear year;
    private final SettableClock clock = SettableClock.at(BusyYear.NOW);

    private NightlyPlan(int pairs) {
        this.year = new BusyYear(pairs / BusyYear.NODES.size());
    }

    public static void main(String[] arguments) throws IOException {
        var tier = PlanTier.valueOf(arguments[1].toUpperCase(Locale.ROOT));
        var part = arguments.length > 2 ? arguments[2] : "both";
        new NightlyPlan(Integer.parseInt(arguments[0])).run(new PlanWishes(tier, Optional.empty(), List.of()), part);
    }

    private void run(PlanWishes wishes, String part) throws IOException {
        var executor = Executors.newFixedThreadPool(THREADS - 1);
        var folder = Files.createTempDirectory("nightly-plan");
        var file = folder.resolve("audit.jsonl");
        try (var trail = JsonLinesAuditTrail.open(file);
                var twin = twin(executor, trail)) {
            timed("load", () -> twin.load(year.events()));
            print("heap of the shop %.0f MB", usedHeap() / MEGABYTE);
            if (!part.equals("tight")) {
                free(twin, wishes);
            }
            if (!part.equals("free")) {
                tight(twin, wishes);
            }
            print("trail %.0f MB", Files.size(file) / MEGABYTE);
        } finally {
            executor.shutdown();
            Files.deleteIfExists(file);
            Files.deleteIfExists(folder);
        }
    }

    private Twin twin(ExecutorService executor, JsonLinesAuditTrail trail) {
        return StoreTwin.builder()
                .zone(ZoneOffset.UTC)
                .currency(BusyYear.CURRENCY)
                .clock(clock)
                .executor(executor, THREADS)
                .audit(trail)
                .build();
    }

    private void free(Twin twin, PlanWishes wishes) {
        var plan = timed("plan without limits", () -> twin.inventory().plan(wishes));
        tell(plan);
        print("heap with the plan %.0f MB", usedHeap() / MEGABYTE);
        change(twin, 0);
        tell(timed("the same again, 1 %% changed", plan::again));
    }

    private void tight(Twin twin, PlanWishes wishes) {
        var budget = Money.of(EACH * BusyYear.NODES.size() * year.skus(), BusyYear.CURRENCY);
        var tight = wishes.within(new TotalBudget(budget));
        var plan = timed(
                "plan within half of what is wished", () -> twin.inventory().plan(tight));
        tell(plan);
        print("heap with the plan %.0f MB", usedHeap() / MEGABYTE);
        change(twin, year.skus() / 2);
        tell(timed("the same again, 1 %% changed", plan::again));
        stop(twin, tight);
    }

    private void change(Twin twin, int first) {
        clock.advance(Duration.ofMinutes(10));
        twin.load(year.later(first, Math.max(1, year.skus() / 100)).stream());
    }

    private static void tell(OrderPlan plan) {
        long orders =
                plan.lines().stream().filter(it -> it.planned().isPositive()).count();
        print(
                "    %,d lines, %,d planned anew, %,d orders, gain %.0f, gap %.2f",
                plan.lines().size(), plan.plannedAnew(), orders, plan.expectedGain(), plan.gap());
        plan.limits().forEach(it -> print("    %s", it.inWords()));
    }

    private static void stop(Twin twin, PlanWishes wishes) {
        var stopping = new Stopping();
        var plan =
                timed("a plan that is stopped at 20 %%", () -> twin.inventory().plan(wishes, stopping));
        print("    stopped %b after %.0f ms", plan.isStopped(), (System.nanoTime() - stopping.at) / 1e6);
    }

    private static final class Stopping implements PlanWatch {

        private long at;

        @Override
        public boolean goesOn(PlanProgress progress) {
            if (progress.worked() < .2) {
                return true;
            }
            at = System.nanoTime();
            return false;
        }
    }

    private static <T> T timed(String what, Supplier<T> work) {
        long wall = System.nanoTime();
        double cpu = cpuSeconds();
        var answer = work.get();
        print(
                "%-40s %8.2f s wall, %8.2f s CPU",
                String.format(what), (System.nanoTime() - wall) / 1e9, cpuSeconds() - cpu);
        return answer;
    }

    private static double cpuSeconds() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() / 1e9;
    }

    private static long usedHeap() {
        var memory = ManagementFactory.getMemoryMXBean();
        memory.gc();
        return memory.getHeapMemoryUsage().getUsed();
    }

    private static void print(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
