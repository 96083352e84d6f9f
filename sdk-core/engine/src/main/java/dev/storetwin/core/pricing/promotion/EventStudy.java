package dev.storetwin.core.pricing.promotion;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was sold in and around promotions beside what would have been sold, for the things themselves and for others. */
final class EventStudy {

    private static final double IN_STOCK = .9;
    private static final double SEEN_AFTER = .5;
    private static final double FEWEST_WINDOWS = 8;
    private static final double MOST_OF_THE_GROUP = .6;

    private final PromotionPanel panel;
    private final OrdinarySales[] ordinary;
    private final Map<Key, Placebos> placebos = new HashMap<>();

    private record Key(int place, Placebos.Shape shape) {}

    /**
     * What was found, or why not.
     *
     * @param missing reason; empty when there is a finding
     */
    record Answer(Optional<Finding> finding, String missing) {

        static Answer of(Finding finding) {
            return finding.windows() < FEWEST_WINDOWS
                    ? without("too few weeks without promotion to compare with")
                    : new Answer(Optional.of(finding), "");
        }

        static Answer without(String reason) {
            return new Answer(Optional.empty(), reason);
        }
    }

    EventStudy(PromotionPanel panel) {
        this.panel = panel;
        this.ordinary = new OrdinarySales[panel.size()];
    }

    PromotionPanel panel() {
        return panel;
    }

    private OrdinarySales ordinary(int place) {
        if (ordinary[place] == null) {
            ordinary[place] = new OrdinarySales(panel, place);
        }
        return ordinary[place];
    }

    Placebos placebos(int place, Placebos.Shape shape) {
        return placebos.computeIfAbsent(new Key(place, shape), it -> new Placebos(ordinary(place), shape, stride()));
    }

    private int stride() {
        return panel.rhythm().stride();
    }

    /** The form of a promotion's window: leads and lags end where another promotion of the thing comes near. */
    Placebos.Shape shape(int place, Span promotion) {
        var rhythm = panel.rhythm();
        int before = rhythm.before() * rhythm.week();
        int after = rhythm.after() * rhythm.week();
        for (var other : panel.member(place).promotions()) {
            if (other.from() >= promotion.until()) {
                after = Math.min(after, other.from() - promotion.until());
            }
            if (other.until() <= promotion.from()) {
                before = Math.min(before, promotion.from() - other.until());
            }
        }
        int unknown = panel.periods() - promotion.until();
        int seen = Math.max(0, Math.min(after, unknown));
        return new Placebos.Shape(
                promotion.length(),
                Math.min(before, Math.max(0, promotion.from())) / rhythm.week() * rhythm.week(),
                seen / rhythm.week() * rhythm.week());
    }

    /** Why a promotion cannot be measured at all. */
    Optional<String> refusal(int place, Span promotion) {
        var sales = panel.member(place);
        long meeting = sales.promotions().stream().filter(promotion::meets).count();
        if (promotion.from() < 0 || promotion.until() > panel.periods()) {
            return Optional.of("it is not over, or began before the history");
        }
        if (meeting > 1) {
            return Optional.of("several promotions at once");
        }
        if (Placebos.share(sales, promotion) < IN_STOCK) {
            return Optional.of("it ran out during the promotion: what more would have been sold is not known");
        }
        return sales.ordinaryMean() > 0
                ? Optional.empty()
                : Optional.of("it was never on offer without a promotion, or never sold then");
    }

    /** Units sold in the promotion above what would have been. */
    Answer lift(int place, Span promotion) {
        var shape = shape(place, promotion);
        var surprise = expectation(place, promotion, shape).map(it -> it.over(promotion));
        var past = placebos(place, shape);
        return surprise.map(it -> Answer.of(finding(it, past, true, shape.length())))
                .orElseGet(() -> Answer.without("too few weeks without promotion to compare with"));
    }

