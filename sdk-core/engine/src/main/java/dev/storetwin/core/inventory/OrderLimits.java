package dev.storetwin.core.inventory;

import dev.storetwin.type.Quantity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The most that can be ordered, and what says so.
 *
 * @param limits the tightest first
 */
record OrderLimits(List<Limit> limits) {

    /**
     * One limit.
     *
     * @param name  in words, such as {@code the space for 80}
     * @param packs that it leaves room for, not negative
     */
    record Limit(String name, long packs) {}

    OrderLimits {
        limits = limits.stream().sorted(Comparator.comparingLong(Limit::packs)).toList();
    }

    static OrderLimits of(Rules rules, OrderLattice lattice, OrderEconomics economics, OnHand onHand) {
        var limits = new ArrayList<Limit>();
        rules.maximumOrder()
                .ifPresent(it -> limits.add(new Limit("the maximum order of " + it, lattice.within(it.toDouble()))));
        rules.maximumSpend().ifPresent(most -> economics
                .unitCost()
                .filter(cost -> cost.currency().equals(most.currency()))
                .ifPresent(cost -> limits.add(
                        new Limit("the budget of " + most, lattice.within(most.toDouble() / cost.toDouble())))));
        rules.space()
                .ifPresent(it -> limits.add(new Limit(
                        "the space for " + it, lattice.within(it.toDouble() - Math.max(0, onHand.position())))));
        return new OrderLimits(limits);
    }

    long most() {
        return limits.isEmpty() ? Long.MAX_VALUE : limits.get(0).packs();
    }

    /** What keeps an order from being as large as wanted; the tightest limit of those that do. */
    Optional<Limit> binding(long wanted) {
        return limits.stream().filter(it -> it.packs() < wanted).findFirst();
    }

    /** Why nothing at all can be ordered, with the least that would have to be relaxed; empty when something can. */
    Optional<String> conflict(OrderLattice lattice) {
        var tight = names(it -> it.packs() < lattice.least());
        if (tight.isEmpty()) {
            return Optional.empty();
        }
        Quantity least = lattice.quantity(lattice.least());
        var relax = most() >= 1 && tight.size() > 1
                ? "the minimum order, from %s down to %s".formatted(least, lattice.quantity(most()))
                : "%s, so that %s fit in".formatted(String.join(" and ", tight), least);
        return Optional.of("Nothing can be ordered: the least order is %s, and %s %s not leave room for it. Relax %s"
                .formatted(least, String.join(" and ", tight), tight.size() == 1 ? "does" : "do", relax));
    }

    private List<String> names(Predicate<Limit> which) {
        return limits.stream().filter(which).map(Limit::name).toList();
    }
}
