package dev.storetwin.benchmarks.guardrail;

import dev.storetwin.drools.DroolsRuleCompiler;
import dev.storetwin.guardrail.CompiledRules;
import dev.storetwin.guardrail.RuleSet;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Replaces rules again and again while two threads ask them, and looks at what stays behind: metaspace, classes, wrong answers.
 *
 * <p>Argument: how often. Each set blocks above another price, and says its own number; an answer must be that of a set in force while it was
 * asked.
 */
public final class RuleReloads {

    private static final int SETTLED = 50;

    private RuleReloads() {}

    /** A set and its number. */
    private record Numbered(long number, CompiledRules rules) {}

    /** Prints metaspace and classes now and then, and ends with an error when an answer was wrong. */
    public static void main(String[] args) throws InterruptedException {
        int reloads = Integer.parseInt(args[0]);
        var inForce = new AtomicReference<>(compile(0));
        var isOver = new AtomicBoolean();
        var asked = new AtomicLong();
        var wrong = new AtomicLong();
        var askers = new Thread[] {asker(inForce, isOver, asked, wrong), asker(inForce, isOver, asked, wrong)};
        for (int reload = 1; reload <= reloads; reload++) {
            inForce.getAndSet(compile(reload)).rules().close();
            if (reload == SETTLED || reload % 250 == 0) {
                print(reload, asked.get(), wrong.get());
            }
        }
        isOver.set(true);
        for (var asker : askers) {
            asker.join();
        }
        if (wrong.get() > 0) {
            System.exit(1);
        }
    }

    private static Numbered compile(long number) {
        var drl = """
                package rules
                import dev.storetwin.pricing.PriceChange
                import dev.storetwin.guardrail.Guard
                global Guard guard
                rule "number" when PriceChange(to.amount > 0) then guard.block("{}", %d); end
                rule "floor" when PriceChange(to.amount < 0.%03d) then guard.block("low"); end
                """.formatted(number, number);
        return new Numbered(number, new DroolsRuleCompiler().compile(RuleSet.of("reload.drl", drl)));
    }

    private static Thread asker(
            AtomicReference<Numbered> inForce, AtomicBoolean isOver, AtomicLong asked, AtomicLong wrong) {
        var thread = new Thread(() -> {
            while (!isOver.get()) {
                var held = Objects.requireNonNull(inForce.get());
                var ruling = held.rules().check(MadeUpRules.change(), MadeUpRules.context());
                var isRight = ruling.hits().size() == 1
                        && ruling.hits().get(0).reason().equals(Long.toString(held.number()));
                wrong.addAndGet(isRight ? 0 : 1);
                asked.incrementAndGet();
            }
        });
        thread.start();
        return thread;
    }

    private static void print(int reload, long asked, long wrong) {
        System.gc();
        var classes = ManagementFactory.getClassLoadingMXBean();
        System.out.printf(
                "%d reloads: metaspace %.1f MB, %d classes loaded, %d unloaded, %d answers, %d wrong%n",
                reload,
                metaspace() / 1e6,
                classes.getLoadedClassCount(),
                classes.getUnloadedClassCount(),
                asked,
                wrong);
    }

    private static long metaspace() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(it -> it.getName().equals("Metaspace"))
                .map(MemoryPoolMXBean::getUsage)
                .mapToLong(it -> it.getUsed())
                .sum();
    }
}
