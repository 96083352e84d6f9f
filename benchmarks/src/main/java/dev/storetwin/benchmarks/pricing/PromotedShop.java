package dev.storetwin.benchmarks.pricing;

import dev.storetwin.core.pricing.promotion.PromotedSales;
import dev.storetwin.core.pricing.promotion.PromotionPanel;
import dev.storetwin.core.pricing.promotion.Relations;
import dev.storetwin.core.pricing.promotion.Rhythm;
import dev.storetwin.core.pricing.promotion.Span;
import dev.storetwin.core.random.Binomial;
import dev.storetwin.core.random.Draw;
import dev.storetwin.core.random.Draws;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A shop whose promotions did what is written down, unit by unit: what each moved into it, out of the weeks around it, from substitutes and
 * to companions. Without the promotion the shop would have sold exactly what it sold less what was moved.
 */
final class PromotedShop {

    private static final int CATEGORIES = 8;
    private static final int IN_A_CATEGORY = 5;
    private static final double[] LATER = {.4, .3, .2, .1};
    private static final double BEFORE = .1;

    private final int weeks;
    private final double noise;
    private final Draw draw;
    private final long[][] units;
    private final long[][] ordinary;
    private final double[][] means;
    private final List<List<Moved>> moved = new ArrayList<>();
    private final int[][] substitutes;
    private final int[] companions;

    /** What one promotion moved, in units. */
    record Moved(Span span, long lift, long pulled, long cannibalised, long halo) {}

    /** @param noise standard deviation of the logarithm of weekly demand */
    PromotedShop(int weeks, double noise, long seed) {
        this.weeks = weeks;
        this.noise = noise;
        this.draw = Draws.of(seed).keyed("promoted-shop", "shop", 0);
        int things = CATEGORIES * IN_A_CATEGORY;
        this.units = new long[things][weeks];
        this.ordinary = new long[things][weeks];
        this.means = new double[things][weeks];
        this.substitutes = new int[things][];
        this.companions = new int[things];
        sell();
        for (int thing = 0; thing < things; thing++) {
            relate(thing);
        }
        for (int thing = 0; thing < things; thing++) {
            promote(thing);
        }
    }

    private double uniform(double from, double to) {
        return from + (to - from) * draw.nextDouble();
    }

    private void sell() {
        var tide = new double[weeks];
        for (int week = 1; week < weeks; week++) {
            tide[week] = .5 * tide[week - 1] + .05 * draw.nextGaussian();
        }
        for (int category = 0; category < CATEGORIES; category++) {
            double season = uniform(0, .25);
            double phase = uniform(0, 2 * Math.PI);
            for (int i = 0; i < IN_A_CATEGORY; i++) {
                int thing = category * IN_A_CATEGORY + i;
                double base = Math.exp(Math.log(60) + .7 * draw.nextGaussian());
                double trend = .1 * draw.nextGaussian();
                for (int week = 0; week < weeks; week++) {
                    double log = season * Math.sin(2 * Math.PI * week / 52.18 + phase)
                            + trend * week / 52
                            + tide[week]
                            + noise * draw.nextGaussian()
                            - noise * noise / 2;
                    means[thing][week] = base * Math.exp(log);
                    ordinary[thing][week] = poisson(means[thing][week]);
                    units[thing][week] = ordinary[thing][week];
                }
            }
        }
    }

    /** Two of its like are its substitutes, the other two have nothing to do with it; every other thing has a companion elsewhere. */
    private void relate(int thing) {
        int first = thing / IN_A_CATEGORY * IN_A_CATEGORY;
        int place = thing - first;
        substitutes[thing] = new int[] {first + (place + 1) % IN_A_CATEGORY, first + (place + 2) % IN_A_CATEGORY};
        companions[thing] =
                thing % 2 == 0 ? (thing + IN_A_CATEGORY * (1 + draw.nextInt(CATEGORIES - 1))) % units.length : -1;
    }

