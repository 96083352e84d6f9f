package dev.storetwin.core.guardrail;

import dev.storetwin.guardrail.Category;
import dev.storetwin.guardrail.Fact;
import dev.storetwin.guardrail.Limit;
import dev.storetwin.guardrail.Location;
import dev.storetwin.guardrail.Market;
import dev.storetwin.guardrail.NumberLimit;
import dev.storetwin.guardrail.TimeLimit;
import dev.storetwin.type.Channel;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.Sku;
import dev.storetwin.type.Target;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The merchant's numbers, from which each target gets its own: of several of one name those of the most specific scope. A SKU is more specific
 * than a category, that more than a node or channel, that more than a region, and all more than {@code *}.
 */
public final class Limits {

    private static final String EVERYTHING = "*";
    private static final int SKU = 0;
    private static final int CATEGORY = 1;
    private static final int PLACE = 2;
    private static final int REGION = 3;
    private static final int ALL = 4;
    private static final int ELSEWHERE = 5;

    private final Map<String, List<Fact>> byName = new TreeMap<>();

    /** @param limits {@link Limit}, {@link NumberLimit} and {@link TimeLimit}; other facts have no scope and are left aside */
    public Limits(List<? extends Fact> limits) {
        limits.stream().filter(it -> !scope(it).isEmpty()).forEach(it -> byName.computeIfAbsent(
                        name(it), name -> new ArrayList<>())
                .add(it));
    }

    /** These and others, which win where they have the same name and scope. */
    public Limits under(List<? extends Fact> others) {
        if (others.isEmpty()) {
            return this;
        }
        var stronger = new Limits(others);
        var kept = byName.values().stream().flatMap(List::stream).filter(it -> !stronger.has(name(it), scope(it)));
        return new Limits(Stream.concat(kept, others.stream()).toList());
    }

    private boolean has(String name, String scope) {
        return byName.getOrDefault(name, List.of()).stream()
                .anyMatch(it -> scope(it).equals(scope));
    }

    /**
     * The limits of one target, in order of their names.
     *
     * @param known what is known of it, from which its category and region are read
     */
    public List<Fact> of(Target target, List<? extends Fact> known) {
        if (byName.isEmpty()) {
            return List.of();
        }
        var ranks = ranks(target, known);
        return byName.values().stream().flatMap(it -> closest(it, ranks)).toList();
    }

    private static Stream<Fact> closest(List<Fact> limits, Map<String, Integer> ranks) {
        int best = limits.stream().mapToInt(it -> rank(it, ranks)).min().orElse(ELSEWHERE);
        return limits.stream().filter(it -> best < ELSEWHERE && rank(it, ranks) == best);
    }

    private static int rank(Fact limit, Map<String, Integer> ranks) {
        return ranks.getOrDefault(scope(limit), ELSEWHERE);
    }

    private static Map<String, Integer> ranks(Target target, List<? extends Fact> known) {
        var ranks = new HashMap<String, Integer>();
        target.sku().map(Sku::value).ifPresent(it -> ranks.put(it, SKU));
        for (var fact : known) {
            if (fact instanceof Category category) {
                ranks.putIfAbsent(category.name(), CATEGORY);
            }
        }
        target.channel().map(Channel::value).ifPresent(it -> ranks.putIfAbsent(it, PLACE));
        target.node().map(NodeId::value).ifPresent(it -> ranks.putIfAbsent(it, PLACE));
        for (var fact : known) {
            if (fact instanceof Market market) {
                ranks.putIfAbsent(market.region().value(), REGION);
            } else if (fact instanceof Location location && !location.region().isEmpty()) {
                ranks.putIfAbsent(location.region(), REGION);
            }
        }
        ranks.putIfAbsent(EVERYTHING, ALL);
        return ranks;
    }

    private static String name(Fact fact) {
        if (fact instanceof Limit it) {
            return it.name();
        }
        if (fact instanceof NumberLimit it) {
            return it.name();
        }
        return fact instanceof TimeLimit it ? it.name() : "";
    }

    private static String scope(Fact fact) {
        if (fact instanceof Limit it) {
            return it.scope();
        }
        if (fact instanceof NumberLimit it) {
            return it.scope();
        }
        return fact instanceof TimeLimit it ? it.scope() : "";
    }
}
