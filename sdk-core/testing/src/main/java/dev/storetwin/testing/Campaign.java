package dev.storetwin.testing;

import dev.storetwin.type.PromotionId;
import dev.storetwin.type.Sku;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * A promotion of the synthetic shop.
 *
 * @param from     first day
 * @param until    first day after it
 * @param discount as a share of the list price
 * @param lift     how many more shoppers look because of the campaign itself, whatever the price: 1.3 for 30 % more
 * @param skus     what it covers, in order
 * @param outlets  where
 */
record Campaign(
        PromotionId id,
        String name,
        LocalDate from,
        LocalDate until,
        BigDecimal discount,
        double lift,
        List<Sku> skus,
        List<Outlet> outlets) {

    Campaign {
        skus = List.copyOf(skus);
        outlets = List.copyOf(outlets);
    }

    boolean runsOn(LocalDate day) {
        return !day.isBefore(from) && day.isBefore(until);
    }

    boolean runsOn(LocalDate day, Outlet outlet) {
        return runsOn(day) && outlets.contains(outlet);
    }

    boolean overlaps(Campaign other) {
        return from.isBefore(other.until) && other.from.isBefore(until);
    }
}
