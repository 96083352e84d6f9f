package dev.storetwin.benchmarks.decision;

import com.sun.management.ThreadMXBean;
import dev.storetwin.Twin;
import dev.storetwin.benchmarks.guardrail.MadeUpRules;
import dev.storetwin.core.StoreTwin;
import dev.storetwin.core.pricing.PricingOptions;
import dev.storetwin.testing.SettableClock;
import dev.storetwin.testing.SyntheticShop;
import dev.storetwin.type.Channel;
import dev.storetwin.type.Sku;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * How long a price question takes from {@code recommend} to the decision: a ladder of twenty prices, each judged by as many rules as one likes.
 * The questions go round all SKUs and channels of a synthetic shop; each is asked twice, and the second time much is known already.
 *
 * <p>Usage: {@code java ... RecommendSpeed [RULES] [QUESTIONS]}; 20 rules and 50,000 questions unless given. Half as many are asked before.
 */
public final class RecommendSpeed {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final SyntheticShop SHOP = SyntheticShop.small(5);
    private static final Double[] LADDER = IntStream.rangeClosed(-10, 10)
            .filter(it -> it != 0)
            .mapToObj(it -> it / 50.0)
            .toArray(Double[]::new);

    private RecommendSpeed() {}

    public static void main(String[] arguments) {
        int rules = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20;
        int questions = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 50_000;
        var opening = SHOP.from().atStartOfDay(SHOP.zone()).toInstant();
        var clock = SettableClock.at(opening);
        try (var twin = StoreTwin.builder()
                .zone(SHOP.zone())
                .currency(SHOP.currency())
                .clock(clock)
                .pricing(PricingOptions.DEFAULT.withMoves(LADDER))
                .guardrails(MadeUpRules.rules(rules))
                .build()) {
            SHOP.events().forEach(event -> {
                if (event.header().receivedAt().isAfter(clock.instant())) {
                    clock.set(event.header().receivedAt());
                }
                twin.accept(event);
            });
            ask(twin, questions / 2);
            System.out.println("us              median       p99     p99.9");
            report(ask(twin, questions));
        }
    }

    /** Microseconds of each question. */
    private record Times(double[] wall, double[] cpu) {

        Times(int questions) {
            this(new double[questions], new double[questions]);
        }

        void take(int question, Twin twin, Sku sku, Channel channel) {
            long cpuStart = THREADS.getCurrentThreadCpuTime();
            long start = System.nanoTime();
            var decision = twin.pricing().recommend(sku, channel);
            wall[question] = (System.nanoTime() - start) / 1e3;
            cpu[question] = (THREADS.getCurrentThreadCpuTime() - cpuStart) / 1e3;
            if (decision.alternatives().size() < LADDER.length) {
                throw new IllegalStateException("Not all prices were tried: " + decision);
            }
        }
    }

    /** The times of the first and of the second asking. */
    private static List<Times> ask(Twin twin, int questions) {
        var times = List.of(new Times(questions), new Times(questions));
        for (int i = 0; i < questions; i++) {
            for (var asking : times) {
                asking.take(i, twin, sku(i), channel(i));
            }
        }
        return times;
    }

    private static Sku sku(int question) {
        return SHOP.skus().get(question % SHOP.skus().size());
    }

    private static Channel channel(int question) {
        return SHOP.channels()
                .get(question / SHOP.skus().size() % SHOP.channels().size());
    }

    private static void report(List<Times> times) {
        print("first, wall", times.get(0).wall());
        print("first, CPU", times.get(0).cpu());
        print("again, wall", times.get(1).wall());
        print("again, CPU", times.get(1).cpu());
    }

    private static void print(String name, double[] micros) {
        Arrays.sort(micros);
        System.out.printf(
                Locale.ROOT,
                "%-13s %,7.0f   %,7.0f   %,7.0f%n",
                name,
                micros[micros.length / 2],
                micros[(int) (micros.length * .99)],
                micros[(int) (micros.length * .999)]);
    }
}
