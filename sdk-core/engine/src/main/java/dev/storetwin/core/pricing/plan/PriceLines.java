package dev.storetwin.core.pricing.plan;

import dev.storetwin.core.state.Workers;
import dev.storetwin.pricing.PriceLimitWorth;
import dev.storetwin.pricing.PriceRule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Puts what was found into lines, and into words why. */
final class PriceLines {

    private final PriceTicks ticks;
    private final Map<Integer, Found> found = new HashMap<>();

    PriceLines(PriceTicks ticks) {
        this.ticks = ticks;
    }

    /**
     * What was found for one item.
     *
     * @param member  its place in its group
     * @param rungs   of all members
     * @param refusal why its price stays, when the rules cannot be kept
     * @param limits  shared ones
     */
    private record Found(
            Settlement settlement, int member, int[] rungs, Optional<String> refusal, List<ShopLimit> limits) {

        int rung() {
            return rungs[member];
        }

        ItemRungs item() {
            return settlement.group().member(member);
        }
    }

    void chose(Settlement settlement, GroupAnswer answer, List<ShopLimit> limits) {
        note(settlement, answer.rungs(), Optional.empty(), limits);
    }

    /** What is shared leaves no room for it. */
    void refused(Settlement settlement, String why) {
        note(settlement, asIs(settlement.group()), Optional.of(why), List.of());
    }

    /** Its rules cannot hold together. */
    void stays(Settlement settlement) {
        note(settlement, asIs(settlement.group()), Optional.empty(), List.of());
    }

    private static int[] asIs(PriceGroup group) {
        return IntStream.range(0, group.size())
                .map(i -> Math.max(0, group.member(i).present()))
                .toArray();
    }

    private void note(Settlement settlement, int[] rungs, Optional<String> why, List<ShopLimit> limits) {
        var group = settlement.group();
        for (int i = 0; i < group.size(); i++) {
            boolean isGuest =
                    group.member(i).item().isStill() || group.member(i).isJoint();
            if (!isGuest) {
                found.put(
                        group.place(i),
                        new Found(settlement, i, rungs, settlement.stuck(i).or(() -> why), limits));
            }
        }
    }

    /** What became of each limit. */
    List<PriceLimitWorth> worths(List<ShopLimit> limits, SharedLimits share) {
        var worths = new ArrayList<PriceLimitWorth>();
        for (int l = 0; l < limits.size(); l++) {
            double one = limits.get(l).isCount() ? 1 : ticks.perUnit();
            worths.add(new PriceLimitWorth(limits.get(l).rule(), Math.max(0, share.price(l)) * one));
        }
        return worths;
    }

    /** @param rungs of all items */
    List<PricedLine> all(List<ItemRungs> rungs, Workers workers) {
        var lines = new PricedLine[rungs.size()];
        workers.run(lines.length, i -> {
            var known = found.get(i);
            lines[i] = known == null ? still(rungs.get(i)) : line(known);
        });
        return Arrays.asList(lines);
    }

    private static PricedLine still(ItemRungs rungs) {
        var item = rungs.item();
        var still = item.still().orElseThrow();
        boolean isSure = still.status() == PriceStatus.KEPT || still.status() == PriceStatus.UNIDENTIFIED;
        return new PricedLine(
                item,
                item.unit().price(),
                item.unit().price(),
                still.status(),
                isSure ? OptionalDouble.of(rungs.expected(rungs.present())) : OptionalDouble.empty(),
                OptionalLong.empty(),
                OptionalDouble.empty(),
                List.of(),
                Optional.empty(),
                still.reason());
    }

    private PricedLine line(Found known) {
        var rungs = known.item();
        var item = rungs.item();
        var runnerUp = runnerUp(known);
        var binding = binding(known);
        return new PricedLine(
                item,
                item.unit().price(),
                rungs.price(known.rung()),
                status(known),
                OptionalDouble.of(rungs.expected(known.rung())),
                runnerUp.map(it -> OptionalLong.of(rungs.price(it))).orElse(OptionalLong.empty()),
                runnerUp.map(it -> OptionalDouble.of(rungs.score(known.rung()) - rungs.score(it)))
                        .orElse(OptionalDouble.empty()),
                binding,
                known.settlement().clash(known.member()),
                known.refusal().isPresent() ? refusal(known) : reason(known, binding));
    }

