package dev.storetwin.core.inventory;

import dev.storetwin.core.forecast.LostSalesProjection;
import dev.storetwin.core.inventory.transfer.NodeFutures;
import dev.storetwin.core.inventory.transfer.Place;
import dev.storetwin.core.inventory.transfer.UnitCosts;
import dev.storetwin.core.inventory.transfer.Way;
import dev.storetwin.forecast.StockProjection;
import dev.storetwin.type.NodeId;
import java.util.Arrays;

/**
 * One node that may give a SKU or get it.
 *
 * @param demand  that it serves; none for a depot
 * @param onHand  what it has and gets
 * @param days    that are followed: until an order, or the next rebalancing, could be there
 * @param review  days after that which it has to last for
 * @param isDepot whether it serves other nodes alone
 */
record TransferNode(
        NodeId id, NodeDemand demand, OnHand onHand, double[][] paths, int days, int review, boolean isDepot) {

    /**
     * The node as rebalancing sees it.
     *
     * @param step units that move together
     * @param limit of what it handles
     */
    Place place(CostRates rates, double step, NodeLimit limit) {
        long available = steps(Math.max(0, onHand.sellable()), step);
        long sends = limit.sends().map(it -> steps(it.toDouble(), step)).orElse(available);
        long takes = limit.takes().map(it -> steps(it.toDouble(), step)).orElse(Way.ANY);
        return new Place(futures(rates), Math.min(available, sends), takes);
    }

    private static long steps(double units, double step) {
        return (long) Math.floor(units / step + 1e-9);
    }

    private NodeFutures futures(CostRates rates) {
        var costs = new UnitCosts(rates.holding(), rates.shortage(), rates.writeOff());
        var arrivals = arrivals();
        if (isDepot) {
            return NodeFutures.ofDepot(onHand.sellable(), arrivals, costs);
        }
        var followed =
                Arrays.stream(paths).map(it -> Arrays.copyOf(it, days + review)).toArray(double[][]::new);
        return new NodeFutures(followed, onHand.sellable(), arrivals, costs, rates.criticalFractile(review));
    }

    private double[] arrivals() {
        return Arrays.copyOf(onHand.arrivals().byDay(), days);
    }

    /** Stock of the days that are followed, when so much leaves today and so much comes. */
    StockProjection projection(double given, double[] coming) {
        var arrivals = arrivals();
        for (int day = 0; day < days; day++) {
            arrivals[day] += coming[day];
        }
        var followed = Arrays.stream(paths).map(it -> Arrays.copyOf(it, days)).toArray(double[][]::new);
        return LostSalesProjection.of(onHand.sellable() - given, arrivals, followed);
    }

    /** All that shoppers are expected to ask for in the days that are followed. */
    double expected() {
        return isDepot ? 0 : demand.mean(days);
    }
}
