package dev.storetwin.core.pricing;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tries prices on futures of demand.
 *
 * <p>How it works: a future is demand day by day at the price that recent demand was seen at. Another price multiplies it by a factor. Each day
 * sells what is there, with lost sales, until stock can be refilled. Many factors are followed at once, in one pass over the futures.
 */
final class PriceTrial {

    private final CumulativeDemand[] futures;
    private final int days;
    private final Optional<StockPath> stock;
    private final Leftover leftover;
    private final double pace;
    private final Map<Double, Course> followed = new ConcurrentHashMap<>();

    PriceTrial(CumulativeDemand[] futures, Optional<ChannelStock> stock, Leftover leftover) {
        this.futures = futures;
        this.days = futures[0].days();
        this.stock = stock.map(it -> StockPath.of(it, days));
        this.leftover = leftover;
        this.pace = Arrays.stream(futures).mapToDouble(it -> it.until(days)).sum() / futures.length / days;
    }

    /** What became of the stock at one factor, on the mean over all futures. */
    private record Course(double sold, double held, double left, double leftCost, double stockOuts) {}

    /** Follows these factors of demand, so that prices which cause them are at hand. */
    void follow(double[] wished) {
        stock.ifPresent(it -> follow(
                it,
                Arrays.stream(wished)
                        .filter(factor -> !followed.containsKey(factor))
                        .sorted()
                        .distinct()
                        .toArray()));
    }

    private void follow(StockPath supply, double[] factors) {
        if (factors.length == 0) {
            return;
        }
        var sums = new StockCourses(factors, pace, leftover);
        for (var future : futures) {
            supply.follow(future, sums);
        }
        double paths = futures.length;
        for (int i = 0; i < factors.length; i++) {
            followed.put(
                    factors[i],
                    new Course(
                            sums.sold(i) / paths,
                            sums.held(i) / paths,
                            sums.left(i) / paths,
                            sums.leftCost(i) / paths,
                            sums.stockOuts(i) / paths));
        }
    }

    /**
     * One price.
     *
     * @param worth  what a sold unit brings
     * @param factor by which demand is multiplied
     */
    RungOutcome at(double worth, double factor) {
        return stock.isPresent() ? withStock(worth, factor) : withoutStock(worth, factor);
    }

    private RungOutcome withoutStock(double worth, double factor) {
        double units = factor * pace * days;
        return new RungOutcome(units, worth * units, 0, 0);
    }

    private RungOutcome withStock(double worth, double factor) {
        var course = followed.get(factor);
        if (course == null) {
            follow(new double[] {factor});
            return withStock(worth, factor);
        }
        double value = worth * course.sold() - leftover.holding() * course.held() - course.leftCost();
        return new RungOutcome(course.sold(), value, course.stockOuts(), course.left());
    }
}
