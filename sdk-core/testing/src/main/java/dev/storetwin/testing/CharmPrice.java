package dev.storetwin.testing;

import dev.storetwin.type.Money;
import java.math.BigDecimal;
import java.util.Currency;

/** Prices as shops write them: 19.99, and in halves below ten: 4.49. */
final class CharmPrice {

    private static final double CHEAP = 10;
    private static final BigDecimal CENT = new BigDecimal("0.01");

    private CharmPrice() {}

    static Money near(double amount, Currency currency) {
        double whole = amount < CHEAP ? Math.max(.5, Math.rint(amount * 2) / 2) : Math.rint(amount);
        return new Money(BigDecimal.valueOf(whole).subtract(CENT), currency);
    }
}
