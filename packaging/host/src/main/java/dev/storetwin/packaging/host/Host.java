package dev.storetwin.packaging.host;

import dev.storetwin.Twin;
import dev.storetwin.core.StoreTwin;
import dev.storetwin.guardrail.RuleSet;
import dev.storetwin.type.Actor;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;

/**
 * An application that embeds the twin, in whatever it is packed. It judges the prices of a made-up shop by several rule sets, one after the
 * other, and prints one line for each: how many verdicts of which kind, and their digest. The same lines must come out of every layout.
 *
 * <p>Arguments: a data directory, then rule sets: a number for as many made-up rules, a name for the rule file of that name.
 */
public final class Host {

    private Host() {}

    public static void main(String[] args) {
        var sets = List.of(args).subList(1, args.length).stream().map(Host::rules).toList();
        try (var twin = twin(Path.of(args[0]))) {
            twin.load(MadeUpShop.history());
            sets.forEach(it -> judge(twin, it));
        }
    }

    private static Twin twin(Path data) {
        return StoreTwin.builder()
                .dataDirectory(data)
                .clock(Clock.fixed(MadeUpShop.NOW, ZoneOffset.UTC))
                .build();
    }

    private static RuleSet rules(String name) {
        return name.matches("\\d+")
                ? MadeUpRules.of(Integer.parseInt(name))
                : RuleSet.fromClasspath("rules/%s.drl".formatted(name));
    }

    private static void judge(Twin twin, RuleSet rules) {
        twin.rules().install(rules, Actor.HOST);
        var decisions = MadeUpShop.skus()
                .map(it -> twin.pricing().recommend(it, MadeUpShop.WEB))
                .toList();
        System.out.println(rules.name() + ": " + Verdicts.of(decisions));
    }
}
