package dev.storetwin.core.inventory.plan;

import dev.storetwin.core.inventory.OrderValues;
import dev.storetwin.core.solver.Claim;
import dev.storetwin.type.Quantity;
import java.util.List;

/**
 * What one order would make of what is scarce.
 *
 * @param pack    its quantities are multiples of it
 * @param claim   on the limits that it can be weighed against
 * @param limits  that it is under, by name; with a reason where it cannot be weighed against one, and then it gets nothing
 * @param isFixed whether it gets nothing
 */
public record OrderClaim(Quantity pack, Claim claim, List<String> limits, boolean isFixed) {

    public OrderClaim {
        limits = List.copyOf(limits);
    }

    /** Of an order whose worth cannot be told: it gets nothing. */
    public static OrderClaim untold(Quantity wish, String why) {
        var nothing = new Claim(new long[] {1}, new double[] {0}, new int[0], new long[0]);
        return new OrderClaim(wish, nothing, List.of(why), true);
    }

    static Claim claim(OrderValues values, Quantity pack, Quantity wish, double weight, PlanLimits.Uses uses) {
        long most = wish.thousandths() / pack.thousandths();
        double nothing = values.worth(Quantity.ZERO);
        return Claim.tried(
                Math.min(values.leastPacks(), most),
                most,
                packs -> weight * (values.worth(new Quantity(packs * pack.thousandths())) - nothing),
                uses.limits(),
                uses.perPack());
    }

    /** Packs of so many units. */
    public long packs(Quantity units) {
        return units.thousandths() / pack.thousandths();
    }

    /** Packs in units. */
    public Quantity units(long packs) {
        return new Quantity(Math.multiplyExact(packs, pack.thousandths()));
    }
}
