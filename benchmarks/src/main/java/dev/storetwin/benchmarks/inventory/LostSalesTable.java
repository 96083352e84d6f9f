package dev.storetwin.benchmarks.inventory;

import dev.storetwin.core.inventory.demand.UnitDemand;
import dev.storetwin.core.inventory.lostsales.Lookahead;
import dev.storetwin.core.inventory.lostsales.LostSales;
import dev.storetwin.core.inventory.lostsales.LostSalesCase;
import dev.storetwin.core.inventory.lostsales.PolicyCost;
import dev.storetwin.core.inventory.lostsales.VectorBaseStock;
import dev.storetwin.core.random.Draws;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * The test bed of Zipkin (2008): lead times 1 to 4, Poisson and geometric demand of mean 5, shortage costs 4, 9, 19 and 39; each policy's
 * cost and the CPU time of finding it.
 *
 * <p>Usage: {@code java ... LostSalesTable [poisson|geometric] [longest lead time]}.
 */
public final class LostSalesTable {

    private static final double MEAN = 5;
    private static final int[] SHORTAGE_COSTS = {4, 9, 19, 39};

    private LostSalesTable() {}

    public static void main(String[] args) {
        boolean geometric = args.length > 0 && args[0].equals("geometric");
        int longest = args.length > 1 ? Integer.parseInt(args[1]) : 4;
        var demand = geometric ? UnitDemand.geometric(MEAN) : UnitDemand.poisson(MEAN);
        System.out.println("Cost per period / CPU seconds; ~ is simulated.");
        System.out.println(
                "| lead time | shortage | optimum | myopic | myopic-2 | vector | base | capped | projected | constant |");
        System.out.println("|---|---|---|---|---|---|---|---|---|---|");
        for (int leadTime = 1; leadTime <= longest; leadTime++) {
            for (int shortage : SHORTAGE_COSTS) {
                show(new LostSalesCase(demand, leadTime, 1, shortage));
            }
        }
    }

    private static void show(LostSalesCase shelf) {
        var lostSales = LostSales.of(shelf, Draws.of(1));
        System.out.printf(
                Locale.ROOT,
                "| %d | %.0f | %s | %s | %s | %s | %s | %s | %s | %s |%n",
                shelf.leadTime(),
                shelf.shortageCost(),
                timed(() -> lostSales.optimum().cost()),
                timed(() -> lostSales.cost(Lookahead.myopic(shelf))),
                timed(() -> lostSales.cost(Lookahead.myopic(shelf, 2))),
                timed(() -> lostSales.cost(VectorBaseStock.standard(shelf))),
                timed(() -> lostSales.baseStock().cost()),
                timed(() -> lostSales.cappedBaseStock().cost()),
                timed(() -> lostSales.projectedLevel().cost()),
                timed(() -> lostSales.constantOrder().cost()));
    }

    private static String timed(Supplier<PolicyCost> cost) {
        var threads = ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadCpuTime();
        var found = cost.get();
        double seconds = (threads.getCurrentThreadCpuTime() - before) / 1e9;
        String how = found.kind() == PolicyCost.Kind.EXACT ? "" : "~";
        return String.format(Locale.ROOT, "%s%.3f / %.1f", how, found.cost(), seconds);
    }
}
