package dev.storetwin.benchmarks.pricing;

import dev.storetwin.core.pricing.plan.PriceStatus;
import dev.storetwin.core.pricing.plan.PricedLine;
import dev.storetwin.pricing.PriceRule;
import dev.storetwin.pricing.PriceRule.Kind;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.LongStream;

/**
 * What a merchant who reads the guide says of the choice among the prices that the rules leave, for a price that nothing ties to others: whether it is
 * worth most by what the rules say of aim, leftovers and changes, and whether wishes gave way in their order, only where they had to, and in words.
 */
record ChoiceOpinion(List<PriceRule> rules, PricedLine line) {

    private static final Set<Kind> TIES =
            EnumSet.of(Kind.FAMILY_BAND, Kind.SIZE_ORDER, Kind.PARITY, Kind.MAX_MOVES, Kind.MARKDOWN_BUDGET);

    /** Of a shop without ties: how many choices are not as they should be. */
    static int wrong(List<PriceRule> rules, List<PricedLine> lines) {
        if (!isFree(rules)) {
            return 0;
        }
        return (int) lines.stream()
                .filter(it -> !new ChoiceOpinion(covering(rules, it), it).isRight())
                .count();
    }

    /** Whether no rule ties prices to each other. */
    static boolean isFree(List<PriceRule> rules) {
        return rules.stream().noneMatch(it -> TIES.contains(it.kind()));
    }

    private static List<PriceRule> covering(List<PriceRule> rules, PricedLine line) {
        return rules.stream()
                .filter(it -> new PriceOpinion(it, List.of(line)).isMeant(line.item()))
                .toList();
    }

    private boolean isRight() {
        return isStuckOnlyWhereItMustBe() && areWishesBrokenOnlyInTheirOrder() && isWorthMost();
    }

    /** Rules without priority are never broken: rather the price stays. Others are no reason to stay. */
    private boolean isStuckOnlyWhereItMustBe() {
        boolean canHold = candidates(it -> it.priority().isEmpty()).findAny().isPresent();
        return canHold == (line.status() != PriceStatus.INFEASIBLE) && (canHold || line.before() == line.after());
    }

    /** The largest number gives way first: what cannot be had beside a wish and all that come before it is no reason to break it. */
    private boolean areWishesBrokenOnlyInTheirOrder() {
        return rules.stream()
                        .filter(it -> !isKept(it, line.after()))
                        .allMatch(broken -> broken.priority().isPresent()
                                && PriceOpinion.saysThatItGaveWay(line, broken)
                                && candidates(it -> it.priority().orElse(0)
                                                <= broken.priority().getAsInt())
                                        .findAny()
                                        .isEmpty())
                || line.status() == PriceStatus.INFEASIBLE;
    }

    /** Where all rules can hold. */
    private boolean isWorthMost() {
        var allowed = candidates(it -> true).toArray();
        if (allowed.length == 0) {
            return true;
        }
        var worth = new PriceWorth(line.item(), rules);
        boolean mayStay = LongStream.of(allowed).anyMatch(it -> it == line.before());
        if (worth.isFewest() && mayStay) {
            return line.after() == line.before();
        }
        double most = LongStream.of(allowed).mapToDouble(worth::gain).max().orElseThrow();
        return worth.gain(line.after()) >= most - worth.tolerance();
    }

    /** Prices that could be taken and keep some of the rules. */
    private LongStream candidates(Predicate<PriceRule> some) {
        var kept = rules.stream().filter(some).toList();
        return LongStream.concat(
                        LongStream.of(line.before()),
                        line.item().ladder().stream().mapToLong(Long::longValue))
                .filter(price -> kept.stream().allMatch(it -> isKept(it, price)));
    }

    private boolean isKept(PriceRule rule, long price) {
        return new PriceOpinion(rule, List.of(at(price))).broken() == 0;
    }

    private PricedLine at(long price) {
        return new PricedLine(
                line.item(),
                line.before(),
                price,
                price == line.before() ? PriceStatus.KEPT : PriceStatus.CHANGED,
                OptionalDouble.empty(),
                OptionalLong.empty(),
                OptionalDouble.empty(),
                List.of(),
                Optional.empty(),
                "");
    }
}
