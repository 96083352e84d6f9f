package dev.storetwin.core.pricing.plan;

import static java.util.Objects.requireNonNull;

import dev.storetwin.pricing.PriceBound;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Changes that rules force, against limits that all share: they come before any that merely pays. Where not all have room, as many groups as possible keep
 * their rules, those first that take least; the others stay as they are. A limit that may give way does, up to what is forced.
 */
final class ForcedChanges {

    private final List<GroupOptimum> groups;
    private final List<ShopLimit> limits;
    private final GroupAnswer[] least;
    private final List<Integer> kept = new ArrayList<>();
    private final Map<Integer, ShopLimit> refused = new HashMap<>();
    private final List<String> words = new ArrayList<>();
    private final long[] used;

    /** @param least answers of each group that take least */
    ForcedChanges(List<GroupOptimum> groups, List<ShopLimit> limits, GroupAnswer[] least) {
        this.groups = groups;
        this.limits = new ArrayList<>(limits);
        this.least = least;
        this.used = new long[limits.size()];
        giveWay();
        IntStream.range(0, least.length)
                .boxed()
                .sorted(Comparator.<Integer>comparingLong(
                                g -> Arrays.stream(least[g].uses()).sum())
                        .thenComparingInt(g -> g))
                .forEach(this::keep);
        kept.sort(Comparator.naturalOrder());
    }

    private void giveWay() {
        var forced = new long[limits.size()];
        for (int g = 0; g < least.length; g++) {
            for (int i = 0; i < least[g].uses().length; i++) {
                forced[groups.get(g).limits()[i]] += least[g].uses()[i];
            }
        }
        for (int l = 0; l < forced.length; l++) {
            var limit = limits.get(l);
            if (forced[l] > limit.most() && limit.rule().priority().isPresent()) {
                limits.set(l, limit.withMost(forced[l]));
                words.add("%s gave way to what other rules force: %s"
                        .formatted(
                                limit.rule(),
                                limit.rule().bound() instanceof PriceBound.Count ? forced[l] + " changes" : "more"));
            }
        }
    }

    private void keep(int group) {
        var of = groups.get(group).limits();
        for (int i = 0; i < of.length; i++) {
            long use = least[group].uses()[i];
            if (use > 0 && used[of[i]] + use > limits.get(of[i]).most()) {
                refused.put(group, limits.get(of[i]));
                return;
            }
        }
        for (int i = 0; i < of.length; i++) {
            used[of[i]] += least[group].uses()[i];
        }
        kept.add(group);
    }

    /** Groups that can keep all rules within the limits. */
    int[] kept() {
        return kept.stream().mapToInt(it -> it).toArray();
    }

    List<Integer> refused() {
        return refused.keySet().stream().sorted().toList();
    }

    String reason(int group) {
        return "%s leaves no room for the change that other rules force"
                .formatted(requireNonNull(refused.get(group)).rule());
    }

    /** As they are in force. */
    List<ShopLimit> limits() {
        return limits;
    }

    List<String> words() {
        return words;
    }
}
