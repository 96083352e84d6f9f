package dev.storetwin.core.pricing.promotion;

import dev.storetwin.core.random.Draws;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A shop of two years in weeks: things sell about a hundred each week, and what promotions did is put on top. */
final class WeeklyShop {

    static final int WEEKS = 104;

    private final Map<String, double[]> units = new LinkedHashMap<>();
    private final Map<String, String> categories = new LinkedHashMap<>();
    private final Map<String, boolean[]> usable = new LinkedHashMap<>();
    private final Map<String, List<Span>> promotions = new LinkedHashMap<>();
    private final double noise;
    private final long seed;

    private WeeklyShop(double noise, long seed) {
        this.noise = noise;
        this.seed = seed;
    }

    static WeeklyShop of(double noise) {
        return new WeeklyShop(noise, 1);
    }

    static WeeklyShop of(double noise, long seed) {
        return new WeeklyShop(noise, seed);
    }

    WeeklyShop sells(String name, String category) {
        var sold = new double[WEEKS];
        var draws = Draws.of(seed);
        for (int week = 0; week < WEEKS; week++) {
            sold[week] = 100
                    * StrictMath.exp(
                            noise * draws.keyed("weekly-shop", name, week).nextGaussian());
        }
        units.put(name, sold);
        categories.put(name, category);
        var always = new boolean[WEEKS];
        Arrays.fill(always, true);
        usable.put(name, always);
        promotions.put(name, new ArrayList<>());
        return this;
    }

    WeeklyShop promoted(String name, int from, int until) {
        promotions.get(name).add(new Span(from, until));
        return this;
    }

    WeeklyShop more(String name, int week, double more) {
        units.get(name)[week] += more;
        return this;
    }

    WeeklyShop out(String name, int week) {
        usable.get(name)[week] = false;
        return this;
    }

    PromotionPanel panel() {
        return panel(1, "");
    }

    /** The same shop with other units and names. */
    PromotionPanel panel(double factor, String prefix) {
        var members = new ArrayList<PromotedSales>();
        units.forEach((name, sold) -> members.add(new PromotedSales(
                prefix + name,
                categories.get(name),
                Arrays.stream(sold).map(it -> factor * it).toArray(),
                usable.get(name),
                promotions.get(name))));
        return PromotionPanel.of(Rhythm.WEEKS, members);
    }

    Decomposition effect(String name, int from, int until) {
        return PromotionStudy.of(panel(), Relations.NONE).effect(name, new Span(from, until));
    }
}
