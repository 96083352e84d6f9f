package dev.storetwin.state;

import dev.storetwin.type.Quantity;
import java.math.BigDecimal;

/**
 * How long, large and sudden the values of an event may be.
 *
 * @param idLength     longest id, in characters
 * @param textLength   longest name or reason, in characters
 * @param money        largest amount, in whatever currency
 * @param ordered      most of one line of an order or purchase
 * @param stocked      most of one count, movement or reservation
 * @param priceLeap    a price that is so many times the last one, or its so many-th part, is a leap
 * @param quantityLeap a count that is so many times what was there, or its so many-th part, is a leap
 */
public record ValueLimits(
        int idLength,
        int textLength,
        BigDecimal money,
        Quantity ordered,
        Quantity stocked,
        double priceLeap,
        double quantityLeap) {

    /** Generous: no shop reaches them by itself, whatever its currency and units. */
    public static final ValueLimits DEFAULT = new ValueLimits(
            512, 65_536, new BigDecimal("10000000000"), Quantity.of(1_000_000), Quantity.of(1_000_000_000), 50, 500);

    public ValueLimits {
        if (idLength < 1 || textLength < 1 || money.signum() <= 0 || !ordered.isPositive() || !stocked.isPositive()) {
            throw new IllegalArgumentException("""
                    idLength (%d), textLength (%d), money (%s), ordered (%s) and stocked (%s) must be above zero.
                    Maybe a limit should be left as it is in ValueLimits.DEFAULT.""".formatted(idLength, textLength, money, ordered, stocked));
        }
        if (!(priceLeap > 1 && quantityLeap > 1)) {
            throw new IllegalArgumentException("""
                    priceLeap (%s) and quantityLeap (%s) are factors above 1.
                    Maybe they were given as shares: 100, not 0.01.""".formatted(priceLeap, quantityLeap));
        }
    }

    public ValueLimits withIdLength(int characters) {
        return new ValueLimits(characters, textLength, money, ordered, stocked, priceLeap, quantityLeap);
    }

    public ValueLimits withTextLength(int characters) {
        return new ValueLimits(idLength, characters, money, ordered, stocked, priceLeap, quantityLeap);
    }

    public ValueLimits withMoney(BigDecimal most) {
        return new ValueLimits(idLength, textLength, most, ordered, stocked, priceLeap, quantityLeap);
    }

    public ValueLimits withOrdered(Quantity most) {
        return new ValueLimits(idLength, textLength, money, most, stocked, priceLeap, quantityLeap);
    }

    public ValueLimits withStocked(Quantity most) {
        return new ValueLimits(idLength, textLength, money, ordered, most, priceLeap, quantityLeap);
    }

    public ValueLimits withPriceLeap(double factor) {
        return new ValueLimits(idLength, textLength, money, ordered, stocked, factor, quantityLeap);
    }

    public ValueLimits withQuantityLeap(double factor) {
        return new ValueLimits(idLength, textLength, money, ordered, stocked, priceLeap, factor);
    }
}
