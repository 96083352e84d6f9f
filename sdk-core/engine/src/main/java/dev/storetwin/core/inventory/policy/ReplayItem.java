package dev.storetwin.core.inventory.policy;

import dev.storetwin.forecast.Regressors;
import dev.storetwin.forecast.TimeSeries;
import java.util.List;

/**
 * One thing at one place whose past is played again.
 *
 * @param sales  oldest first, with in-stock flags; a period out of stock says nothing about demand and is not costed. Columns that may
 *               explain sales are left out: what they hold of later periods would be told too early
 * @param groups from coarse to fine, such as department and product group; as many for every item
 */
public record ReplayItem(TimeSeries sales, List<String> groups, StockTerms terms) {

    public ReplayItem {
        sales = sales.withRegressors(Regressors.NONE);
        groups = List.copyOf(groups);
    }

    /** What the past can tell that was asked for: at least this much when the item was out of stock. */
    double demand(int period) {
        double value = sales.value(period);
        return Double.isNaN(value) ? 0 : Math.max(0, value);
    }
}
