package dev.storetwin.core.inventory.placement;

import dev.storetwin.core.inventory.placement.PlacementCase.Customer;
import dev.storetwin.core.inventory.placement.PlacementCase.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Made-up cases with capacities that bind, and now and then a site that does not reach a customer. */
final class RandomCases {

    private RandomCases() {}

    static PlacementCase of(long seed, int sites, int customers) {
        var chance = new SplittableRandom(seed);
        var wanted = new ArrayList<Customer>();
        double total = 0;
        for (int i = 0; i < customers; i++) {
            double demand = 1 + chance.nextInt(20);
            total += demand;
            wanted.add(new Customer("c" + i, demand));
        }
        var places = new ArrayList<Site>();
        for (int j = 0; j < sites; j++) {
            double capacity = Math.rint(total / sites * (0.8 + 2 * chance.nextDouble()));
            places.add(new Site(
                    "s" + j, chance.nextInt(10) == 0 ? Double.POSITIVE_INFINITY : capacity, chance.nextInt(60)));
        }
        var costs = new ArrayList<List<Double>>();
        for (int i = 0; i < customers; i++) {
            var row = new ArrayList<Double>();
            for (int j = 0; j < sites; j++) {
                row.add(chance.nextInt(15) == 0 ? Double.POSITIVE_INFINITY : chance.nextInt(1000) / 10.0);
            }
            costs.add(row);
        }
        return PlacementCase.of(places, wanted, costs);
    }
}
