package dev.storetwin.packaging.host;

import dev.storetwin.Twin;
import dev.storetwin.core.StoreTwin;
import dev.storetwin.decision.Decision;
import dev.storetwin.guardrail.RuleSet;
import dev.storetwin.pricing.PriceChange;
import dev.storetwin.type.Actor;
import dev.storetwin.type.Sku;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * An application that embeds the twin, in whatever it is packed. It judges the prices of a made-up shop by several rule sets, one after the
 * other, and prints one line for each: how many verdicts of which kind, and their digest. The same lines must come out of every layout.
 *
 * <p>Arguments: a data directory, then rule sets: a number for as many made-up rules, a name for the rule file of that name. The twin
 * is built with the first; the others are put in force on a thread of a shared pool, which in some layouts sees less than the main thread.
 */
public final class Host {

    private Host() {}

    public static void main(String[] args) {
        var names = List.of(args).subList(1, args.length);
        try (var twin = twin(Path.of(args[0]), rules(names.get(0)))) {
            twin.load(MadeUpShop.history());
            judge(twin);
            for (var name : names.subList(1, names.size())) {
                CompletableFuture.runAsync(() -> twin.rules().install(rules(name), Actor.HOST))
                        .join();
                judge(twin);
            }
        }
    }

    private static Twin twin(Path data, RuleSet rules) {
        return StoreTwin.builder()
                .dataDirectory(data)
                .clock(Clock.fixed(MadeUpShop.NOW, ZoneOffset.UTC))
                .guardrails(rules)
                .build();
    }

    private static RuleSet rules(String name) {
        return name.matches("\\d+")
                ? MadeUpRules.of(Integer.parseInt(name))
                : RuleSet.fromClasspath("rules/%s.drl".formatted(name));
    }

    private static void judge(Twin twin) {
        var decisions = MadeUpShop.skus().map(it -> ask(twin, it)).toList();
        System.out.println(twin.rules().inForce().orElseThrow().name() + ": " + Verdicts.of(decisions));
    }

    /** Where the whole machine stands still for a while a check runs into its deadline and blocks; then the question is asked again. */
    private static Decision<PriceChange> ask(Twin twin, Sku sku) {
        return Stream.generate(() -> twin.pricing().recommend(sku, MadeUpShop.WEB))
                .limit(5)
                .filter(Predicate.not(Host::isLate))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isLate(Decision<?> decision) {
        return decision.ruleHits().stream().anyMatch(it -> it.reason().startsWith("The rules took more than"));
    }
}
