package dev.storetwin.core.inventory;

import dev.storetwin.core.random.Draws;
import java.time.ZoneId;
import java.util.Arrays;

/**
 * Draws when things come: what is under way, this order, and the next one, in each future. What is drawn for one future depends on the seed, the
 * SKU, the node and the number of the future alone.
 */
record Arrivals(Supply supply, OnHand onHand, String series, ZoneId zone, long seed) {

    /**
     * OrderFutures of these demands.
     *
     * @param cycleDays from this order to the next one
     * @param life      of a unit on the shelf, in days
     */
    OrderFutures futures(double[][] demand, int cycleDays, int life) {
        int paths = demand.length;
        var comes = new int[paths];
        var next = new int[paths];
        var end = new int[paths];
        var draws = Draws.of(seed);
        for (int path = 0; path < paths; path++) {
            var draw = draws.keyed("lead-time", series, path);
            comes[path] = supply.comes(0, supply.leadTimes().draw(draw));
            next[path] = Math.max(
                    comes[path], supply.comes(cycleDays, supply.leadTimes().draw(draw)));
            end[path] = Math.min(demand[path].length, next[path] + cycleDays);
        }
        return new OrderFutures(demand, onHand.sellable(), underWay(demand), comes, next, end, life);
    }

    boolean areCertain() {
        return supply.leadTimes().isCertain() && supply.leadTimes().lateness().isEmpty();
    }

    /** One row per future and one column per day; the same row for all where nothing is uncertain. */
    double[][] underWay(double[][] demand) {
        var rows = new double[demand.length][];
        if (onHand.inbound().isEmpty() || areCertain()) {
            Arrays.fill(rows, Arrays.copyOf(onHand.arrivals().byDay(), demand[0].length));
            return rows;
        }
        var draws = Draws.of(seed);
        for (int path = 0; path < rows.length; path++) {
            rows[path] = new double[demand[path].length];
            var draw = draws.keyed("open-order", series, path);
            for (var inbound : onHand.inbound()) {
                int day = supply.leadTimes().drawArrival(inbound, supply.today(), zone, draw);
                if (day < rows[path].length) {
                    rows[path][day] += inbound.quantity().toDouble();
                }
            }
        }
        return rows;
    }
}
