package dev.storetwin.core.pricing.response;

import dev.storetwin.core.forecast.DemandRatios;
import dev.storetwin.state.PricePoint;
import dev.storetwin.state.TwinState;
import dev.storetwin.type.Channel;
import dev.storetwin.type.Sku;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * The list prices that a SKU had in a channel, as stretches of days: a day has the price that stood at noon.
 *
 * @param stretches with a new price each, in order; the days before the first have none
 * @param recent    the price, on average, that demand of the last weeks was seen at
 */
public record PastPrices(List<Stretch> stretches, double recent) {

    /**
     * One price.
     *
     * @param from  day, counted from the first; zero for all that began before
     * @param price 0 where it is not in the currency of the last price
     */
    public record Stretch(int from, double price) {}

    /** Empty when the price never moved since the first day, or is not known. */
    public static Optional<PastPrices> of(TwinState state, Sku sku, Channel channel, Instant asOf, LocalDate from) {
        var history = state.catalog().priceHistory(sku, channel);
        if (history.size() < 2) {
            return Optional.empty();
        }
        var stretches = stretches(state, history, asOf, from);
        if (stretches.stream().mapToDouble(Stretch::price).distinct().count() < 2) {
            return Optional.empty();
        }
        var recent = PriceRecord.recentPrice(state, sku, channel, asOf);
        return recent.isPresent() ? Optional.of(new PastPrices(stretches, recent.getAsDouble())) : Optional.empty();
    }

    private static List<Stretch> stretches(TwinState state, List<PricePoint> history, Instant asOf, LocalDate from) {
        var currency = history.get(history.size() - 1).price().currency();
        var stretches = new ArrayList<Stretch>();
        for (var point : history) {
            if (point.from().isAfter(asOf)) {
                break;
            }
            int day = (int) Math.max(0, noonOf(state, point).toEpochDay() - from.toEpochDay());
            while (!stretches.isEmpty() && stretches.get(stretches.size() - 1).from() >= day) {
                stretches.remove(stretches.size() - 1);
            }
            stretches.add(new Stretch(day, amount(point, currency)));
        }
        return stretches;
    }

    /** The first day at whose noon it stood. */
    private static LocalDate noonOf(TwinState state, PricePoint point) {
        var at = point.from().atZone(state.zone());
        return at.toLocalTime().isAfter(LocalTime.NOON) ? at.toLocalDate().plusDays(1) : at.toLocalDate();
    }

    private static double amount(PricePoint point, Currency currency) {
        return point.price().currency().equals(currency)
                ? Math.max(0, point.price().toDouble())
                : 0;
    }

    /** What demand at these prices was of that at the recent one, by an elasticity; as if it were that one where a price is not known. */
    public DemandRatios ratios(double elasticity) {
        return new DemandRatios(stretches.stream()
                .map(it -> new DemandRatios.Stretch(
                        it.from(), it.price() > 0 ? StrictMath.pow(it.price() / recent, elasticity) : 1))
                .toList());
    }
}
