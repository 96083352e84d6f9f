package dev.storetwin.core.pricing;

import dev.storetwin.core.pricing.markdown.SeasonDemand;
import dev.storetwin.forecast.DemandForecast;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * Demand of a season in nine worlds: the level lower, as foretold or higher, and shoppers less, as much as thought or more sensitive to price. In three
 * where the level is taken as foretold.
 *
 * <p>How it works: a forecast's sums over periods vary by more than its periods would by themselves; that excess is doubt about the level, and the rest
 * is chance from period to period. Both doubts are cut into three points that keep mean and variance (Gauss and Hermite).
 */
final class MarkdownWorlds {

    private static final double[] POINTS = {-1.7320508075688772, 0, 1.7320508075688772};
    private static final double[] WEIGHTS = {1.0 / 6, 2.0 / 3, 1.0 / 6};
    private static final double[] CERTAIN = {1};
    private static final double LEAST_SENSITIVE = -.05;
    private static final double WIDEST_LEVEL = 1;
    private static final double MOST_DISPERSED = 50;

    private final double[] means;
    private final double dispersion;
    private final double levelSpread;
    private final boolean doubtsLevel;

    private MarkdownWorlds(double[] means, double dispersion, double levelSpread, boolean doubtsLevel) {
        this.means = means;
        this.dispersion = dispersion;
        this.levelSpread = levelSpread;
        this.doubtsLevel = doubtsLevel;
    }

    /**
     * As a forecast has them.
     *
     * @param forecast    daily, at least as long as the calendar
     * @param doubtsLevel whether the level has worlds of its own
     */
    static MarkdownWorlds of(DemandForecast forecast, MarkdownCalendar calendar, boolean doubtsLevel) {
        int periods = calendar.periods();
        var means = new double[periods];
        double sum = 0;
        double squares = 0;
        double variances = 0;
        for (int period = 0; period < periods; period++) {
            var demand = forecast.over(1 + calendar.from(period), 1 + calendar.from(period + 1));
            means[period] = Math.max(0, demand.mean());
            sum += means[period];
            squares += means[period] * means[period];
            variances += demand.standardDeviation() * demand.standardDeviation();
        }
        double all = forecast.over(1, 1 + calendar.allDays()).standardDeviation();
        double crossed = sum * sum - squares;
        double level = crossed > 0 ? Math.max(0, (all * all - variances) / crossed) : 0;
        level = Math.min(level, WIDEST_LEVEL);
        double dispersion = sum > 0 ? (variances - level * squares) / sum : 1;
        return new MarkdownWorlds(
                means, Math.max(1, Math.min(MOST_DISPERSED, dispersion)), Math.sqrt(level), doubtsLevel);
    }

    /** The chance of each world, in the order of {@link #demands}. */
    List<Double> chances() {
        var chances = new ArrayList<Double>();
        for (double level : doubtsLevel ? WEIGHTS : CERTAIN) {
            for (double answer : WEIGHTS) {
                chances.add(level * answer);
            }
        }
        return chances;
    }

    /**
     * Demand in each world, in steps of several units.
     *
     * @param prices     falling
     * @param seenAt     the price that recent demand was seen at
     * @param lowestSeen the lowest price that demand was ever seen at
     * @param elasticity as it is thought to be
     * @param doubt      of the elasticity at a price: a standard deviation
     */
    List<SeasonDemand> demands(
            List<Double> prices,
            double seenAt,
            double lowestSeen,
            double elasticity,
            DoubleUnaryOperator doubt,
            int step) {
        var demands = new ArrayList<SeasonDemand>();
        var path = Arrays.stream(means).boxed().toList();
        for (double level : levels()) {
            for (double point : POINTS) {
                var answers =
                        answers(prices, seenAt, lowestSeen, price -> elasticity + point * doubt.applyAsDouble(price));
                var scaled = answers.stream().map(it -> it * level).toList();
                demands.add(SeasonDemand.of(path, scaled, dispersion).inSteps(step));
            }
        }
        return demands;
    }

    /** Log-normal, with a mean of 1. */
    private double[] levels() {
        if (!doubtsLevel) {
            return CERTAIN;
        }
        double deviation = Math.sqrt(StrictMath.log1p(levelSpread * levelSpread));
        var levels = new double[POINTS.length];
        double mean = 0;
        for (int i = 0; i < levels.length; i++) {
            levels[i] = StrictMath.exp(deviation * POINTS[i]);
            mean += WEIGHTS[i] * levels[i];
        }
        for (int i = 0; i < levels.length; i++) {
            levels[i] /= mean;
        }
        return levels;
    }

    /**
     * A lower price never brings less.
     *
     * <p>At prices that were seen an elasticity is what was estimated, and demand follows its power. Below them it is a guess, and a power is the boldest
     * of the usual curves: in a straight line, or where demand fills up, shoppers are less sensitive the lower the price. So below, each further cut by as
     * much money brings as many per cent more (semi-log), which lies between a power and a line.
     */
    private static List<Double> answers(
            List<Double> prices, double seenAt, double lowestSeen, DoubleUnaryOperator elasticity) {
        var answers = new ArrayList<Double>();
        double most = 0;
        for (double price : prices) {
            double answer = Math.min(LEAST_SENSITIVE, elasticity.applyAsDouble(price));
            double seen = StrictMath.pow(Math.max(price, lowestSeen) / seenAt, answer);
            double beyond = StrictMath.exp(answer * Math.min(0, price / lowestSeen - 1));
            most = Math.max(most, seen * beyond);
            answers.add(most);
        }
        return answers;
    }
}
