package dev.storetwin.testing;

import dev.storetwin.core.random.Draw;
import dev.storetwin.core.random.Draws;
import dev.storetwin.testing.Article.Appetite;
import dev.storetwin.testing.Article.Supply;
import dev.storetwin.type.Channel;
import dev.storetwin.type.Money;
import dev.storetwin.type.Sku;
import dev.storetwin.type.SupplierId;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Everything that the synthetic shop sells, where and from which shelves: drawn once, then fixed. */
final class Assortment {

    /** Lines of an average basket, by which orders are turned into lines. */
    static final double LINES_PER_ORDER = 1.7;

    /** Units of an average line, by which lines are turned into units. */
    static final double UNITS_PER_LINE = 1.25;

    private static final int SUPPLIERS = 12;
    private static final List<Integer> PACKS = List.of(1, 6, 6, 12, 12, 24);

    private final ShopSettings settings;
    private final Draws draws;
    private final List<Outlet> outlets;
    private final List<Depot> depots;
    private final List<Article> articles;
    private final Map<Sku, Article> bySku = new HashMap<>();

    Assortment(ShopSettings settings) {
        this.settings = settings;
        this.draws = Draws.of(settings.seed());
        this.depots =
                IntStream.range(0, settings.nodes()).mapToObj(Depot::numbered).toList();
        this.outlets = IntStream.range(0, settings.channels())
                .mapToObj(index -> Outlet.numbered(index, settings.nodes()))
                .toList();
        this.articles = drawn();
        articles.forEach(it -> bySku.put(it.sku(), it));
    }

    List<Article> articles() {
        return articles;
    }

    List<Outlet> outlets() {
        return outlets;
    }

    List<Depot> depots() {
        return depots;
    }

    Optional<Article> article(Sku sku) {
        return Optional.ofNullable(bySku.get(sku));
    }

    Optional<Outlet> outlet(Channel channel) {
        return outlets.stream().filter(it -> it.channel().equals(channel)).findFirst();
    }

    /** Slow sellers lie in the first depot only; an outlet then sells from there. */
    boolean isStocked(Article article, Depot depot) {
        return depot.index() == 0 || article.appetite().allDailyUnits() >= .5;
    }

    /** Units of an average day that leave one depot. */
    double dailyUnits(Article article, Depot depot) {
        return outlets.stream()
                .filter(it -> home(article, it).equals(depot))
                .mapToDouble(it -> article.appetite().dailyUnits().get(it.index()))
                .sum();
    }

    /** The depot that an outlet looks into first. */
    Depot home(Article article, Outlet outlet) {
        var own = depots.get(outlet.depot());
        return isStocked(article, own) ? own : depots.get(0);
    }

    /** Popularity is lognormal: a few fast sellers, many slow ones, some with weeks between two sales. */
    private List<Article> drawn() {
        double[] popularity = IntStream.range(0, settings.skus())
                .mapToDouble(index -> StrictMath.exp(
                        1.5 * draws.keyed("popularity", "", index).nextGaussian()))
                .toArray();
        double all = 0;
        for (double one : popularity) {
            all += one;
        }
        double unitsPerDay = settings.ordersPerDay() * LINES_PER_ORDER * UNITS_PER_LINE;
        double scale = unitsPerDay / all;
        return IntStream.range(0, settings.skus())
                .mapToObj(index -> article(index, popularity[index] * scale))
                .toList();
    }

    private Article article(int index, double dailyUnits) {
        var wares = Wares.ALL.get(index % Wares.ALL.size());
        var draw = draws.keyed("article", "", index);
        double price = Math.min(250, Math.max(4, 25 * StrictMath.exp(.7 * draw.nextGaussian())));
        double cost = price * (.42 + .18 * draw.nextDouble());
        return new Article(
                index,
                sku(wares, index),
                name(wares, index),
                wares,
                outlets.stream()
                        .map(it -> CharmPrice.near(price * it.priceFactor(), settings.currency()))
                        .toList(),
                new Money(BigDecimal.valueOf(Math.round(cost * 100), 2), settings.currency()),
                supply(index, dailyUnits, draw),
                appetite(dailyUnits, draw));
    }

    private static Sku sku(Wares wares, int index) {
        var prefix = wares.category().substring(0, 3).toUpperCase(Locale.ROOT);
        return Sku.of(String.format(Locale.ROOT, "%s-%03d", prefix, index / Wares.ALL.size() + 1));
    }

    private static String name(Wares wares, int index) {
        int turn = index / Wares.ALL.size();
        var noun = wares.nouns().get(turn % wares.nouns().size());
        int kind = turn / wares.nouns().size();
        var colour = Wares.COLOURS.get((kind + turn) % Wares.COLOURS.size());
        int model = kind / Wares.COLOURS.size();
        return colour + " " + noun + (model == 0 ? "" : " " + (model + 1));
    }

    private static Supply supply(int index, double dailyUnits, Draw draw) {
        var supplier = SupplierId.of(String.format(Locale.ROOT, "SUP-%02d", index * 7 % SUPPLIERS + 1));
        int leadDays = 5 + index * 7 % SUPPLIERS * 2 + draw.nextInt(4);
        int pack = PACKS.get(draw.nextInt(PACKS.size()));
        long tenDays = (long) StrictMath.ceil(10 * dailyUnits);
        return new Supply(supplier, (tenDays + pack - 1) / pack * pack, pack, leadDays);
    }

    private Appetite appetite(double dailyUnits, Draw draw) {
        double[] weights = outlets.stream()
                .mapToDouble(it -> it.share() * StrictMath.exp(.4 * draw.nextGaussian()))
                .toArray();
        double all = 0;
        for (double weight : weights) {
            all += weight;
        }
        double sum = all;
        double elasticity = Math.min(-1.3, Math.max(-3.2, -2 + .35 * draw.nextGaussian()));
        double trend = -.25 + .5 * draw.nextDouble();
        double evenness = 1.5 + 6 * draw.nextDouble();
        return new Appetite(
                outlets.stream()
                        .map(it -> dailyUnits * weights[it.index()] / sum)
                        .toList(),
                elasticity,
                trend,
                evenness);
    }
}
