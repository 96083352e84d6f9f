package dev.storetwin.benchmarks.decision;

import com.sun.management.ThreadMXBean;
import dev.storetwin.Twin;
import dev.storetwin.benchmarks.guardrail.MadeUpRules;
import dev.storetwin.core.StoreTwin;
import dev.storetwin.core.pricing.PricingOptions;
import dev.storetwin.event.OrderLine;
import dev.storetwin.event.OrderPlaced;
import dev.storetwin.testing.SettableClock;
import dev.storetwin.testing.SyntheticShop;
import dev.storetwin.type.Channel;
import dev.storetwin.type.Money;
import dev.storetwin.type.OrderId;
import dev.storetwin.type.Quantity;
import dev.storetwin.type.Sku;
import dev.storetwin.type.Source;
import dev.storetwin.type.TaxMode;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * How long a price question takes from {@code recommend} to the decision: a ladder of twenty prices, each judged by as many rules as one likes.
 * The questions go round all SKUs and channels of a synthetic shop; each is asked twice, and the second time much is known already. Then a tenth as
 * many are asked right after an order of what they are about.
 *
 * <p>Usage: {@code java ... RecommendSpeed [RULES] [QUESTIONS] [DIR]}; 20 rules and 50,000 questions unless given. Half as many are asked before.
 * With a directory, the twin keeps its data there, as it does in a shop; without one, all audit lines stay in memory, which grows by each.
 */
public final class RecommendSpeed {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final SyntheticShop SHOP = SyntheticShop.small(5);
    private static final Source SOURCE = Source.of("till");
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
        var builder = StoreTwin.builder()
                .zone(SHOP.zone())
                .currency(SHOP.currency())
                .clock(clock)
                .pricing(PricingOptions.DEFAULT.withMoves(LADDER))
                .guardrails(MadeUpRules.rules(rules));
        if (arguments.length > 2) {
            builder.dataDirectory(Path.of(arguments[2]));
        }
        try (var twin = builder.build()) {
            SHOP.events().forEach(event -> {
                if (event.header().receivedAt().isAfter(clock.instant())) {
                    clock.set(event.header().receivedAt());
                }
                twin.accept(event);
            });
            ask(twin, questions / 2);
            askAfterOrders(twin, clock, 0, questions / 20);
            System.out.println("us                 median       p99     p99.9");
            report(ask(twin, questions));
            var after = askAfterOrders(twin, clock, questions / 20, questions / 10);
            print("ordered, wall", after.wall());
            print("ordered, CPU", after.cpu());
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

    /** The times of questions about what was ordered a moment before. */
    private static Times askAfterOrders(Twin twin, Clock clock, int before, int questions) {
        var times = new Times(questions);
        for (int i = 0; i < questions; i++) {
            var line = OrderLine.of("1", sku(i), Quantity.of(1), Money.of(10, SHOP.currency()), TaxMode.GROSS);
            twin.accept(OrderPlaced.of(SOURCE, OrderId.of("o" + (before + i)), channel(i), clock.instant(), line));
            times.take(i, twin, sku(i), channel(i));
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
                "%-16s %,7.0f   %,7.0f   %,7.0f%n",
                name,
                micros[micros.length / 2],
                micros[(int) (micros.length * .99)],
                micros[(int) (micros.length * .999)]);
    }
}
