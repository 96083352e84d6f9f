package dev.storetwin.core.inventory;

import dev.storetwin.type.Money;
import dev.storetwin.type.SupplierId;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/**
 * How one supplier is ordered from, as far as its terms do not say.
 *
 * @param reviewDays   from one order to the next; empty for the usual
 * @param orderDays    on which it takes orders; none named for every day
 * @param deliveryDays on which it delivers; none named for every day
 * @param closures     when it does neither
 * @param orderCost    of one order, however much is ordered: freight, booking, receiving
 */
public record SupplierRule(
        SupplierId supplier,
        OptionalInt reviewDays,
        Set<DayOfWeek> orderDays,
        Set<DayOfWeek> deliveryDays,
        List<Closure> closures,
        Optional<Money> orderCost) {

    /** More than any closure lasts. */
    private static final int SEARCHED_DAYS = 800;

    public SupplierRule {
        orderDays = Collections.unmodifiableSortedSet(new TreeSet<>(orderDays));
        deliveryDays = Collections.unmodifiableSortedSet(new TreeSet<>(deliveryDays));
        closures = List.copyOf(closures);
        if (reviewDays.isPresent() && (reviewDays.getAsInt() < 1 || reviewDays.getAsInt() > 366)) {
            throw new IllegalArgumentException(
                    "reviewDays (%d) of %s must be between 1 and 366.\nMaybe hours were given."
                            .formatted(reviewDays.getAsInt(), supplier));
        }
        if (orderCost.filter(Money::isNegative).isPresent()) {
            throw new IllegalArgumentException(
                    "An order at %s cannot cost %s.\nMaybe a rebate was meant.".formatted(supplier, orderCost.get()));
        }
    }

    /** Nothing special. */
    public static SupplierRule of(SupplierId supplier) {
        return new SupplierRule(supplier, OptionalInt.empty(), Set.of(), Set.of(), List.of(), Optional.empty());
    }

    public SupplierRule withReviewDays(int days) {
        return new SupplierRule(supplier, OptionalInt.of(days), orderDays, deliveryDays, closures, orderCost);
    }

    public SupplierRule withOrderDays(Set<DayOfWeek> days) {
        return new SupplierRule(supplier, reviewDays, days, deliveryDays, closures, orderCost);
    }

    public SupplierRule withDeliveryDays(Set<DayOfWeek> days) {
        return new SupplierRule(supplier, reviewDays, orderDays, days, closures, orderCost);
    }

    public SupplierRule withClosures(List<Closure> closed) {
        return new SupplierRule(supplier, reviewDays, orderDays, deliveryDays, closed, orderCost);
    }

    public SupplierRule withOrderCost(Money cost) {
        return new SupplierRule(supplier, reviewDays, orderDays, deliveryDays, closures, Optional.of(cost));
    }

    boolean takesOrdersOn(LocalDate day) {
        return isOpen(day, orderDays);
    }

    /** The first day from one on, that day included, on which it takes orders. */
    LocalDate nextOrderDay(LocalDate from) {
        return next(from, orderDays);
    }

    /** The same of deliveries. */
    LocalDate nextDeliveryDay(LocalDate from) {
        return next(from, deliveryDays);
    }

    private LocalDate next(LocalDate from, Set<DayOfWeek> days) {
        var day = from;
        for (int i = 0; i < SEARCHED_DAYS && !isOpen(day, days); i++) {
            day = day.plusDays(1);
        }
        return day;
    }

    private boolean isOpen(LocalDate day, Set<DayOfWeek> days) {
        return (days.isEmpty() || days.contains(day.getDayOfWeek()))
                && closures.stream().noneMatch(it -> it.covers(day));
    }
}
