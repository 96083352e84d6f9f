package dev.storetwin.core.inventory;

import dev.storetwin.core.forecast.LeadTimes;
import dev.storetwin.state.SupplierTerms;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * When orders are placed and when they come. Days are counted from today.
 *
 * @param review days to the next day on which to order, without a calendar
 * @param cycle  so many times one orders once; above 1 where an order costs much
 * @param terms  of the supplier
 * @param rule   with its calendar
 */
record Supply(
        LocalDate today,
        LeadTimes leadTimes,
        int review,
        int cycle,
        Optional<SupplierTerms> terms,
        Optional<SupplierRule> rule) {

    boolean takesOrdersToday() {
        return rule.map(it -> it.takesOrdersOn(today)).orElse(true);
    }

    /** The first day on which the supplier takes orders, today included. */
    LocalDate nextOrderDay() {
        return rule.map(it -> it.nextOrderDay(today)).orElse(today);
    }

    /** Days to the next order, when one is placed today. */
    int reviewDays() {
        return placed(1);
    }

    /** Days to the next order, when one in so many reviews is placed. */
    int cycleDays() {
        return placed(cycle);
    }

    private int placed(int reviews) {
        int days = 0;
        for (int i = 0; i < reviews; i++) {
            var from = today.plusDays(days + review);
            days = days(rule.map(it -> it.nextOrderDay(from)).orElse(from));
        }
        return days;
    }

    /** When an order is on the shelf that was placed after so many days and takes so many more. */
    int comes(int placed, int taken) {
        var there = today.plusDays(placed + taken);
        return days(rule.map(it -> it.nextDeliveryDay(there)).orElse(there));
    }

    private int days(LocalDate day) {
        return (int) ChronoUnit.DAYS.between(today, day);
    }

    /** Days until this order is usually on the shelf. */
    int leadDays() {
        return comes(0, leadTimes.usual());
    }

    /** Days until the next order is usually on the shelf: what this one has to last for. */
    int protectedDays() {
        return comes(cycleDays(), leadTimes.usual());
    }

    /** For how many days demand has to be foretold. */
    int horizon() {
        return comes(cycleDays(), leadTimes.longest()) + cycleDays();
    }

    Supply withCycle(int reviews) {
        return new Supply(today, leadTimes, review, reviews, terms, rule);
    }
}
