package dev.storetwin.core.state;

import dev.storetwin.type.Amount;
import dev.storetwin.type.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The shop's settings that a fold may look at.
 *
 * @param zone     whose days are the shop's days
 * @param currency of reports
 * @param words    names that are kept once
 * @param benches  to edit books on
 * @param starts   of the days that were asked about last
 * @param inStock  of the SKUs that were asked about last
 */
record Folding(
        ZoneId zone,
        Currency currency,
        Words words,
        Benches benches,
        AtomicReference<DayStarts> starts,
        InStockDays inStock) {

    private static final int DIGITS = 4;
    private static final int SECONDS = 86_400;

    Folding(ZoneId zone, Currency currency) {
        this(zone, currency, new Words(), new Benches(), new AtomicReference<>(DayStarts.of(zone)), new InStockDays());
    }

    /** The day of a moment, since 1970. */
    long day(Instant moment) {
        int offset = zone.getRules().getOffset(moment).getTotalSeconds();
        return Math.floorDiv(moment.getEpochSecond() + offset, SECONDS);
    }

    /** When days begin, from one to before another since 1970. */
    DayStarts starts(long from, long until) {
        return starts.updateAndGet(it -> it.covering(from, until));
    }

    /** Ten-thousandths of the reporting currency as money. */
    Money money(long revenue) {
        return new Money(BigDecimal.valueOf(revenue, DIGITS), currency);
    }

    /** In ten-thousandths of the reporting currency, so that sums are exact in any order; zero for another currency. */
    long revenue(Amount amount) {
        return amount.revenue()
                .filter(it -> it.currency().equals(currency))
                .map(it -> it.amount()
                        .movePointRight(DIGITS)
                        .setScale(0, RoundingMode.HALF_EVEN)
                        .longValueExact())
                .orElse(0L);
    }
}
