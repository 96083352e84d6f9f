package dev.storetwin.core.inventory;

import dev.storetwin.core.numeric.NegativeBinomial;
import dev.storetwin.core.random.Binomial;
import dev.storetwin.core.random.Draw;
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

    /** Futures of demand, one row each with one value per day; for reading only. */
    double[][] paths(Futures futures) {
        var all = futures.of(forecast);
        if (share == 1) {
            return all;
        }
        var draws = Draws.of(futures.seed());
        var name = forecast.series() + "#" + node;
        var paths = new double[all.length][];
        for (int row = 0; row < paths.length; row++) {
            paths[row] = share(all[row], draws.keyed("node-share", name, row));
        }
        return paths;
    }

    private double[] share(double[] demands, Draw draw) {
        var served = new double[demands.length];
        for (int day = 0; day < served.length; day++) {
            double demand = Math.max(0, demands[day]);
            served[day] = pieces ? Binomial.draw(Math.round(demand), share, draw) : share * demand;
        }
        return served;
    }
}
