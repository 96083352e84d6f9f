package dev.storetwin.state;

import dev.storetwin.event.Entity;
import dev.storetwin.type.OrderId;
import dev.storetwin.type.Sku;
import dev.storetwin.type.SubjectId;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is not the same in two states, in order.
 *
 * @param skus     whose sales, stock, prices, traffic, description or competitors' prices differ, under the shop's names for them
 * @param orders   of which other facts stand
 * @param subjects whose orders, links or consents differ
 * @param others   everything else of which other facts stand: prices, counts, nodes, acts of the twin
 */
public record StateDifference(Set<Sku> skus, Set<OrderId> orders, Set<SubjectId> subjects, Set<Entity> others) {

    public StateDifference {
        skus = Collections.unmodifiableSet(new TreeSet<>(skus));
        orders = Collections.unmodifiableSet(new TreeSet<>(orders));
        subjects = Collections.unmodifiableSet(new TreeSet<>(subjects));
        others = Collections.unmodifiableSet(new TreeSet<>(others));
    }

    /** Whether both states say the same. */
    public boolean isEmpty() {
        return skus.isEmpty() && orders.isEmpty() && subjects.isEmpty() && others.isEmpty();
    }
}
