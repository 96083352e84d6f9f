package dev.storetwin.benchmarks.decision;

import dev.storetwin.Twin;
import dev.storetwin.core.DecisionArchive;
import dev.storetwin.core.StoreTwin;
import dev.storetwin.core.random.Draws;
import dev.storetwin.decision.CostBudget;
import dev.storetwin.decision.DegradeLadder;
import dev.storetwin.decision.Reproduction;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.experiment.Exploration;
import dev.storetwin.guardrail.Limit;
import dev.storetwin.guardrail.RuleSet;
import dev.storetwin.proposal.Effort;
import dev.storetwin.testing.SettableClock;
import dev.storetwin.testing.SyntheticShop;
import dev.storetwin.type.Actor;
import dev.storetwin.type.Capability;
import dev.storetwin.type.Money;
import dev.storetwin.type.Role;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Decides at random while a synthetic shop lives, and makes every decision again from the data directory alone.
 *
 * <p>Arguments: {@code make DIR N} decides N times, {@code make DIR N CALLS} with a budget of so many model calls a day for each capability, so
 * that most decisions are made with less work; {@code check DIR} makes all of them again, also on another JDK, and ends with exit code 1
 * when one differs.
 */
public final class Reproduce {

    private static final SyntheticShop SHOP = SyntheticShop.small(5);
    private static final int RULE_CHANGES = 4;

    private Reproduce() {}

    public static void main(String[] args) {
        var directory = Path.of(args[1]);
        if (args[0].equals("make")) {
            var calls = args.length > 3 ? OptionalLong.of(Long.parseLong(args[3])) : OptionalLong.empty();
            make(directory, Integer.parseInt(args[2]), calls);
        } else {
            System.exit(check(directory) ? 0 : 1);
        }
    }

    private static void make(Path directory, int count, OptionalLong calls) {
        var clock = SettableClock.at(SHOP.from().atStartOfDay(SHOP.zone()).toInstant());
        long start = System.nanoTime();
        var builder = StoreTwin.builder()
                .zone(SHOP.zone())
                .currency(SHOP.currency())
                .clock(clock)
                .seed(7)
                .dataDirectory(directory)
                .exploration(new Exploration(.3))
                .limits(List.of(new Limit("weekly budget", "*", Money.of(5_000, SHOP.currency()))))
                .guardrails(rules(0));
        calls.ifPresent(it -> {
            var budget = CostBudget.perDay().withModelCalls(it).withLadder(new DegradeLadder(.2, .8, 1));
            builder.budget(Capability.PRICING, budget).budget(Capability.INVENTORY, budget);
        });
        try (var twin = builder.build()) {
            live(twin, clock, count);
        }
        System.out.printf("%,d decisions made in %.1f s%n", count, (System.nanoTime() - start) / 1e9);
    }

    private static void live(Twin twin, SettableClock clock, int count) {
        var events = SHOP.events().toList();
        for (int i = 0; i < count; i++) {
            int from = (int) ((long) events.size() * i / count);
            var part = events.subList(from, (int) ((long) events.size() * (i + 1) / count));
            part.forEach(it -> hear(twin, clock, it));
            if (i % (count / RULE_CHANGES + 1) == count / RULE_CHANGES) {
                twin.rules().install(rules(i), new Actor(Role.MERCHANT, "owner"));
            }
            ask(twin, i);
        }
    }

    private static void hear(Twin twin, SettableClock clock, TwinEvent event) {
        if (event.header().receivedAt().isAfter(clock.instant())) {
            clock.set(event.header().receivedAt());
        }
        twin.offer(event);
    }

    private static void ask(Twin twin, int question) {
        var draw = Draws.of(3).keyed("question", "", question);
        var sku = SHOP.skus().get(draw.nextInt(SHOP.skus().size()));
        if (draw.nextBoolean(.5)) {
            twin.pricing().recommend(sku, SHOP.channels().get(draw.nextInt(2)));
        } else {
            twin.inventory().recommend(sku, SHOP.nodes().get(draw.nextInt(2)));
        }
    }

    private static RuleSet rules(int deepest) {
        return RuleSet.of("moves.drl", """
                package rules

                import dev.storetwin.guardrail.Guard
                import dev.storetwin.inventory.Replenishment
                import dev.storetwin.pricing.PriceChange
                import dev.storetwin.type.Quantity

                global Guard guard

                rule "no deep cut"
                when
                    PriceChange(move() < -0.1%d)
                then
                    guard.block("too deep");
                end

                rule "price ending"
                when
                    $change : PriceChange($price : to, !to.endsWith("99"))
                then
                    guard.adjust($change.withTo($price.roundedUpToEnding("99")), "our prices end in 99, not like {}", $price);
                end

                rule "large orders"
                when
                    Replenishment(quantity > Quantity.of(100))
                then
                    guard.review("more than 100");
                end
                """.formatted(deepest));
    }

    private static boolean check(Path directory) {
        long start = System.nanoTime();
        try (var archive = DecisionArchive.open(directory)) {
            var ids = archive.ids();
            var answers = archive.reproduce(ids);
            var others = answers.stream().filter(it -> !it.isIdentical()).toList();
            others.stream().limit(5).map(Reproduction::inWords).forEach(System.out::println);
            System.out.printf(
                    "%,d of %,d decisions come out the same (%,d different names) in %.1f s on Java %s%n",
                    answers.size() - others.size(),
                    answers.size(),
                    ids.stream().distinct().count(),
                    (System.nanoTime() - start) / 1e9,
                    Runtime.version());
            System.out.println("by effort: " + efforts(archive));
            return others.isEmpty();
        }
    }

    private static Map<Effort, Long> efforts(DecisionArchive archive) {
        return archive.ids().stream()
                .flatMap(it -> archive.find(it).stream())
                .collect(Collectors.groupingBy(
                        it -> it.decision().work().effort(), TreeMap::new, Collectors.counting()));
    }
}
