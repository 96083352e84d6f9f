package dev.storetwin.benchmarks.pricing;

import dev.storetwin.core.pricing.markdown.UnitChances;
import dev.storetwin.core.random.Draws;
import java.util.ArrayList;
import java.util.List;

/**
 * One shop of which everything is known, days counted from the beginning of its history, a Monday. A day's demand is drawn from a number of its
 * own, so that other prices meet the same luck.
 */
final class MoneyShop {

    static final int HISTORY_WEEKS = 60;
    static final int PLAYED_WEEKS = 12;

    private static final int WEEK = 7;
    private static final double[] DAYS = {.8, .8, .9, 1, 1.3, 1.4, .8};
    private static final double SHOP_NOISE = .15;
    private static final double OWN_NOISE = .2;
    private static final double COST_MOVES = .12;
    private static final double LOG_VARIANCE = SHOP_NOISE * SHOP_NOISE + OWN_NOISE * OWN_NOISE;

    /** Of the shocks of a week, as a share of what is expected, squared. */
    static final double SHOCK_VARIANCE = StrictMath.expm1(LOG_VARIANCE);

    private final MoneyWorld world;
    private final Draws draws;
    private final String name;
    private final List<Thing> things = new ArrayList<>();

    /** @param count of things it sells; the first ones are the same in a smaller shop */
    MoneyShop(MoneyWorld world, int number, int count, long seed) {
        this.world = world;
        this.draws = Draws.of(seed);
        this.name = "shop" + number;
        for (int thing = 0; thing < count; thing++) {
            things.add(thing(thing));
        }
    }

    /**
     * A product.
     *
     * @param pace       units a day at the usual price
     * @param usual      price
     * @param prices     by week of the history
     * @param costs      by week of the history
     * @param elasticity at the usual price
     * @param oversupply stock over what the played weeks would sell at the last price, for a markdown
     */
    record Thing(
            int number,
            double pace,
            double usual,
            List<Double> prices,
            List<Double> costs,
            double elasticity,
            double phase,
            double oversupply) {

        double cost() {
            return costs.get(costs.size() - 1);
        }

        double lastPrice() {
            return prices.get(prices.size() - 1);
        }
    }

    private Thing thing(int number) {
        var draw = draws.keyed("thing", name, number);
        double pace = StrictMath.exp(StrictMath.log(5) + .5 * draw.nextGaussian());
        double usual = StrictMath.exp(StrictMath.log(20) + .5 * draw.nextGaussian());
        double elasticity = Math.min(-.7, -2 + .5 * draw.nextGaussian());
        double phase = draw.nextDouble();
        double share = .4 + .35 * draw.nextDouble();
        var prices = new ArrayList<Double>();
        var costs = new ArrayList<Double>();
        double moved = 0;
        for (int week = 0; week < HISTORY_WEEKS; week++) {
            moved = week % 5 == 0 ? COST_MOVES * draw.nextGaussian() : moved;
            double followed = world.follow() * (shopShock(week) + ownShock(number, week));
            costs.add(cents(usual * share * StrictMath.exp(moved)));
            prices.add(cents(usual * StrictMath.exp(moved + followed)));
        }
        return new Thing(number, pace, usual, prices, costs, elasticity, phase, 1.3 + 1.2 * draw.nextDouble());
    }

    static double cents(double amount) {
        return Math.rint(100 * amount) / 100;
    }

    List<Thing> things() {
        return things;
    }

    String name() {
        return name;
    }

    private double shopShock(int week) {
        return SHOP_NOISE * draws.keyed("week", name, week).nextGaussian();
    }

    private double ownShock(int thing, int week) {
        return OWN_NOISE * draws.keyed("own week", name + "/" + thing, week).nextGaussian();
    }

    /** Expected on a day at a price, with the shocks of its week. */
    private double mean(Thing thing, int day, double price) {
        int week = day / WEEK;
        return StrictMath.exp(shopShock(week) + ownShock(thing.number(), week)) * withoutShocks(thing, day, price);
    }

    private double withoutShocks(Thing thing, int day, double price) {
        double season = 1 + .3 * StrictMath.sin(2 * Math.PI * (day / 364.0 + thing.phase()));
        return thing.pace()
                * DAYS[day % WEEK]
                * season
                * world.form().answer(price / thing.usual(), thing.elasticity());
    }

    /** Units that who knows everything but shocks and luck expects on a day at a price. */
    double expected(Thing thing, int day, double price) {
        return StrictMath.exp(LOG_VARIANCE / 2) * withoutShocks(thing, day, price);
    }

    /** Units that are wanted on a day at a price. */
    int wanted(Thing thing, int day, double price) {
        double luck = draws.uniform("day", name + "/" + thing.number(), day);
        return UnitChances.poisson(mean(thing, day, price)).quantile(luck);
    }

    /** The stock of a markdown: more than can be sold at the last price, as who buys for a season knows it: without the shocks. */
    int stock(Thing thing) {
        double sum = 0;
        for (int day = HISTORY_WEEKS * WEEK; day < (HISTORY_WEEKS + PLAYED_WEEKS) * WEEK; day++) {
            sum += thing.pace()
                    * DAYS[day % WEEK]
                    * world.form().answer(thing.lastPrice() / thing.usual(), thing.elasticity());
        }
        return (int) Math.ceil(thing.oversupply() * sum);
    }
}
