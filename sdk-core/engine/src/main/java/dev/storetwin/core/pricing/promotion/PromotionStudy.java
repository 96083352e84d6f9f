package dev.storetwin.core.pricing.promotion;

import dev.storetwin.core.pricing.promotion.EventStudy.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.Stream;

/**
 * What the promotions of one panel did, each measured by itself and its side effects drawn to what is usual among all of them.
 *
 * <p>How it works. Lift is what was sold in the promotion above what the thing would have sold ({@link OrdinarySales}). Side effects are
 * measured likewise in the weeks around it and on other things. They are small beside the noise, so each is drawn to its usual share of
 * the lift (the decomposition of van Heerde, Leeflang and Wittink 2004), which all promotions but this one tell. How far any of these, or
 * a sum of them, may be off is how far the same sum is off at dates at which nothing was done.
 */
public final class PromotionStudy {

    private static final int MOST_LIKE = 60;
    private static final double FALSE_SHARE = .05;
    private static final double LEAST_TIMES = .1;

    private final PromotionPanel panel;
    private final Relations relations;
    private final EventStudy study;
    private final List<Measured> events;

    /** One promotion's findings before anything is shared. */
    private record Measured(
            int place, Span promotion, Answer lift, Answer aside, Answer substitutes, Answer companions) {

        Optional<CommonShare.Pair> pair(Answer side) {
            return lift.finding().flatMap(up -> side.finding().map(it -> CommonShare.Pair.of(place, it, up)));
        }
    }

    private PromotionStudy(PromotionPanel panel, Relations relations, IntPredicate counts) {
        this.panel = panel;
        this.relations = relations;
        this.study = new EventStudy(panel);
        this.events = new ArrayList<>();
        for (int place = 0; place < panel.size(); place++) {
            for (var promotion : panel.member(place).promotions()) {
                if (counts.test(place) && study.refusal(place, promotion).isEmpty()) {
                    events.add(measure(place, promotion));
                }
            }
        }
    }

    public static PromotionStudy of(PromotionPanel panel, Relations relations) {
        return new PromotionStudy(panel, relations, place -> true);
    }

    /** What is usual is learned from the things of one category only, which is faster. */
    public static PromotionStudy of(PromotionPanel panel, Relations relations, String category) {
        return new PromotionStudy(
                panel, relations, place -> panel.member(place).category().equals(category));
    }

    private Measured measure(int place, Span promotion) {
        return new Measured(
                place,
                promotion,
                study.lift(place, promotion),
                study.aside(place, promotion),
                beside(place, substitutes(place), promotion, "nothing is known to be bought instead of it"),
                beside(place, companions(place), promotion, "nothing is known to be bought with it"));
    }

    private Answer beside(int place, List<Integer> group, Span promotion, String nobody) {
        return group.isEmpty() ? Answer.without(nobody) : study.beside(place, group, promotion);
    }

    private List<Integer> companions(int place) {
        return places(relations.companionsOf(panel.member(place).name()), place);
    }

    private List<Integer> substitutes(int place) {
        var named = relations.substitutes().get(panel.member(place).name());
        var companions = companions(place);
        return named != null
                ? places(named, place)
                : study.likeOf(place, MOST_LIKE).stream()
                        .filter(it -> !companions.contains(it))
                        .toList();
    }

    private List<String> names(List<Integer> places) {
        return places.stream().map(it -> panel.member(it).name()).toList();
    }

    private List<Integer> places(Iterable<String> names, int own) {
        var places = new ArrayList<Integer>();
        for (var name : names) {
            int place = panel.place(name);
            if (place >= 0 && place != own) {
                places.add(place);
            }
        }
        return places;
    }

    /**
     * What one promotion did; only the reason where it cannot be told.
     *
     * @param name of the thing; unknown names have no effect
     */
    public Decomposition effect(String name, Span promotion) {
        int place = panel.place(name);
        if (place < 0) {
            return Decomposition.unknown("%s is not among the things that are looked at".formatted(name));
        }
        var refusal = study.refusal(place, promotion);
        if (refusal.isPresent()) {
            return Decomposition.unknown(refusal.get());
        }
        var measured = measure(place, promotion);
        var lift = measured.lift().finding();
        if (lift.isEmpty()) {
            return Decomposition.unknown(measured.lift().missing());
        }
        return new Decomposition(
                Optional.of(Blend.of(lift.get())),
                side(measured, Measured::aside, -1),
                side(measured, Measured::substitutes, -1),
                side(measured, Measured::companions, 1),
                lift.get().expected(),
                neighbours(place, promotion),
                names(substitutes(place)),
                names(companions(place)),
                reasons(measured));
    }