    private static PriceStatus status(Found known) {
        if (known.refusal().isPresent()) {
            return PriceStatus.INFEASIBLE;
        }
        return known.rung() == known.item().present() ? PriceStatus.KEPT : PriceStatus.CHANGED;
    }

    private static Optional<Integer> runnerUp(Found known) {
        if (known.refusal().isPresent()) {
            return Optional.empty();
        }
        var rungs = known.item();
        var allowed = known.settlement()
                .group()
                .own(known.member(), known.settlement().held());
        int best = -1;
        for (int rung = allowed.nextSetBit(0); rung >= 0; rung = allowed.nextSetBit(rung + 1)) {
            if (rung != known.rung() && (best < 0 || rungs.score(rung) > rungs.score(best))) {
                best = rung;
            }
        }
        return best < 0 ? Optional.empty() : Optional.of(best);
    }

    /** Rules against the present price, if it had to go, and against the best one of all, if it was not taken. */
    private static List<String> binding(Found known) {
        if (known.refusal().isPresent()) {
            return List.of();
        }
        var rungs = known.item();
        var group = known.settlement().group();
        var held = known.settlement().held();
        var rules = new TreeSet<String>();
        if (known.rung() != rungs.present() && rungs.score(rungs.present()) >= rungs.score(known.rung())) {
            group.against(known.member(), rungs.present(), known.rungs(), held).forEach(it -> rules.add(it.toString()));
        }
        int best = best(rungs);
        if (rungs.score(best) > rungs.score(known.rung())) {
            var against = group.against(known.member(), best, known.rungs(), held);
            against.forEach(it -> rules.add(it.toString()));
            if (against.isEmpty()) {
                known.limits().stream()
                        .filter(it -> it.covers(rungs) && it.use(rungs, best) > it.use(rungs, known.rung()))
                        .map(it -> it.rule().toString())
                        .forEach(rules::add);
                if (rungs.isFewest()) {
                    rules.add(PriceRule.Kind.FEWEST_CHANGES.word());
                }
            }
        }
        return List.copyOf(rules);
    }

    private static int best(ItemRungs rungs) {
        int best = rungs.present();
        for (int rung = 0; rung < rungs.count(); rung++) {
            if (rungs.score(rung) > rungs.score(best)) {
                best = rung;
            }
        }
        return best;
    }

    private static String refusal(Found known) {
        var words =
                new ArrayList<>(List.of("The price stays: " + known.refusal().orElseThrow()));
        words.addAll(known.settlement().gaveWay());
        return String.join("; ", words);
    }

    private String reason(Found known, List<String> binding) {
        var words = new ArrayList<String>();
        var rungs = known.item();
        words.add(
                known.rung() == rungs.present()
                        ? "No price that the rules leave is better under both ends of the elasticity"
                        : moved(rungs, known.rung()));
        if (!binding.isEmpty()) {
            words.add("without %s it would be %s"
                    .formatted(String.join(" and ", binding), ticks.show(rungs.price(best(rungs)))));
        }
        words.addAll(known.settlement().gaveWay());
        return String.join("; ", words);
    }

    private String moved(ItemRungs rungs, int rung) {
        var demand = rungs.item().demand();
        var gain = String.format(
                Locale.ROOT,
                "%s instead of %s is expected to bring %.2f more, %.2f at least",
                ticks.show(rungs.price(rung)),
                ticks.show(rungs.price(rungs.present())),
                rungs.expected(rung) - rungs.expected(rungs.present()),
                rungs.score(rung) - rungs.score(rungs.present()));
        return demand.isTold()
                ? String.format(
                        Locale.ROOT,
                        "%s (elasticity %.2f, from %.2f to %.2f)",
                        gain,
                        demand.elasticity(),
                        demand.lower(),
                        demand.upper())
                : gain;
    }
}
