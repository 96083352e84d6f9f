package dev.storetwin.benchmarks.guardrail;

import com.sun.management.ThreadMXBean;
import dev.storetwin.drools.DroolsRuleCompiler;
import dev.storetwin.guardrail.CompiledRules;
import dev.storetwin.pricing.PriceChange;
import dev.storetwin.type.Money;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/**
 * Guardrail decisions per second of CPU, on one thread and on two at once, so that what else the machine does hardly counts.
 *
 * <p>Usage: {@code java ... DecisionRate [RULES] [DECISIONS]}; 20 rules and a million decisions unless given.
 */
public final class DecisionRate {

    private static final int ROUNDS = 5;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    /** All prices of a ladder. */
    private static final List<PriceChange> LADDER = IntStream.range(0, 50)
            .mapToObj(it -> MadeUpRules.change().withTo(Money.of("%d.30".formatted(10 + it), "EUR")))
            .toList();

    private final CompiledRules rules;

    private DecisionRate(CompiledRules rules) {
        this.rules = rules;
    }

    public static void main(String[] arguments) throws ExecutionException, InterruptedException {
        int count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20;
        int decisions = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1_000_000;
        try (var compiled = new DroolsRuleCompiler().compile(MadeUpRules.rules(count))) {
            var rate = new DecisionRate(compiled);
            System.out.println("round  one thread  two threads  two for one   (decisions per CPU second and thread)");
            for (int round = 0; round < ROUNDS; round++) {
                double one = rate.perCpuSecond(decisions, 1);
                double two = rate.perCpuSecond(decisions, 2);
                System.out.printf(Locale.ROOT, "%5d %,11.0f %,12.0f %12.2f%n", round, one, two, 2 * two / one);
            }
        }
    }

    private double perCpuSecond(int decisions, int threads) throws ExecutionException, InterruptedException {
        var pool = Executors.newFixedThreadPool(threads);
        try {
            var work = IntStream.range(0, threads)
                    .mapToObj(it -> (Callable<Long>) () -> cpuNanos(decisions / threads))
                    .toList();
            long nanos = 0;
            for (var done : pool.invokeAll(work)) {
                nanos += done.get();
            }
            return decisions / (nanos / 1e9);
        } finally {
            pool.shutdown();
        }
    }

    private long cpuNanos(int decisions) {
        var context = MadeUpRules.context();
        long start = THREADS.getCurrentThreadCpuTime();
        for (int i = 0; i < decisions; i++) {
            rules.check(LADDER.get(i % LADDER.size()), context);
        }
        return THREADS.getCurrentThreadCpuTime() - start;
    }
}
