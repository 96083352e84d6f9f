package dev.storetwin.core.pricing;

import dev.storetwin.state.PricePoint;
import dev.storetwin.state.TwinState;
import dev.storetwin.type.Channel;
import dev.storetwin.type.Money;
import dev.storetwin.type.Sku;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Numbers that are some hundred or thousand times what they were: more often another unit than news. No price follows from them.
 *
 * <p>Price, sales and stock are each compared with their own past. What has stood for weeks is believed, whatever it is.
 */
record UnitSlips(TwinState state, Sku sku, Channel channel, Instant asOf) {

    private static final double PRICE_FACTOR = 50;
    private static final double SALES_FACTOR = 200;
    private static final Duration BELIEVED = Duration.ofDays(28);
    private static final int RECENT_DAYS = 28;
    private static final int PAST_DAYS = 364;
    private static final int FEWEST_DAYS = 5;
    private static final int MANY_UNITS = 1_000;
    private static final double LONGEST_COVER_DAYS = 3_650;

    /** The present price against the prices before it: those that stood longer are right. */
    Optional<String> price() {
        var history = state.catalog().priceHistory(sku, channel).stream()
                .filter(it -> !it.from().isAfter(asOf) && it.price().isPositive())
                .toList();
        if (history.size() < 2) {
            return Optional.empty();
        }
        var present = history.get(history.size() - 1).price();
        var near = Duration.ZERO;
        var far = Duration.ZERO;
        var other = Optional.<Money>empty();
        for (int i = 0; i < history.size(); i++) {
            var stood = Duration.between(history.get(i).from(), until(history, i));
            var price = history.get(i).price();
            if (!price.currency().equals(present.currency())) {
                continue;
            }
            if (isFar(price.ratioTo(present), PRICE_FACTOR)) {
                far = far.plus(stood);
                other = Optional.of(price);
            } else {
                near = near.plus(stood);
            }
        }
        return near.compareTo(far) < 0 && near.compareTo(BELIEVED) < 0
                ? other.map(it -> leap(it, present))
                : Optional.empty();
    }

    private Instant until(List<PricePoint> history, int index) {
        return index + 1 < history.size() ? history.get(index + 1).from() : asOf;
    }

    private String leap(Money before, Money now) {
        double ratio = now.ratioTo(before);
        return ratio > 1
                ? String.format(
                        Locale.ROOT,
                        "a plausible price: it jumped %.0f-fold, from %s to %s; maybe cents were given as whole units",
                        ratio,
                        before,
                        now)
                : String.format(
                        Locale.ROOT,
                        "a plausible price: it fell to a %.0fth, from %s to %s; maybe whole units were given as cents",
                        1 / ratio,
                        before,
                        now);
    }

    /** What was sold on the best of the last days, and on all of them, against a usual day of the year. */
    Optional<String> sales() {
        var today = asOf.atZone(state.zone()).toLocalDate();
        var units = state.demand().unitsByDay(sku, channel, today.minusDays(PAST_DAYS), today.plusDays(1));
        var sold = Arrays.stream(units).filter(it -> it > 0).sorted().toArray();
        var recent = Arrays.stream(units, units.length - RECENT_DAYS - 1, units.length)
                .filter(it -> it > 0)
                .summaryStatistics();
        if (sold.length < FEWEST_DAYS || recent.getCount() == 0) {
            return Optional.empty();
        }
        double usual = sold[sold.length / 2];
        double odd = recent.getMax() < usual ? recent.getMax() : Math.max(usual, recent.getMax());
        return isFar(odd / usual, SALES_FACTOR)
                ? Optional.of(String.format(
                        Locale.ROOT,
                        "plausible sales: %s units of %s on a day in %s, where a usual day sells %s; maybe thousandths, grams or packs were counted as units",
                        number(odd),
                        sku,
                        channel,
                        number(usual)))
                : Optional.empty();
    }

    /** Stock that would last for more than ten years of the last one. */
    Optional<String> stock() {
        double there =
                state.stock().isKnown(sku) ? state.stock().total(sku).onHand().toDouble() : 0;
        if (there < MANY_UNITS) {
            return Optional.empty();
        }
        var today = asOf.atZone(state.zone()).toLocalDate();
        double aDay = state.demand().channels(sku).stream()
                        .mapToDouble(it -> state.demand().units(sku, it, today.minusDays(PAST_DAYS), today))
                        .sum()
                / days(today.toEpochDay());
        return aDay > 0 && there / aDay > LONGEST_COVER_DAYS
                ? Optional.of(String.format(
                        Locale.ROOT,
                        "a plausible stock: %s units of %s last for %.0f years; maybe thousandths, grams or pieces were counted as units",
                        number(there),
                        sku,
                        there / aDay / PAST_DAYS))
                : Optional.empty();
    }

    /** A young shop has no year. */
    private double days(long today) {
        long open = state.demand().firstDay().map(it -> today - it.toEpochDay()).orElse(1L);
        return Math.max(1, Math.min(PAST_DAYS, open));
    }

    private static boolean isFar(double ratio, double factor) {
        return ratio >= factor || ratio <= 1 / factor;
    }

    private static String number(double units) {
        return String.format(Locale.ROOT, units == Math.rint(units) ? "%.0f" : "%.3f", units);
    }
}
