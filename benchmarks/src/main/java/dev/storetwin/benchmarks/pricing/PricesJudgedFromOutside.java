package dev.storetwin.benchmarks.pricing;

import dev.storetwin.core.pricing.plan.PriceOptimiser;
import dev.storetwin.core.pricing.plan.PriceStatus;
import dev.storetwin.core.pricing.plan.PriceTicks;
import dev.storetwin.core.pricing.plan.PricedLine;
import dev.storetwin.pricing.PriceRule;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;

/**
 * Plans prices near the bounds of their rules, and has every rule judged by somebody who shares no code with the optimiser.
 *
 * <p>Then the optimiser is told one kind of rule less, and the judge has to notice. Arguments: how many prices, and a seed.
 */
public final class PricesJudgedFromOutside {

    private static final int SHOPS_WITHOUT = 400;

    private final long seed;
    private final Map<PriceRule.Kind, Long> judged = new EnumMap<>(PriceRule.Kind.class);
    private long prices;
    private long changed;
    private long clashing;
    private long broken;
    private long choices;
    private long wrong;

    PricesJudgedFromOutside(long seed) {
        this.seed = seed;
    }

    public static void main(String[] args) {
        var proof = new PricesJudgedFromOutside(args.length > 1 ? Long.parseLong(args[1]) : 1);
        long broken = proof.judge(Long.parseLong(args[0]));
        System.out.printf(
                "%d prices: %d changed, %d whose rules clash; %d times a rule is broken%n",
                proof.prices, proof.changed, proof.clashing, broken);
        System.out.printf(
                "%d choices that nothing ties: %d are wrong; %d when wishes are told in the opposite order, %d as rules%n",
                proof.choices,
                proof.wrong,
                proof.wrongWith(PricesJudgedFromOutside::reversed, SHOPS_WITHOUT),
                proof.wrongWith(PricesJudgedFromOutside::asRules, SHOPS_WITHOUT));
        proof.judged.forEach((kind, shops) -> System.out.printf(
                "%s: judged in %d shops; told to nobody it is broken %d times in %d%n",
                kind.word(), shops, proof.brokenWithout(kind, SHOPS_WITHOUT), SHOPS_WITHOUT));
    }

    /** How often a rule is broken in so many prices. */
    long judge(long count) {
        for (int shop = 0; prices < count; shop++) {
            var drawn = PricesNearBounds.drawn(seed, shop);
            var lines = plan(drawn, drawn.rules());
            for (var rule : drawn.rules()) {
                int found = new PriceOpinion(rule, lines).broken();
                judged.merge(rule.kind(), 1L, Long::sum);
                broken += found;
                if (found > 0 && broken < 20) {
                    System.err.printf("shop %d: %s is broken %d times%n", shop, rule, found);
                }
            }
            int ill = ChoiceOpinion.wrong(drawn.rules(), lines);
            if (ill > 0 && wrong < 20) {
                System.err.printf("shop %d: %d choices are wrong%n", shop, ill);
            }
            wrong += ill;
            choices += ChoiceOpinion.isFree(drawn.rules()) ? lines.size() : 0;
            prices += lines.size();
            changed += count(lines, PriceStatus.CHANGED);
            clashing += count(lines, PriceStatus.INFEASIBLE);
        }
        return broken + wrong;
    }

    /** How many choices are wrong when the optimiser is told other rules. */
    long wrongWith(UnaryOperator<PriceRule> otherwise, int shops) {
        long found = 0;
        for (int shop = 0; shop < shops; shop++) {
            var drawn = PricesNearBounds.drawn(seed, shop);
            var lines = plan(drawn, drawn.rules().stream().map(otherwise).toList());
            found += ChoiceOpinion.wrong(drawn.rules(), lines);
        }
        return found;
    }

    static PriceRule reversed(PriceRule rule) {
        return rule.priority().isPresent() ? rule.asWish(4 - rule.priority().getAsInt()) : rule;
    }

    static PriceRule asRules(PriceRule rule) {
        return new PriceRule(rule.kind(), rule.scope(), rule.bound(), OptionalInt.empty());
    }

    /** How often rules of a kind are broken when the optimiser never hears of them. */
    long brokenWithout(PriceRule.Kind kind, int shops) {
        long found = 0;
        for (int shop = 0; shop < shops; shop++) {
            var drawn = PricesNearBounds.drawn(seed, shop);
            var told = drawn.rules().stream().filter(it -> it.kind() != kind).toList();
            var lines = plan(drawn, told);
            found += drawn.rules().stream()
                    .filter(it -> it.kind() == kind)
                    .mapToLong(it -> new PriceOpinion(it, lines).broken())
                    .sum();
            found += ChoiceOpinion.wrong(drawn.rules(), lines);
        }
        return found;
    }

    private static List<PricedLine> plan(PricesNearBounds drawn, List<PriceRule> told) {
        return PriceOptimiser.of(PriceTicks.CENTS).plan(drawn.items(), told).lines();
    }

    private static long count(List<PricedLine> lines, PriceStatus status) {
        return lines.stream().filter(it -> it.status() == status).count();
    }
}
