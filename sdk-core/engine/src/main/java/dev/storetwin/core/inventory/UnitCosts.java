package dev.storetwin.core.inventory;

import dev.storetwin.state.SupplierTerms;
import dev.storetwin.state.TwinState;
import dev.storetwin.type.Sku;
import java.time.Instant;
import java.util.List;

/**
 * What a day of stock and a lost unit of a SKU cost a shop, and how it is supplied, as orders are planned with.
 *
 * @param leadDays from order to shelf
 * @param pack     units that an order is a multiple of
 * @param holding  a unit for a day
 * @param shortage a unit of demand that finds nothing
 * @param writeOff the most that a unit can cost that nobody wants
 * @param account  what all of them are counted in: a currency, or unit-days of holding where cost is not known
 * @param caveats  what had to be assumed, in words
 */
public record UnitCosts(
        int leadDays,
        double pack,
        double holding,
        double shortage,
        double writeOff,
        String account,
        List<String> caveats) {

    public UnitCosts {
        caveats = List.copyOf(caveats);
    }

    /** By what is known at a moment. */
    public static UnitCosts of(TwinState state, Sku sku, Instant asOf, InventoryOptions options) {
        var economics = OrderEconomics.of(state, sku, asOf, options);
        var rates = economics.rates();
        var terms = state.catalog().terms(sku);
        int leadDays = terms.flatMap(SupplierTerms::leadTime)
                .filter(it -> !it.isNegative())
                .map(it -> (int) Math.min(
                        InventoryOptions.LONGEST_LEAD_DAYS,
                        it.plusDays(1).minusNanos(1).toDays()))
                .orElse(options.leadTimeDays());
        return new UnitCosts(
                leadDays,
                OrderLattice.of(terms, true).packUnits(),
                rates.holding(),
                rates.shortage(),
                rates.writeOff(),
                economics.account(),
                economics.caveats());
    }
}