    /** Units sold before and after above what would have been: below zero where they were moved into the promotion. */
    Answer aside(int place, Span promotion) {
        var shape = shape(place, promotion);
        if (shape.after() == 0) {
            return Answer.without("another promotion follows within a week, or the weeks after it are not over");
        }
        var after = new Span(promotion.until(), promotion.until() + shape.after());
        if (Placebos.share(panel.member(place), after) < SEEN_AFTER) {
            return Answer.without("it ran out after the promotion");
        }
        var past = placebos(place, shape);
        return expectation(place, promotion, shape)
                .map(it -> {
                    var around = it.over(shape.reach(promotion.from()));
                    var inside = it.over(promotion);
                    return new Surprise(
                            around.sold() - inside.sold(), around.expected() - inside.expected(), around.share());
                })
                .map(it -> Answer.of(finding(it, past, false, shape.before() + shape.after())))
                .orElseGet(() -> Answer.without("too few weeks without promotion to compare with"));
    }

    private Optional<OrdinarySales.Expectation> expectation(int place, Span promotion, Placebos.Shape shape) {
        return ordinary(place).hiding(List.of(shape.reach(promotion.from())), Optional.of(promotion));
    }

    private Finding finding(Surprise surprise, Placebos past, boolean during, int length) {
        var errors = new double[past.starts()];
        for (int start = 0; start < errors.length; start++) {
            errors[start] = (during ? past.during(start) : past.aside(start)) * surprise.expected();
        }
        return new Finding(surprise.units(), surprise.expected(), errors, (double) length / stride());
    }

    private boolean counts(int other, Span promotion) {
        var sales = panel.member(other);
        return sales.ordinaryMean() > 0
                && sales.isUnpromotedIn(promotion)
                && Placebos.share(sales, promotion) >= IN_STOCK;
    }

    private Placebos.Shape neighbourShape(Span promotion) {
        return new Placebos.Shape(promotion.length(), 0, 0);
    }

    /**
     * What a group of others sold during a promotion above what they would have. A placebo window counts where most of the group was
     * without promotion. The rest of the group, then and now, is taken to have moved alike.
     * The thing's own promotions tell nothing of what the others sell without.
     */
    Answer beside(int place, List<Integer> group, Span promotion) {
        var own = panel.member(place).promotions();
        var counted = new ArrayList<Integer>();
        var surprise = Surprise.NOTHING;
        double usual = 0;
        double usualCounted = 0;
        for (int other : group) {
            double mean = panel.member(other).ordinaryMean();
            usual += mean;
            var found = counts(other, promotion)
                    ? ordinary(other).hiding(own, Optional.empty()).map(it -> it.over(promotion))
                    : Optional.<Surprise>empty();
            if (found.isPresent()) {
                surprise = surprise.plus(found.get());
                counted.add(other);
                usualCounted += mean;
            }
        }
        if (usualCounted < MOST_OF_THE_GROUP * usual || counted.isEmpty()) {
            return Answer.without("most of the others were promoted at the same time, or out of stock");
        }
        var shape = neighbourShape(promotion);
        double whole = usual / usualCounted;
        return Answer.of(new Finding(
                whole * surprise.units(),
                whole * surprise.expected(),
                errors(place, counted, shape, whole * surprise.expected()),
                (double) shape.length() / stride(),
                1 - 1 / whole));
    }

    private double[] errors(int place, List<Integer> group, Placebos.Shape shape, double expected) {
        var sums = new double[Math.max(0, panel.periods() - shape.length() + 1)];
        var weights = new double[sums.length];
        double usual = 0;
        for (int other : group) {
            var past = placebos(other, shape);
            usual += panel.member(other).ordinaryMean() * shape.length();
            for (int start = 0; start < sums.length; start++) {
                if (!Double.isNaN(past.during(start))) {
                    sums[start] += past.during(start) * past.expected(start);
                    weights[start] += past.expected(start);
                }
            }
        }
        for (int start = 0; start < sums.length; start++) {
            boolean enough = weights[start] >= MOST_OF_THE_GROUP * usual * .9
                    && weights[start] > 0
                    && panel.member(place).isUnpromotedIn(shape.window(start));
            sums[start] = enough ? sums[start] / weights[start] * expected : Double.NaN;
        }
        return sums;
    }

    /** Others in a thing's category, the best sellers first where there are more than so many. */
    List<Integer> likeOf(int place, int most) {
        var like = panel.likeOf(place);
        if (like.size() <= most) {
            return like;
        }
        return like.stream()
                .sorted(Comparator.<Integer>comparingDouble(
                                it -> -panel.member(it).ordinaryMean())
                        .thenComparing(it -> panel.member(it).name()))
                .limit(most)
                .sorted()
                .toList();
    }
}
