package dev.storetwin.testing;

import dev.storetwin.core.random.Draw;
import dev.storetwin.core.random.Draws;
import dev.storetwin.testing.Visitor.Wish;
import dev.storetwin.type.Sku;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;

/**
 * Everybody who comes to the synthetic shop, bought or not.
 *
 * <p>How it works: each wish has a ceiling, the highest price its shopper pays. Ceilings are Pareto distributed with the article's
 * elasticity as exponent, so the units wanted at a price are proportional to the price to the power of the elasticity, exactly. The wishes
 * of a day do not depend on the prices of the day: two price policies meet the same shoppers.
 */
final class Shoppers {

    /** Shares of baskets of one, two, three and four lines. */
    private static final double[] BASKETS = {.55, .27, .11, .07};

    /** Shares of lines of one, two, three and four units. */
    private static final double[] UNITS = {.82, .12, .05, .01};

    private static final double NAMELESS_AT_THE_COUNTER = .5;
    private static final double BROWSES = .06;
    private static final int CUSTOMERS_PER_DAILY_ORDER = 75;

    private final ShopSettings settings;
    private final Assortment assortment;
    private final DemandModel demand;
    private final Draws draws;

    Shoppers(ShopSettings settings, Assortment assortment, DemandModel demand) {
        this.settings = settings;
        this.assortment = assortment;
        this.demand = demand;
        this.draws = Draws.of(settings.seed());
    }

    /** One day of one outlet, in order of arrival. */
    List<Visitor> of(Outlet outlet, LocalDate day) {
        var wishes = new ArrayList<Wish>();
        assortment.articles().forEach(it -> wishes.addAll(wishes(it, outlet, day)));
        wishes.sort(Comparator.comparingDouble(Wish::ceiling).reversed().thenComparing(it -> it.article()
                .sku()));
        var draw = draws.keyed("visitors", outlet.channel().value(), day.toEpochDay());
        var visitors = new ArrayList<Visitor>();
        for (int next = 0; next < wishes.size(); ) {
            var basket = basket(wishes.subList(next, wishes.size()), draw);
            visitors.add(visitor(outlet, day, basket, draw));
            next += basket.size();
        }
        visitors.sort(Comparator.comparing(Visitor::at));
        return visitors;
    }

    /** What shoppers want of one article on one day, at whatever price they accept. */
    List<Wish> wishes(Article article, Outlet outlet, LocalDate day) {
        double floor = DemandModel.LOWEST_RELATIVE_PRICE;
        double lines = demand.units(article, outlet, day, floor) / Assortment.UNITS_PER_LINE;
        if (lines == 0) {
            return List.of();
        }
        var draw = draws.keyed(outlet.channel().value(), article.sku().value(), day.toEpochDay());
        int count = NegativeBinomial.draw(draw, lines, article.appetite().evenness());
        double power = 1 / article.appetite().elasticity();
        var wishes = new ArrayList<Wish>(count);
        for (int i = 0; i < count; i++) {
            int units = 1 + among(UNITS, draw);
            wishes.add(new Wish(article, units, floor * StrictMath.pow(draw.nextOpenDouble(), power)));
        }
        return wishes;
    }

    private static int among(double[] shares, Draw draw) {
        double left = draw.nextDouble();
        int choice = 0;
        while (choice < shares.length - 1 && left >= shares[choice]) {
            left -= shares[choice];
            choice++;
        }
        return choice;
    }

    /** The next wishes that fit into one basket: each article once. Shoppers who mind the price alike come together. */
    private static List<Wish> basket(List<Wish> next, Draw draw) {
        int size = Math.min(next.size(), 1 + among(BASKETS, draw));
        var articles = new HashSet<Sku>();
        int taken = 0;
        while (taken < size && articles.add(next.get(taken).article().sku())) {
            taken++;
        }
        return next.subList(0, taken);
    }

    private Visitor visitor(Outlet outlet, LocalDate day, List<Wish> wishes, Draw draw) {
        double open = (double) outlet.lastHour() - outlet.firstHour();
        double late = Math.max(draw.nextDouble(), draw.nextDouble());
        double hour = outlet.firstHour() + open * (outlet.isCounter() ? draw.nextDouble() : late);
        long millis = Math.min((long) (hour * 3_600_000), 24 * 3_600_000L - 600_000);
        var at = day.atTime(LocalTime.ofNanoOfDay(millis * 1_000_000)).atZone(settings.zone());
        boolean nameless = outlet.isCounter() && draw.nextBoolean(NAMELESS_AT_THE_COUNTER);
        double pool = settings.ordersPerDay() * CUSTOMERS_PER_DAILY_ORDER;
        int number = 1 + (int) (pool * StrictMath.pow(draw.nextDouble(), 1.5));
        boolean browses = !outlet.isCounter() && draw.nextBoolean(BROWSES);
        return new Visitor(
                at.toInstant(), outlet, nameless ? OptionalInt.empty() : OptionalInt.of(number), browses, wishes);
    }
}
