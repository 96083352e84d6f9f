package dev.storetwin.core.inventory;

import dev.storetwin.state.SupplierTerms;
import dev.storetwin.type.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The quantities that can be ordered: multiples of a pack, not below a minimum.
 *
 * @param pack  the supplier's, or one piece, or a thousandth of what is sold by measure
 * @param least the fewest packs in one order
 */
record OrderLattice(Quantity pack, long least) {

    private static final Quantity PIECE = Quantity.of(1);
    private static final Quantity THOUSANDTH = new Quantity(1);

    /** @param pieces whether the SKU is sold in whole pieces */
    static OrderLattice of(Optional<SupplierTerms> terms, boolean pieces) {
        var unit = pieces ? PIECE : THOUSANDTH;
        var pack = terms.flatMap(SupplierTerms::packSize)
                .filter(Quantity::isPositive)
                .orElse(unit);
        var minimum = terms.flatMap(SupplierTerms::minimumOrder).orElse(Quantity.ZERO);
        return new OrderLattice(pack, Math.max(1, packs(minimum, pack)));
    }

    private static long packs(Quantity quantity, Quantity pack) {
        return quantity.orZero().roundedUpTo(pack).thousandths() / pack.thousandths();
    }

    Quantity quantity(long packs) {
        return new Quantity(Math.multiplyExact(packs, pack.thousandths()));
    }

    /** The most packs of which the units are not more than so many. */
    long within(double units) {
        return (long) Math.floor(Math.max(0, units) * 1000 / pack.thousandths() + 1e-9);
    }

    double packUnits() {
        return pack.toDouble();
    }

    /** Around the best: half, one pack less, itself, one pack more, double. Ascending, none twice, none that cannot be ordered or is more than the most. */
    List<Quantity> around(long best, long most) {
        var packs = new TreeSet<Long>(List.of(best / 2, best - 1, best, best + 1, best * 2));
        long countable = Long.MAX_VALUE / pack.thousandths();
        return packs.stream()
                .filter(it -> it >= least && it <= Math.min(most, countable))
                .map(this::quantity)
                .toList();
    }

    /** So many units rounded up to what can be ordered. */
    Quantity atLeast(double units) {
        var wanted = Quantity.of(BigDecimal.valueOf(Math.max(0, units)).setScale(3, RoundingMode.CEILING));
        return quantity(Math.max(least, packs(wanted, pack)));
    }
}
