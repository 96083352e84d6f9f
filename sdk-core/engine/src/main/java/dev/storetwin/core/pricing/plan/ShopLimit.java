package dev.storetwin.core.pricing.plan;

import dev.storetwin.pricing.PriceBound;
import dev.storetwin.pricing.PriceRule;
import dev.storetwin.pricing.PriceRule.Kind;
import java.util.Optional;

/**
 * Something that the prices of a scope share: so many changes, or so much money given away.
 *
 * @param most     in changes or ticks
 * @param gaveWay  that it is a wish which could not be kept, in words
 */
record ShopLimit(PriceRule rule, long most, Optional<String> gaveWay) {

    private ShopLimit(PriceRule rule, long most) {
        this(rule, most, Optional.empty());
    }

    /** @param made changes of the scope that count already */
    static ShopLimit of(PriceRule rule, long made, PriceTicks ticks) {
        return rule.kind() == Kind.MAX_MOVES
                ? new ShopLimit(rule, Math.max(0, ((PriceBound.Count) rule.bound()).count() - made))
                : new ShopLimit(rule, ticks.down(((PriceBound.Amount) rule.bound()).amount()));
    }

    static boolean isOne(PriceRule rule) {
        return rule.kind() == Kind.MAX_MOVES || rule.kind() == Kind.MARKDOWN_BUDGET;
    }

    /** Whether it counts changes, not money. */
    boolean isCount() {
        return rule.kind() == Kind.MAX_MOVES;
    }

    boolean covers(ItemRungs rungs) {
        return !rungs.isJoint() && rungs.item().traits().areWithin(rule.scope());
    }

    /** What a rung takes. */
    long use(ItemRungs rungs, int rung) {
        return isCount() ? (rung == rungs.present() ? 0 : 1) : rungs.givenAway(rung);
    }

    /** The same as a wish that other rules leave less of. */
    ShopLimit givingWayTo(long forced) {
        var words = "%s gave way to what other rules force: %s"
                .formatted(rule, isCount() ? forced + " changes" : "more is given away");
        return new ShopLimit(rule, forced, Optional.of(words));
    }
}
