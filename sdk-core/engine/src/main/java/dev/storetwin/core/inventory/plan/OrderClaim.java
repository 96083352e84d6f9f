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

    /** So many quantities are tried at most; what lies between them is taken as lying on a line. */
    private static final int POINTS = 16;

    public OrderClaim {
        limits = List.copyOf(limits);
    }

    /** Of an order whose worth cannot be told: it gets nothing. */
    public static OrderClaim untold(Quantity wish, String why) {
        var nothing = new Claim(new long[] {1}, new double[] {0}, new int[0], new long[0]);
        return new OrderClaim(wish, nothing, List.of(why), true);
    }

    /** Packs evenly from the fewest to the wish, all of them where they are few. */
    static Claim claim(OrderValues values, Quantity pack, Quantity wish, double weight, PlanLimits.Uses uses) {
        long most = wish.thousandths() / pack.thousandths();
        long least = Math.min(values.leastPacks(), most);
        int count = (int) Math.min(POINTS, most - least + 1);
        var packs = new long[count];
        var gains = new double[count];
        double nothing = values.worth(Quantity.ZERO);
        for (int i = 0; i < count; i++) {
            packs[i] = count == 1 ? most : least + (most - least) * i / (count - 1);
            var quantity = new Quantity(packs[i] * pack.thousandths());
            gains[i] = weight * (values.worth(quantity) - nothing);
        }
        var claim = new Claim(packs, gains, uses.limits(), uses.perPack());
        return claim.wish() == most ? claim : whole(most, gains[count - 1], uses);
    }

    /** Fewer would bring more, and yet somebody wants so many: then it is all or nothing. */
    private static Claim whole(long most, double gain, PlanLimits.Uses uses) {
        return new Claim(new long[] {most}, new double[] {gain}, uses.limits(), uses.perPack());
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