    private Optional<Blend> side(Measured event, Function<Measured, Answer> side, int sign) {
        var others = events.stream()
                .filter(it -> it.place() != event.place() || !it.promotion().equals(event.promotion()));
        var usual = CommonShare.of(event.place(), pairs(others, side));
        var lift = event.lift().finding().orElseThrow();
        return side.apply(event).finding().map(it -> Blend.of(it, lift, usual).times(sign));
    }

    private static List<CommonShare.Pair> pairs(Stream<Measured> events, Function<Measured, Answer> side) {
        return events.flatMap(it -> it.pair(side.apply(it)).stream()).toList();
    }

    /** Which shares of its lift the side effects of a thing's promotions usually are. */
    UsualSides usual(String name) {
        var missing = new ArrayList<String>();
        return new UsualSides(
                usual(name, Measured::aside, "pull-forward", missing),
                usual(name, Measured::substitutes, "cannibalised", missing),
                usual(name, Measured::companions, "halo", missing),
                missing);
    }

    private CommonShare usual(String name, Function<Measured, Answer> side, String what, List<String> missing) {
        var share = CommonShare.of(panel.place(name), pairs(events.stream(), side));
        if (!share.isKnown()) {
            missing.add("%s: too few things were promoted to learn it from".formatted(what));
        }
        return UsualSides.orNone(share);
    }

    /** What a thing sells in an ordinary period of the last weeks. */
    Pace pace(String name) {
        return Pace.of(panel.member(panel.place(name)), panel.rhythm().week());
    }

    /**
     * How each promotion lifted its thing.
     *
     * @param discounts by thing and promotion, as a share of the regular price; {@code NaN} where not known, such a promotion is left out
     */
    public List<LiftCurve.Response> responses(ToDoubleBiFunction<String, Span> discounts) {
        var responses = new ArrayList<LiftCurve.Response>();
        for (var event : events) {
            var name = panel.member(event.place()).name();
            double discount = discounts.applyAsDouble(name, event.promotion());
            event.lift()
                    .finding()
                    .filter(it -> it.expected() > 0 && !Double.isNaN(discount))
                    .map(it -> response(name, discount, it))
                    .ifPresent(responses::add);
        }
        return responses;
    }

    private static LiftCurve.Response response(String name, double discount, Finding lift) {
        double times = Math.max(LEAST_TIMES, 1 + lift.units() / lift.expected());
        double error = lift.variance() / (lift.expected() * lift.expected() * times * times);
        return new LiftCurve.Response(name, discount, StrictMath.log(times), error);
    }

    private static List<String> reasons(Measured event) {
        var reasons = new ArrayList<String>();
        say(reasons, "pull-forward", event.aside());
        say(reasons, "cannibalised", event.substitutes());
        say(reasons, "halo", event.companions());
        return reasons;
    }

    private static void say(List<String> reasons, String what, Answer answer) {
        if (answer.finding().isEmpty()) {
            reasons.add("%s: %s".formatted(what, answer.missing()));
        }
    }

    /** Which others moved with the promotions of a thing: all its promotions together, few of them by chance. */
    private List<Neighbour> neighbours(int place, Span promotion) {
        var candidates = new ArrayList<Integer>(substitutes(place));
        candidates.addAll(companions(place));
        var movements = candidates.stream()
                .map(it -> Movement.of(study, place, it, promotion))
                .toList();
        var chances = movements.stream().mapToDouble(Movement::chance).toArray();
        var believed = FalseDiscovery.believed(chances, FALSE_SHARE);
        var neighbours = new ArrayList<Neighbour>();
        for (int i = 0; i < believed.length; i++) {
            if (believed[i]) {
                neighbours.add(movements
                        .get(i)
                        .neighbour(panel.member(candidates.get(i)).name()));
            }
        }
        return neighbours;
    }
}
