package dev.storetwin.core.pricing.plan;

import dev.storetwin.pricing.PriceRule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * The prices that one item may take, rising, the present one among them: what each brings, and what each of the item's rules says of it.
 *
 * <p>An item whose price stays, whatever comes, has one rung. What is no item but joins others (see {@link Couplings}) has rungs that bring nothing.
 */
final class ItemRungs {

    private final PricedItem item;
    private final long[] prices;
    private final double[] scores;
    private final int present;
    private final List<PriceRule> rules = new ArrayList<>();
    private final List<BitSet> allowed = new ArrayList<>();
    private final RungWorth worth;
    private final boolean fewest;

    /** @param covering rules that cover the item, in order */
    ItemRungs(PricedItem item, List<PriceRule> covering, PriceTicks ticks) {
        this.item = item;
        long now = item.unit().price();
        var terms = ItemTerms.of(item, covering);
        this.fewest = terms.fewest();
        this.worth = RungWorth.of(item, terms, ticks);
        this.prices = item.isStill() ? new long[] {now} : withPresent(item.ladder(), now);
        this.present = Arrays.binarySearch(prices, now);
        this.scores = new double[prices.length];
        if (!item.isStill()) {
            Arrays.setAll(scores, rung -> worth.score(prices[rung]));
            limit(covering, new OwnLimits(ticks));
        }
    }

    /** What is no item: rungs that bring nothing, under no rule of their own. */
    private ItemRungs(PricedItem joint, long[] prices) {
        this.item = joint;
        this.prices = prices;
        this.present = -1;
        this.scores = new double[prices.length];
        this.fewest = false;
        this.worth = new ItemWorth(joint, ItemTerms.of(joint, List.of()), PriceTicks.CENTS);
    }

    /** Stands for the lowest price of several items. */
    static ItemRungs lowestOf(List<ItemRungs> members) {
        var prices = members.stream()
                .flatMapToLong(it -> Arrays.stream(it.prices))
                .sorted()
                .distinct()
                .toArray();
        return new ItemRungs(members.get(0).item, prices);
    }

    /** Whether it is no item, but stands for what several have in common. */
    boolean isJoint() {
        return present < 0;
    }

    private static long[] withPresent(List<Long> ladder, long now) {
        var all = new long[ladder.size() + 1];
        for (int i = 0; i < ladder.size(); i++) {
            all[i] = ladder.get(i);
        }
        all[ladder.size()] = now;
        return Arrays.stream(all).sorted().distinct().toArray();
    }

    private void limit(List<PriceRule> covering, OwnLimits limits) {
        for (var rule : covering) {
            limits.of(rule, item).ifPresent(allows -> {
                rules.add(rule);
                var rungs = new BitSet(prices.length);
                for (int rung = 0; rung < prices.length; rung++) {
                    rungs.set(rung, allows.test(prices[rung]));
                }
                allowed.add(rungs);
            });
        }
    }

    PricedItem item() {
        return item;
    }

    int count() {
        return prices.length;
    }

    long price(int rung) {
        return prices[rung];
    }

    double score(int rung) {
        return scores[rung];
    }

    double expected(int rung) {
        return worth.expected(prices[rung]);
    }

    long givenAway(int rung) {
        return worth.givenAway(prices[rung]);
    }

    /** The rung of the present price. */
    int present() {
        return present;
    }

    boolean isFewest() {
        return fewest;
    }

    /** The highest rung that is not above a price; -1 when all are. */
    int notAbove(long price) {
        int at = Arrays.binarySearch(prices, price);
        return at >= 0 ? at : -at - 2;
    }

    /** Rules on single prices that say something about this item. */
    List<PriceRule> rules() {
        return rules;
    }

    /** Rungs that one of them allows. */
    BitSet allowed(int rule) {
        return allowed.get(rule);
    }

    /** What {@link OwnLimits} makes of another bound of a rule. */
    BitSet allowed(PriceRule eased, PriceTicks ticks) {
        var rungs = new BitSet(prices.length);
        var allows = new OwnLimits(ticks).of(eased, item).orElse(price -> true);
        for (int rung = 0; rung < prices.length; rung++) {
            rungs.set(rung, allows.test(prices[rung]));
        }
        return rungs;
    }
}
