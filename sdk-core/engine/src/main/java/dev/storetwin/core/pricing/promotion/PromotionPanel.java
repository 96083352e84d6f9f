package dev.storetwin.core.pricing.promotion;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The things of one shop over the same periods, and how all of them move together. */
public final class PromotionPanel {

    private static final int FEWEST_FOR_A_TIDE = 3;
    private static final double GIANT = 5;

    private final Rhythm rhythm;
    private final List<PromotedSales> members;
    private final Map<String, Integer> places = new TreeMap<>();
    private final Tide all;
    private final Map<String, Tide> categories = new TreeMap<>();

    private PromotionPanel(Rhythm rhythm, List<PromotedSales> members) {
        this.rhythm = rhythm;
        this.members = List.copyOf(members);
        int periods = members.isEmpty() ? 0 : members.get(0).periods();
        this.all = new Tide(periods);
        for (var sales : members) {
            if (sales.periods() != periods || places.putIfAbsent(sales.name(), places.size()) != null) {
                throw new IllegalArgumentException(
                        "%s has another number of periods (%d) than the first (%d), or stands here twice.\nMaybe it is of another shop."
                                .formatted(sales.name(), sales.periods(), periods));
            }
            all.add(sales);
            categories
                    .computeIfAbsent(sales.category(), it -> new Tide(periods))
                    .add(sales);
        }
    }

    public static PromotionPanel of(Rhythm rhythm, List<PromotedSales> members) {
        return new PromotionPanel(rhythm, members);
    }

    Rhythm rhythm() {
        return rhythm;
    }

    int size() {
        return members.size();
    }

    int periods() {
        return all.counts.length;
    }

    PromotedSales member(int place) {
        return members.get(place);
    }

    /** Where a thing stands; -1 when it is not here. */
    int place(String name) {
        return places.getOrDefault(name, -1);
    }

    /** Places of all others in a thing's category. */
    List<Integer> likeOf(int place) {
        var like = new ArrayList<Integer>();
        var category = member(place).category();
        for (int other = 0; other < size(); other++) {
            if (other != place
                    && !category.isEmpty()
                    && member(other).category().equals(category)) {
                like.add(other);
            }
        }
        return like;
    }

    /**
     * How far other categories were above their usual sales in each period, without promotions: what moves the shop and is no answer to
     * what is done in this category. Zeros where there are too few others.
     */
    double[] tideOutside(int place) {
        var own = categories.get(member(place).category());
        var tide = new double[periods()];
        for (int t = 0; t < tide.length && own != null; t++) {
            int others = all.counts[t] - own.counts[t];
            tide[t] = others < FEWEST_FOR_A_TIDE ? 0 : (all.sums[t] - own.sums[t]) / others - 1;
        }
        return tide;
    }

    /** Sums over things of their sales relative to their ordinary mean, giants cut. */
    private static final class Tide {

        private final double[] sums;
        private final int[] counts;

        Tide(int periods) {
            this.sums = new double[periods];
            this.counts = new int[periods];
        }

        void add(PromotedSales sales) {
            double mean = sales.ordinaryMean();
            for (int t = 0; t < sums.length && mean > 0; t++) {
                if (sales.isOrdinary(t)) {
                    sums[t] += Math.min(GIANT, sales.units(t) / mean);
                    counts[t]++;
                }
            }
        }
    }
}
