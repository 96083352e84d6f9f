package dev.storetwin.core.forecast.intermittent;

import dev.storetwin.core.forecast.distribution.Steps;
import dev.storetwin.core.random.Draw;
import dev.storetwin.core.random.Draws;
import dev.storetwin.forecast.DemandDistribution;
import dev.storetwin.forecast.DemandForecast;
import dev.storetwin.model.ModelCard;
import java.util.List;

/**
 * A pool of distributions over the steps to come. Each of its parts keeps its level through all steps, so a forecast that is too low
 * today is too low tomorrow: over several steps each part adds up by itself, and then they are pooled; a future follows one part.
 */
final class SlowForecast implements DemandForecast {

    private static final double MOST_CELLS = 1 << 14;

    private final String series;
    private final double unit;
    private final boolean whole;
    private final List<Part> parts;
    private final int horizon;
    private final ModelCard card;
    private final String reason;
    private final double[] means;

    SlowForecast(
            String series, double unit, boolean whole, List<Part> parts, int horizon, ModelCard card, String reason) {
        this.series = series;
        this.unit = unit;
        this.whole = whole;
        this.parts = List.copyOf(parts);
        this.horizon = horizon;
        this.card = card;
        this.reason = reason;
        this.means = new double[horizon];
        for (int i = 0; i < horizon; i++) {
            for (var part : parts) {
                means[i] += part.share() * part.means()[i] * unit;
            }
        }
    }

    @Override
    public String series() {
        return series;
    }

    @Override
    public int horizon() {
        return horizon;
    }

    @Override
    public double mean(int step) {
        return means[index(step)];
    }

    @Override
    public DemandDistribution at(int step) {
        int i = index(step);
        return pooled(i, i + 1);
    }

    @Override
    public DemandDistribution over(int from, int to) {
        Steps.checkSpan(from, to, horizon);
        return to == from ? GridDemand.none() : pooled(from - 1, to - 1);
    }

    private DemandDistribution pooled(int from, int to) {
        double mean = 0;
        double squares = 0;
        double reach = 1;
        for (var part : parts) {
            double own = part.mean(from, to);
            mean += part.share() * own;
            squares += part.share() * (part.variance(from, to) + own * own);
            reach = Math.max(reach, part.share() > 0 ? part.reach(from, to) : 0);
        }
        double coarse = reach <= MOST_CELLS ? 1 : whole ? Math.ceil(reach / MOST_CELLS) : reach / MOST_CELLS;
        var table = new double[(int) Math.ceil(reach / coarse) + 1];
        for (var part : parts) {
            if (part.share() > 0) {
                part.add(from, to, coarse, table);
            }
        }
        double variance = Math.max(0, squares - mean * mean);
        return new GridDemand(mean * unit, variance * unit * unit, unit * coarse, table);
    }

    @Override
    public double[][] paths(int count, long seed) {
        var draws = Draws.of(seed);
        var paths = new double[count][];
        for (int row = 0; row < count; row++) {
            var draw = draws.keyed("demand-path", series, row);
            paths[row] = pick(draw).path(draw);
            for (int i = 0; i < horizon; i++) {
                paths[row][i] *= unit;
            }
        }
        return paths;
    }

    private Part pick(Draw draw) {
        double chance = draw.nextDouble();
        int at = 0;
        for (double below = parts.get(0).share(); at < parts.size() - 1 && below <= chance; ) {
            below += parts.get(++at).share();
        }
        return parts.get(at);
    }

    @Override
    public ModelCard card() {
        return card;
    }

    @Override
    public String reason() {
        return reason;
    }

    private int index(int step) {
        return Steps.index(step, horizon);
    }
}
