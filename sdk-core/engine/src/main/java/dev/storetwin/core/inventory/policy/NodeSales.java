package dev.storetwin.core.inventory.policy;

import dev.storetwin.forecast.TimeSeries;
import dev.storetwin.state.TwinState;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.Quantity;
import dev.storetwin.type.Sku;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Daily sales of a SKU by the nodes that served them.
 *
 * <p>Platforms tell which channel sold, and seldom which node shipped. So a day's units are dealt to the nodes by how much the stock of each
 * fell that day, and on a day without falls by how much it fell on the days before; a node begins with one unit. Nothing of a later day is
 * used. Units stay whole: what is left over goes to the nodes with the largest fractions. A node that is empty at both ends of a day is out
 * of stock.
 */
final class NodeSales {

    private final TimeSeries sold;
    private final double[][] onHand;
    private final double[][] units;
    private final List<NodeId> nodes;

    private NodeSales(TimeSeries sold, List<NodeId> nodes, double[][] onHand) {
        this.sold = sold;
        this.nodes = nodes;
        this.onHand = onHand;
        this.units = new double[nodes.size()][sold.size()];
        deal();
    }

    /** One series per node, in their order. */
    static List<TimeSeries> of(TwinState state, Sku sku, TimeSeries sold, List<NodeId> nodes) {
        if (nodes.size() == 1) {
            return List.of(named(sku, nodes.get(0), sold, sold.values(), sold.inStock()));
        }
        var dates = sold.calendar().orElseThrow();
        var onHand = new double[nodes.size()][sold.size() + 1];
        for (int node = 0; node < nodes.size(); node++) {
            for (int day = 0; day <= sold.size(); day++) {
                onHand[node][day] = at(state, sku, nodes.get(node), dates.dateOf(day));
            }
        }
        return new NodeSales(sold, nodes, onHand).series(sku);
    }

    private static double at(TwinState state, Sku sku, NodeId node, LocalDate day) {
        return state.stock()
                .onHandAt(sku, node, day.atStartOfDay(state.zone()).toInstant())
                .map(Quantity::toDouble)
                .orElse(0.0);
    }

    private void deal() {
        var served = new double[nodes.size()];
        Arrays.fill(served, 1);
        for (int day = 0; day < sold.size(); day++) {
            var falls = new double[nodes.size()];
            double all = 0;
            for (int node = 0; node < falls.length; node++) {
                falls[node] = Math.max(0, onHand[node][day] - onHand[node][day + 1]);
                all += falls[node];
            }
            deal(day, all > 0 ? falls : served);
            for (int node = 0; node < falls.length; node++) {
                served[node] += falls[node];
            }
        }
    }

    /** By largest remainders; the earlier node of two that are equal. */
    private void deal(int day, double[] weights) {
        double all = Arrays.stream(weights).sum();
        double left = sold.value(day);
        var fractions = new double[weights.length];
        for (int node = 0; node < weights.length; node++) {
            double part = sold.value(day) * weights[node] / all;
            units[node][day] = Math.floor(part);
            fractions[node] = part - Math.floor(part);
            left -= Math.floor(part);
        }
        for (; left >= 1 - 1e-9; left--) {
            int largest = 0;
            for (int node = 1; node < fractions.length; node++) {
                largest = fractions[node] > fractions[largest] + 1e-12 ? node : largest;
            }
            units[largest][day]++;
            fractions[largest] = -1;
        }
    }

    private List<TimeSeries> series(Sku sku) {
        var series = new ArrayList<TimeSeries>();
        for (int node = 0; node < nodes.size(); node++) {
            var inStock = sold.inStock();
            for (int day = 0; day < inStock.length; day++) {
                inStock[day] &= onHand[node][day] > 0 || onHand[node][day + 1] > 0;
            }
            series.add(named(sku, nodes.get(node), sold, units[node], inStock));
        }
        return series;
    }

    private static TimeSeries named(Sku sku, NodeId node, TimeSeries sold, double[] units, boolean[] inStock) {
        return TimeSeries.of(sku + "#" + node, units)
                .withInStock(inStock)
                .withSeasonality(sold.seasonality())
                .withCalendar(sold.calendar().orElseThrow());
    }
}
