package dev.storetwin.benchmarks.replenishment;

import dev.storetwin.core.inventory.Shelf;
import dev.storetwin.core.inventory.WeeklyReplenishment;
import java.util.ArrayList;
import java.util.List;

/** The library's own weekly replenishment. */
record LeastCost(WeeklyReplenishment replenishment) implements OrderPolicy {

    @Override
    public long[] orders(WeeklyPanel panel, int week, ShelfState[] shelves) {
        var all = new ArrayList<Shelf>();
        for (int i = 0; i < shelves.length; i++) {
            var transit = List.of(shelves[i].nextWeek(), shelves[i].after());
            all.add(new Shelf(panel.history(i, week), panel.groups().get(i), shelves[i].onHand(), transit));
        }
        return replenishment.orders(all);
    }
}
