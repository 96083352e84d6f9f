package dev.storetwin.core.pricing.plan;

/** What the prices of one item bring. */
interface RungWorth {

    /** Expected. */
    double expected(long price);

    /** By the least gain that is thinkable, less what a change costs. */
    double score(long price);

    /** Money given away by a price below the present one, in ticks, rounded up. */
    long givenAway(long price);

    /** Somebody else's numbers where there are any, else those by demand. */
    static RungWorth of(PricedItem item, ItemTerms terms, PriceTicks ticks) {
        return item.told().isEmpty() ? new ItemWorth(item, terms, ticks) : new ToldWorth(item, terms);
    }
}
