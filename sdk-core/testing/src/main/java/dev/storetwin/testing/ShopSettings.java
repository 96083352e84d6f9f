package dev.storetwin.testing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;

/**
 * How large a synthetic shop is and when it begins.
 *
 * @param seed         of everything that is drawn
 * @param from         the first day
 * @param days         how many days its history has
 * @param ordersPerDay about how many orders come in on an average day
 */
record ShopSettings(
        long seed, int skus, int channels, int nodes, LocalDate from, int days, double ordersPerDay, ZoneId zone) {

    static final ShopSettings DEFAULT =
            new ShopSettings(1, 200, 3, 3, LocalDate.of(2025, 1, 1), 365, 120, ZoneId.of("Europe/Berlin"));

    ShopSettings {
        if (skus < 1 || channels < 1 || nodes < 1 || days < 1) {
            throw new IllegalArgumentException("""
                    A shop needs at least one SKU (%d), channel (%d), node (%d) and day (%d).
                    Maybe FakeShop.openedAt is meant, which starts with empty shelves.""".formatted(skus, channels, nodes, days));
        }
        if (!(ordersPerDay > 0 && ordersPerDay <= 100_000)) {
            throw new IllegalArgumentException("""
                    Orders per day must be above 0 and at most 100000, not %s.
                    Maybe a whole year was meant.""".formatted(ordersPerDay));
        }
    }

    Currency currency() {
        return Currency.getInstance("EUR");
    }

    /** The first day after the history. */
    LocalDate until() {
        return from.plusDays(days);
    }

    Instant opening() {
        return from.atStartOfDay(zone).toInstant();
    }

    Instant end() {
        return until().atStartOfDay(zone).toInstant();
    }
}