    private void promote(int thing) {
        var all = new ArrayList<Moved>();
        moved.add(all);
        if (draw.nextBoolean(.2)) {
            return;
        }
        double strength = .2 * draw.nextGaussian();
        double pull = uniform(0, .35);
        double cannibal = uniform(0, .4);
        double halo = uniform(.05, .3);
        int week = 2 + draw.nextInt(12);
        while (week < weeks - 6) {
            int length = 1 + draw.nextInt(2);
            double depth = draw.nextBoolean(.25) ? 0 : uniform(.1, .4);
            double more = Math.expm1(Math.max(.05, .2 + strength + 2.2 * depth + .15 * draw.nextGaussian()));
            all.add(run(thing, new Span(week, week + length), more, pull, cannibal, halo));
            week += length + 6 + draw.nextInt(14);
        }
    }

    private Moved run(int thing, Span span, double more, double pull, double cannibal, double halo) {
        long lift = 0;
        long lost = 0;
        long won = 0;
        double extra = 0;
        for (int week = span.from(); week < span.until(); week++) {
            double expected = means[thing][week] * more;
            long sold = poisson(expected);
            units[thing][week] += sold;
            lift += sold;
            extra += expected;
            double both = means[substitutes[thing][0]][week] + means[substitutes[thing][1]][week];
            for (int other : substitutes[thing]) {
                lost += take(other, week, cannibal * expected * means[other][week] / both);
            }
            if (companions[thing] >= 0) {
                long also = poisson(halo * expected);
                units[companions[thing]][week] += also;
                won += also;
            }
        }
        long pulled = take(thing, span.from() - 1, BEFORE * pull * extra);
        for (int later = 0; later < LATER.length; later++) {
            pulled += take(thing, span.until() + later, (1 - BEFORE) * pull * extra * LATER[later]);
        }
        return new Moved(span, lift, pulled, lost, won);
    }

    /** From those who would have bought without any promotion and were not taken before. */
    private long take(int thing, int week, double expected) {
        double share = Math.min(.8, expected / means[thing][week]);
        long taken = Binomial.draw(ordinary[thing][week], share, draw);
        ordinary[thing][week] -= taken;
        units[thing][week] -= taken;
        return taken;
    }

    /** One draw by adding exponential times; large means by the normal distribution. */
    private long poisson(double mean) {
        if (mean > 200) {
            return Math.max(0, Math.round(mean + Math.sqrt(mean) * draw.nextGaussian()));
        }
        long count = -1;
        for (double time = 0; time <= mean; count++) {
            time -= Math.log(draw.nextOpenDouble());
        }
        return count;
    }

    int things() {
        return units.length;
    }

    static String name(int thing) {
        return "thing-%02d".formatted(thing);
    }

    List<Moved> moved(int thing) {
        return moved.get(thing);
    }

    boolean isSubstitute(int thing, int other) {
        return substitutes[thing][0] == other || substitutes[thing][1] == other || companions[thing] == other;
    }

    /** The shop as a twin sees it. Things that were never promoted are said to have been, where a span is given: nothing happened then. */
    PromotionPanel panel(List<Span> madeUp) {
        var members = new ArrayList<PromotedSales>();
        for (int thing = 0; thing < units.length; thing++) {
            var spans = moved.get(thing).isEmpty()
                    ? madeUp
                    : moved.get(thing).stream().map(Moved::span).toList();
            var sold = new double[weeks];
            var usable = new boolean[weeks];
            for (int week = 0; week < weeks; week++) {
                sold[week] = units[thing][week];
                usable[week] = true;
            }
            members.add(new PromotedSales(name(thing), "category-" + thing / IN_A_CATEGORY, sold, usable, spans));
        }
        return PromotionPanel.of(Rhythm.WEEKS, members);
    }

    Relations relations() {
        var together = new TreeMap<String, SortedSet<String>>();
        for (int thing = 0; thing < units.length; thing++) {
            if (companions[thing] >= 0) {
                together.put(name(thing), new TreeSet<>(List.of(name(companions[thing]))));
            }
        }
        return new Relations(new TreeMap<>(), together);
    }
}
