package dev.storetwin.core.inventory;

import dev.storetwin.core.numeric.NegativeBinomial;
import dev.storetwin.core.random.Binomial;
import dev.storetwin.core.random.Draws;
import dev.storetwin.forecast.DemandForecast;
import dev.storetwin.type.NodeId;

/**
 * Daily demand that one node has to serve: each unit of the SKU's demand goes to it with the probability of its share.
 *
 * @param forecast of the SKU over all channels
 * @param share    of the node
 * @param pieces   whether demand comes in whole pieces
 */
record NodeDemand(DemandForecast forecast, NodeId node, double share, boolean pieces) {

    /** Expected units of the first days. */
    double mean(int days) {
        double sum = 0;
        for (int step = 1; step <= days; step++) {
            sum += forecast.mean(step);
        }
        return share * sum;
    }

    /** Units that demand of the first days does not exceed with this probability. */
    double quantile(int days, double level) {
        var demand = forecast.over(1, days + 1);
        if (share == 1 || !pieces) {
            return share * demand.quantile(level);
        }
        double mean = share * demand.mean();
        double deviation = share * demand.standardDeviation();
        return NegativeBinomial.of(mean, deviation * deviation + (1 - share) * mean)
                .quantile(level);
    }

    /** Futures of demand, one row each with one value per day. */
    double[][] paths(int count, long seed) {
        var paths = forecast.paths(count, seed);
        if (share == 1) {
            return paths;
        }
        var draws = Draws.of(seed);
        for (int row = 0; row < count; row++) {
            var draw = draws.keyed("node-share", forecast.series() + "#" + node, row);
            for (int day = 0; day < paths[row].length; day++) {
                double demand = Math.max(0, paths[row][day]);
                paths[row][day] = pieces ? Binomial.draw(Math.round(demand), share, draw) : share * demand;
            }
        }
        return paths;
    }
}
