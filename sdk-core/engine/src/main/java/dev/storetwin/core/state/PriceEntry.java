package dev.storetwin.core.state;

import dev.storetwin.event.PriceChanged;
import dev.storetwin.state.PricePoint;
import dev.storetwin.type.Money;
import dev.storetwin.type.TaxMode;
import java.util.Comparator;
import java.util.Optional;

/**
 * One change of a price. Of two changes of one moment and one version the dearer comes last.
 *
 * @param nanos     when it happened, since 1970
 * @param version   of the fact
 * @param price     what a unit costs from then on
 * @param compareAt the crossed-out price
 * @param taxMode   whether it contains tax
 */
record PriceEntry(long nanos, long version, Money price, Optional<Money> compareAt, TaxMode taxMode)
        implements Comparable<PriceEntry> {

    private static final Comparator<Money> BY_AMOUNT = Comparator.comparing(Money::amount)
            .thenComparing(it -> it.currency().getCurrencyCode());

    private static final Comparator<PriceEntry> IN_TIME = Comparator.comparingLong(PriceEntry::nanos)
            .thenComparingLong(PriceEntry::version)
            .thenComparing(PriceEntry::price, BY_AMOUNT)
            .thenComparing(PriceEntry::compareAt, PriceEntry::byAmount)
            .thenComparing(PriceEntry::taxMode);

    private static int byAmount(Optional<Money> one, Optional<Money> other) {
        return one.isPresent() && other.isPresent()
                ? BY_AMOUNT.compare(one.get(), other.get())
                : Boolean.compare(one.isPresent(), other.isPresent());
    }

    static PriceEntry of(PriceChanged fact) {
        var header = fact.header();
        return new PriceEntry(
                EpochNanos.nanos(header.occurredAt()),
                header.version().value(),
                fact.price(),
                fact.compareAt(),
                fact.taxMode());
    }

    PricePoint point() {
        return new PricePoint(EpochNanos.instant(nanos), price, compareAt, taxMode);
    }

    /** Whether it says what was said before. */
    boolean repeats(PriceEntry earlier) {
        return price.equals(earlier.price) && compareAt.equals(earlier.compareAt);
    }

    @Override
    public int compareTo(PriceEntry other) {
        return IN_TIME.compare(this, other);
    }
}
