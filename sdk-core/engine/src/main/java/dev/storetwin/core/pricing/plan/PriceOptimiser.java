package dev.storetwin.core.pricing.plan;

import dev.storetwin.core.state.Workers;
import dev.storetwin.pricing.PriceAim;
import dev.storetwin.pricing.PriceRule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.IntConsumer;

/**
 * Plans the prices of many things together, under rules.
 *
 * <p>How it works. Each item's prices are scored ({@link ItemWorth}) and held against the rules on it alone ({@link OwnLimits}). Rules that tie prices to each other
 * make groups ({@link Couplings}, {@link PriceGroups}); each group finds out which rules can hold ({@link Settlement}) and has its best prices exactly
 * ({@link GroupOptimum}). What all share is divided among groups ({@link SharedLimits}). No group looks at another before that, so the answer does not depend on
 * who does the work.
 */
public final class PriceOptimiser {

    private final PriceTicks ticks;
    private final Workers workers;

    private PriceOptimiser(PriceTicks ticks, Workers workers) {
        this.ticks = ticks;
        this.workers = workers;
    }

    /** Works in the caller's thread. */
    public static PriceOptimiser of(PriceTicks ticks) {
        return new PriceOptimiser(ticks, Workers.CALLER);
    }

    /** The same, with so many who work side by side. */
    public PriceOptimiser with(Executor executor, int parallelism) {
        return new PriceOptimiser(ticks, Workers.of(executor, parallelism));
    }

    /** The same, with a crew that does the work. */
    public PriceOptimiser with(Crew crew) {
        return new PriceOptimiser(ticks, crew::run);
    }

    /** Whoever does the parts of a work, in any order or side by side. */
    @FunctionalInterface
    public interface Crew {

        /** Does parts 0 to {@code parts - 1}, each once, and returns when all are done. What it throws ends the plan. */
        void run(int parts, IntConsumer work);
    }

    /** What the prices of a thing are planned for; empty when no rule says. */
    public static Optional<PriceAim> aim(PricedItem.Traits traits, List<PriceRule> rules) {
        return ItemTerms.aim(covering(traits, rules));
    }

    /** Rules that are about a thing. */
    public static List<PriceRule> covering(PricedItem.Traits traits, List<PriceRule> rules) {
        return rules.stream().filter(it -> traits.areWithin(it.scope())).toList();
    }

    /** Prices that keep all rules; an item for which there are none keeps the one that it has, and its line says why. */
    public PricedPlan plan(List<PricedItem> items, List<PriceRule> rules) {
        var book = new RuleBook(rules);
        var scored = new ItemRungs[items.size()];
        workers.run(scored.length, i -> scored[i] = new ItemRungs(items.get(i), book.covering(items.get(i)), ticks));
        var rungs = new ArrayList<>(Arrays.asList(scored));
        var couplings = Couplings.of(rungs, book.all(), ticks);
        var groups = PriceGroups.of(rungs, couplings, ticks);
        var settled = new Settlement[groups.size()];
        workers.run(settled.length, i -> settled[i] = new Settlement(groups.get(i), ticks));
        var shared = limits(items, book);
        return new Division(List.of(settled), shared).lines(rungs, items.size());
    }

    private List<ShopLimit> limits(List<PricedItem> items, RuleBook book) {
        return book.all().stream()
                .filter(ShopLimit::isOne)
                .map(rule -> ShopLimit.of(rule, made(items, rule), ticks))
                .toList();
    }

    private static long made(List<PricedItem> items, PriceRule rule) {
        return items.stream()
                .filter(it -> it.traits().areWithin(rule.scope()))
                .mapToLong(it -> it.marks().moves())
                .sum();
    }

    /** Who gets how much of what is shared. */
    private final class Division {

        private final List<Settlement> settled;
        private final List<GroupOptimum> optima = new ArrayList<>();
        private final List<Settlement> able = new ArrayList<>();
        private final List<ShopLimit> limits;
        private final PriceLines lines;

        Division(List<Settlement> settled, List<ShopLimit> shared) {
            this.settled = settled;
            this.limits = new ArrayList<>(shared);
            this.lines = new PriceLines(ticks);
            for (var settlement : settled) {
                settlement.domains().ifPresent(domains -> {
                    var group = settlement.group();
                    able.add(settlement);
                    optima.add(new GroupOptimum(group, domains, group.bounds(settlement.held()), shared));
                });
            }
        }

        PricedPlan lines(List<ItemRungs> rungs, int items) {
            var free = answers(new double[limits.size()], true);
            var least = limits.isEmpty() ? free : answers(parts(), false);
            var forced = new ForcedChanges(optima, limits, least);
            var kept = forced.kept();
            var share =
                    new SharedLimits(pick(optima, kept), forced.limits(), pick(least, kept), pick(free, kept), workers);
            for (int i = 0; i < kept.length; i++) {
                lines.chose(able.get(kept[i]), share.chosen()[i], forced.limits());
            }
            for (int refused : forced.refused()) {
                lines.refused(able.get(refused), forced.reason(refused));
            }
            settled.stream().filter(it -> it.domains().isEmpty()).forEach(lines::stays);
            return new PricedPlan(
                    lines.all(rungs.subList(0, items), workers),
                    share.value(),
                    share.bound(),
                    lines.worths(forced.limits(), share),
                    forced.words());
        }

        private double[] parts() {
            return limits.stream()
                    .mapToDouble(it -> 1.0 / Math.max(1, it.most()))
                    .toArray();
        }

        private GroupAnswer[] answers(double[] prices, boolean best) {
            var answers = new GroupAnswer[optima.size()];
            workers.run(
                    answers.length,
                    i -> answers[i] =
                            best ? optima.get(i).at(prices) : optima.get(i).least(prices));
            return answers;
        }

        private static List<GroupOptimum> pick(List<GroupOptimum> of, int[] places) {
            return Arrays.stream(places).mapToObj(of::get).toList();
        }

        private static GroupAnswer[] pick(GroupAnswer[] of, int[] places) {
            return Arrays.stream(places).mapToObj(i -> of[i]).toArray(GroupAnswer[]::new);
        }
    }
}
