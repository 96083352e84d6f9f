package dev.storetwin.testing;

import dev.storetwin.type.Money;
import dev.storetwin.type.Sku;
import dev.storetwin.type.SupplierId;
import java.util.List;

/**
 * One thing that the synthetic shop sells, with the truth about it.
 *
 * @param index    its place in the assortment
 * @param wares    what kind of goods it is
 * @param prices   list price at the opening, by outlet; demand is told relative to it
 * @param cost     landed, at the opening
 * @param supply   what its supplier asks
 * @param appetite what shoppers want of it
 */
record Article(
        int index,
        Sku sku,
        String name,
        Wares wares,
        List<Money> prices,
        Money cost,
        Supply supply,
        Appetite appetite) {

    Article {
        prices = List.copyOf(prices);
    }

    /**
     * What a supplier asks.
     *
     * @param minimumOrder least units in one order
     * @param packSize     units come in multiples of it
     * @param leadDays     from order to shelf, as promised
     */
    record Supply(SupplierId supplier, long minimumOrder, long packSize, int leadDays) {

        /** The order that is placed when so many units are missing. */
        long orderFor(long missing) {
            long units = Math.max(missing, minimumOrder);
            return (units + packSize - 1) / packSize * packSize;
        }
    }

    /**
     * What shoppers want.
     *
     * @param dailyUnits by outlet, at list price, on an average day of the first year
     * @param elasticity constant: units are proportional to price to this power
     * @param trend      growth over a year, 0.1 for ten per cent
     * @param evenness   how regular the days are; the shape of a negative binomial
     */
    record Appetite(List<Double> dailyUnits, double elasticity, double trend, double evenness) {

        Appetite {
            dailyUnits = List.copyOf(dailyUnits);
        }

        double allDailyUnits() {
            return dailyUnits.stream().mapToDouble(Double::doubleValue).sum();
        }
    }
}
