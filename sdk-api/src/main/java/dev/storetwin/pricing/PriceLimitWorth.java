package dev.storetwin.pricing;

import java.util.Locale;

/**
 * What a limit costs that many prices share: its shadow price.
 *
 * @param worth what one more of it, one change or one unit of money, would bring at the margin; 0 where it does not bind
 */
public record PriceLimitWorth(PriceRule limit, double worth) {

    public boolean binds() {
        return worth > 0;
    }

    /** For example {@code max_moves 20 (*) binds: one more would bring 3.20 at the margin}. */
    public String inWords() {
        return binds()
                ? String.format(Locale.ROOT, "%s binds: one more would bring %.2f at the margin", limit, worth)
                : "%s does not bind".formatted(limit);
    }
}
