package dev.storetwin.experiment;

import dev.storetwin.type.Money;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/**
 * What may be given up to learn: the expected value of the best less that of what is tried, summed over a window.
 *
 * @param amount in a window; zero lets nothing but the best be done
 * @param window of the shop's calendar
 * @param perSku whether each SKU has so much, and not all of a capability together
 */
public record RegretBudget(Money amount, Window window, boolean perSku) {

    /** A stretch of the shop's calendar. */
    public enum Window {
        DAY,
        /** From Monday on. */
        WEEK;

        /** When the window of a moment began. */
        public Instant start(Instant moment, ZoneId zone) {
            var day = moment.atZone(zone).toLocalDate();
            var first = this == DAY ? day : day.with(TemporalAdjusters.previousOrSame(java.time.DayOfWeek.MONDAY));
            return first.atStartOfDay(zone).toInstant();
        }

        /** When the one after it begins. */
        public Instant end(Instant moment, ZoneId zone) {
            var first = start(moment, zone).atZone(zone).toLocalDate();
            return first.plusDays(this == DAY ? 1 : 7).atStartOfDay(zone).toInstant();
        }

        /** In a sentence: {@code day}. */
        public String inWords() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public RegretBudget {
        if (amount.isNegative()) {
            throw new IllegalArgumentException(
                    "A budget to learn with is not below zero, as %s is.\nMaybe Exploration.NONE is meant."
                            .formatted(amount));
        }
    }

    public static RegretBudget perDay(Money amount) {
        return new RegretBudget(amount, Window.DAY, false);
    }

    public static RegretBudget perWeek(Money amount) {
        return new RegretBudget(amount, Window.WEEK, false);
    }

    /** As much for each SKU by itself. */
    public RegretBudget ofEachSku() {
        return new RegretBudget(amount, window, true);
    }
}
