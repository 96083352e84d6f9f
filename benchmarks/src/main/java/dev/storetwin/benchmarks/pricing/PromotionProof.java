package dev.storetwin.benchmarks.pricing;

import dev.storetwin.core.pricing.promotion.Decomposition;
import dev.storetwin.core.pricing.promotion.PromotionStudy;
import dev.storetwin.core.pricing.promotion.Span;
import dev.storetwin.pricing.Estimate;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How often the intervals of promotion effects hold the truth, and how often something is seen where nothing was done.
 *
 * <p>{@code java ... dev.storetwin.benchmarks.pricing.PromotionProof [shops] [weeks] [first seed]}
 */
public final class PromotionProof {

    private final Map<String, Tally> tallies = new TreeMap<>();
    private int found;
    private int foundByChance;
    private int pairs;

    private static final class Tally {
        private int asked;
        private int known;
        private int covered;
        private int above;
        private int below;
        private double width;
        private double off;
        private double truth;

        void add(Optional<Estimate> range, double truth) {
            asked++;
            range.ifPresent(it -> {
                known++;
                covered += it.contains(truth) ? 1 : 0;
                above += it.lower() > 0 ? 1 : 0;
                below += it.upper() < 0 ? 1 : 0;
                width += it.upper() - it.lower();
                off += it.mean() - truth;
                this.truth += truth;
            });
        }

        @Override
        public String toString() {
            return "asked %6d known %6d covered %5.1f %% mean truth %7.1f bias %6.2f width %7.1f above zero %5.1f %% below %5.1f %%"
                    .formatted(
                            asked,
                            known,
                            100.0 * covered / known,
                            truth / known,
                            off / known,
                            width / known,
                            100.0 * above / known,
                            100.0 * below / known);
        }
    }

    public static void main(String[] arguments) {
        Locale.setDefault(Locale.ROOT);
        int shops = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20;
        int weeks = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 104;
        int first = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 0;
        for (double noise : new double[] {.1, .2, .3}) {
            var proof = new PromotionProof();
            for (int shop = 0; shop < shops; shop++) {
                proof.look(new PromotedShop(weeks, noise, first + shop));
            }
            proof.print(System.out, noise);
        }
    }

    private void look(PromotedShop shop) {
        var madeUp = List.of(new Span(30, 31), new Span(60, 62));
        var study = PromotionStudy.of(shop.panel(madeUp), shop.relations());
        for (int thing = 0; thing < shop.things(); thing++) {
            var name = PromotedShop.name(thing);
            for (var moved : shop.moved(thing)) {
                count(study.effect(name, moved.span()), moved, "");
            }
            if (!shop.moved(thing).isEmpty()) {
                pairs(study.effect(name, shop.moved(thing).get(0).span()), shop, thing);
            } else {
                for (var span : madeUp) {
                    count(study.effect(name, span), new PromotedShop.Moved(span, 0, 0, 0, 0), "placebo ");
                }
            }
        }
    }

    private void count(Decomposition effect, PromotedShop.Moved moved, String kind) {
        tally(kind + "lift").add(effect.lift(), moved.lift());
        tally(kind + "pulled").add(effect.pulled(), moved.pulled());
        tally(kind + "cannibalised").add(effect.cannibalised(), moved.cannibalised());
        tally(kind + "halo").add(effect.halo(), moved.halo());
        double net = moved.lift() - (effect.pulled().isPresent() ? moved.pulled() : 0);
        net -= effect.cannibalised().isPresent() ? moved.cannibalised() : 0;
        net += effect.halo().isPresent() ? moved.halo() : 0;
        tally(kind + "net").add(effect.sum(1, 1, 1, 0), net);
    }

    private void pairs(Decomposition effect, PromotedShop shop, int thing) {
        pairs += 2;
        for (var neighbour : effect.neighbours()) {
            found++;
            int other = Integer.parseInt(neighbour.name().substring("thing-".length()));
            foundByChance += shop.isSubstitute(thing, other) ? 0 : 1;
        }
    }

    private Tally tally(String name) {
        return tallies.computeIfAbsent(name, it -> new Tally());
    }

    private void print(PrintStream out, double noise) {
        out.printf("noise %.1f%n", noise);
        tallies.forEach((name, tally) -> out.printf("  %-22s %s%n", name, tally));
        out.printf("  neighbours found %d, by chance %d, idle pairs %d%n", found, foundByChance, pairs);
    }
}
