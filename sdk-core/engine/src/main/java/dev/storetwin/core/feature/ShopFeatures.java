package dev.storetwin.core.feature;

import dev.storetwin.feature.Feature;
import dev.storetwin.feature.FeatureEntity;
import dev.storetwin.feature.FeatureSet;
import dev.storetwin.feature.FeatureSource;
import dev.storetwin.feature.FeatureVector;
import dev.storetwin.feature.Features;
import dev.storetwin.feature.Grain;
import dev.storetwin.feature.Measure;
import dev.storetwin.feature.Window;
import dev.storetwin.state.TwinState;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The features that the shop's own state gives: a catalogue of some hundreds, and as a source the few of a SKU that rules look at.
 */
public final class ShopFeatures implements FeatureSource {

    /** Left by whoever plans orders, for pricing and fulfillment; stale after two days, since stock moves on. */
    public static final Feature STOCK_OUT_RISK = Features.define("node_stock_out_risk")
            .about(Grain.SKU_NODE)
            .unit("share")
            .meaning(
                    "Probability that some demand finds nothing before the next but one delivery, if nothing is ordered now.")
            .published();

    /** Left by whoever plans prices, for the rooms that ask how demand would answer; stale after two days. */
    public static final Feature OWN_PRICE_ELASTICITY = Features.define("own_price_elasticity")
            .about(Grain.SKU_CHANNEL)
            .unit("")
            .meaning(
                    "Per cent change of units for one per cent change of price, as the last price was planned with; what is usual in the trade where nothing is identified.")
            .published();

    /** Read by whoever plans prices, when somebody who knows returns leaves it; stale after 30 days. */
    public static final Feature EXPECTED_RETURN_COST = Features.define("expected_return_cost")
            .about(Grain.SKU_CHANNEL)
            .unit("money")
            .freshFor(Duration.ofDays(30))
            .meaning("What a sold unit is expected to cost by coming back, in the currency of its price.")
            .published();

    public static final String VELOCITY_7D = "sales_velocity_7d";
    public static final String VELOCITY_28D = "sales_velocity_28d";
    public static final String IN_STOCK_SHARE_28D = "in_stock_active_share_28d";
    public static final String AVAILABLE_UNITS = "available_units";
    public static final String DAYS_OF_COVER = "days_of_cover_28d";

    /** The few of a SKU. */
    public ShopFeatures() {
        // Nothing to set: what it reads it is given.
    }

    private static final int[] WINDOWS = {3, 7, 14, 28, 56, 91};
    private static final int[] LONG_WINDOWS = {7, 14, 28, 56, 91};
    private static final int[] FEW_WINDOWS = {7, 28, 91};
    private static final int QUARTER = 91;

    private static final List<Statistic> COUNTED =
            List.of(Statistic.SUM, Statistic.MAX, Statistic.DEVIATION, Statistic.ACTIVE_SHARE, Statistic.ACTIVE_MEAN);
    private static final List<Statistic> LEVEL =
            List.of(Statistic.MEAN, Statistic.MIN, Statistic.MAX, Statistic.DEVIATION);
    private static final List<Statistic> LAST = List.of(Statistic.SINCE_ACTIVE, Statistic.LONGEST_PAUSE);

    private final ComputedFeatures few = new ComputedFeatures(FeatureSet.of(
            "guardrails",
            Grain.SKU,
            sku().stream()
                    .filter(it -> List.of(VELOCITY_7D, VELOCITY_28D, IN_STOCK_SHARE_28D, AVAILABLE_UNITS, DAYS_OF_COVER)
                            .contains(it.name()))
                    .toList()));

    @Override
    public FeatureSet set() {
        return few.set();
    }

    @Override
    public FeatureVector read(TwinState state, FeatureEntity entity, Instant asOf) {
        return few.read(state, entity, asOf);
    }

    /** Every feature of every grain; no two share a name. */
    public static List<Feature> catalogue() {
        return Stream.of(Grain.values()).flatMap(it -> of(it).stream()).toList();
    }

    /** Everything that is known of one grain, as one set. */
    public static FeatureSet all(Grain grain) {
        return FeatureSet.of("all of a " + grain, grain, of(grain));
    }

    private static List<Feature> of(Grain grain) {
        return switch (grain) {
            case SKU -> sku();
            case SKU_CHANNEL ->
                Stream.concat(channel().stream(), Stream.of(OWN_PRICE_ELASTICITY, EXPECTED_RETURN_COST))
                        .toList();
            case SKU_NODE ->
                Stream.concat(stock(new FeatureFamilies(grain, "node_")).features().stream(), Stream.of(STOCK_OUT_RISK))
                        .toList();
            case NODE -> deliveries(new FeatureFamilies(grain, "node_")).features();
            case CARRIER -> deliveries(new FeatureFamilies(grain, "carrier_")).features();
            case SUBJECT -> customer();
            case SHOP -> deliveries(new FeatureFamilies(grain, "shop_")).features();
        };
    }

    private static List<Feature> sku() {
        var sku = new FeatureFamilies(Grain.SKU, "");
        sold(sku);
        stock(sku);
        for (int days : WINDOWS) {
            sku.add(velocity("", days), "velocity", Kernels.velocity());
        }
        sku.statistics(
                Measure.IN_STOCK,
                "being in stock all day",
                List.of(Statistic.ACTIVE_SHARE, Statistic.LONGEST_PAUSE),
                WINDOWS);
        for (int days : FEW_WINDOWS) {
            sku.add(
                    Features.define("days_of_cover_" + days + "d")
                            .unit("days")
                            .window(Window.of(days))
                            .meaning("Units that can be promised now over the %d-day velocity; 9999 when nothing sells."
                                    .formatted(days)),
                    "cover",
                    Kernels.cover());
            sku.add(
                    Features.define("sell_through_" + days + "d")
                            .unit("share")
                            .window(Window.of(days))
                            .meaning("Units sold in the last %d whole days, of these and what was left after them."
                                    .formatted(days)),
                    "sell-through",
                    Kernels.sellThrough());
        }
        return sku.add(
                        Features.define(AVAILABLE_UNITS)
                                .unit("units")
                                .meaning("Units of all nodes that can be promised now."),
                        "available",
                        Kernels.available())
                .features();
    }

    private static Features velocity(String prefix, int days) {
        return Features.define(prefix + "sales_velocity_" + days + "d")
                .unit("units/day")
                .window(Window.of(days))
                .meaning("Units sold per day in stock over the last %d whole days.".formatted(days));
    }

    /** What a SKU has in all channels together and in each. */
    private static FeatureFamilies sold(FeatureFamilies of) {
        of.statistics(Measure.UNITS, "units sold", COUNTED, WINDOWS)
                .statistics(Measure.REVENUE, "revenue", COUNTED, WINDOWS)
                .statistics(Measure.RETURNED, "units that came back", COUNTED, WINDOWS)
                .statistics(Measure.VIEWS, "product views", COUNTED, WINDOWS)
                .statistics(Measure.CARTS, "carts", COUNTED, WINDOWS)
                .statistics(Measure.UNITS, "units sold", LAST, QUARTER)
                .statistics(Measure.RETURNED, "units that came back", LAST, QUARTER)
                .statistics(Measure.VIEWS, "product views", LAST, QUARTER)
                .statistics(Measure.CARTS, "carts", LAST, QUARTER);
        trends(of, Measure.UNITS, "Units sold");
        trends(of, Measure.REVENUE, "Revenue");
        trends(of, Measure.VIEWS, "Product views");
        trends(of, Measure.CARTS, "Carts");
        of.ratios(
                        "view_to_cart",
                        Measure.CARTS,
                        Measure.VIEWS,
                        "Carts per product view",
                        "nobody looked at it",
                        LONG_WINDOWS)
                .ratios(
                        "cart_to_order",
                        Measure.UNITS,
                        Measure.CARTS,
                        "Units sold per cart",
                        "nobody put it into a cart",
                        LONG_WINDOWS)
                .ratios(
                        "view_to_order",
                        Measure.UNITS,
                        Measure.VIEWS,
                        "Units sold per product view",
                        "nobody looked at it",
                        LONG_WINDOWS)
                .ratios(
                        "return_rate",
                        Measure.RETURNED,
                        Measure.UNITS,
                        "Units that came back per unit sold",
                        "nothing was sold",
                        LONG_WINDOWS)
                .ratios(
                        "average_price",
                        Measure.REVENUE,
                        Measure.UNITS,
                        "Revenue per unit sold",
                        "nothing was sold",
                        LONG_WINDOWS);
        for (var weekday : DayOfWeek.values()) {
            of.add(weekday(of, weekday), "weekday", Kernels.weekday(Measure.UNITS, weekday));
        }
        return of.lastYear(Measure.UNITS, "Units sold", 28, 0)
                .lastYear(Measure.UNITS, "Units sold", 28, 28)
                .lastYear(Measure.UNITS, "Units sold", 7, 7);
    }

    private static void trends(FeatureFamilies of, Measure measure, String what) {
        of.trend(measure, what, 7, 7)
                .trend(measure, what, 7, 28)
                .trend(measure, what, 28, 28)
                .trend(measure, what, 28, 63);
    }

    private static Features weekday(FeatureFamilies of, DayOfWeek weekday) {
        var name = weekday.name().toLowerCase(Locale.ROOT);
        return Features.define(of.named("units_share_of_" + name + "_91d"))
                .unit("share")
                .window(Window.of(QUARTER))
                .with("weekday", weekday)
                .meaning("Share of the units sold in the last 91 whole days that was sold on a " + name + ".");
    }

    private static FeatureFamilies stock(FeatureFamilies of) {
        return of.statistics(Measure.AVAILABLE, "units that can be promised at the end of the day", LEVEL, FEW_WINDOWS)
                .statistics(
                        Measure.AVAILABLE,
                        "units that can be promised at the end of the day",
                        List.of(Statistic.ACTIVE_SHARE),
                        LONG_WINDOWS);
    }

    private static List<Feature> channel() {
        var channel = sold(new FeatureFamilies(Grain.SKU_CHANNEL, "channel_"));
        for (int days : WINDOWS) {
            channel.add(velocity("channel_", days), "velocity", Kernels.velocity());
        }
        channel.add(velocityTrend(28, 28), "velocity-trend", Kernels.velocityTrend(28))
                .add(velocityTrend(28, 63), "velocity-trend", Kernels.velocityTrend(28))
                .statistics(Measure.PRICE, "price", LEVEL, FEW_WINDOWS)
                .statistics(Measure.PRICE, "price", List.of(Statistic.CHANGES), FEW_WINDOWS)
                .statistics(Measure.PROMOTED, "promotion", List.of(Statistic.ACTIVE_SHARE), LONG_WINDOWS)
                .statistics(Measure.PROMOTED, "promotion", List.of(Statistic.SINCE_ACTIVE), QUARTER);
        return prices(channel).features();
    }

    private static Features velocityTrend(int recent, int earlier) {
        return Features.define("channel_sales_velocity_trend_%dd_%dd".formatted(recent, earlier))
                .unit("-1..1")
                .window(Window.of(recent + earlier))
                .with("recent", recent)
                .meaning(
                        "Units sold per day in stock: the last %d whole days against the %d before, from -1 (stopped) to 1 (begun)."
                                .formatted(recent, earlier));
    }

    private static FeatureFamilies prices(FeatureFamilies channel) {
        return channel.add(
                        Features.define("channel_price").unit("currency").meaning("The price of the moment."),
                        "price",
                        PriceKernels.now())
                .add(
                        Features.define("channel_price_position_91d")
                                .unit("0..1")
                                .window(Window.of(QUARTER))
                                .meaning("Where the price of the moment lies between the lowest (0) and the highest (1)"
                                        + " of the last 91 whole days."),
                        "price-position",
                        PriceKernels.position())
                .add(
                        Features.define("channel_price_variation_91d")
                                .unit("share")
                                .window(Window.of(QUARTER))
                                .meaning("Standard deviation of the daily price over its mean, in the last 91 whole"
                                        + " days."),
                        "price-variation",
                        PriceKernels.variation())
                .add(
                        Features.define("channel_price_to_compare_at")
                                .unit("share")
                                .window(Window.of(1))
                                .meaning("The price of the moment over the crossed-out price of yesterday."),
                        "price-over-compare-at",
                        PriceKernels.over(Measure.COMPARE_AT, "it has no crossed-out price"))
                .add(
                        Features.define("channel_price_to_competitor_28d")
                                .unit("share")
                                .window(Window.of(28))
                                .meaning("The price of the moment over the lowest newest price that a competitor asked,"
                                        + " seen in the last 28 whole days."),
                        "price-over-competitor",
                        PriceKernels.over(Measure.COMPETITOR_PRICE, "no competitor's price was seen"));
    }

    private static FeatureFamilies deliveries(FeatureFamilies of) {
        return of.statistics(
                        Measure.PROMISED, "deliveries promised until the day", List.of(Statistic.SUM), LONG_WINDOWS)
                .statistics(Measure.ON_TIME, "deliveries on time", List.of(Statistic.SUM), LONG_WINDOWS)
                .ratios(
                        "on_time_rate",
                        Measure.ON_TIME,
                        Measure.PROMISED,
                        "Deliveries on time, of those promised",
                        "no delivery was promised",
                        LONG_WINDOWS);
    }

    private static List<Feature> customer() {
        return new FeatureFamilies(Grain.SUBJECT, "customer_")
                .statistics(Measure.ORDERS, "orders", List.of(Statistic.SUM, Statistic.ACTIVE_SHARE), 28, 91, 182, 364)
                .statistics(Measure.ORDERS, "orders", LAST, 364)
                .statistics(
                        Measure.SPENT,
                        "money spent",
                        List.of(Statistic.SUM, Statistic.MAX, Statistic.ACTIVE_MEAN),
                        28,
                        91,
                        182,
                        364)
                .ratios("order_value", Measure.SPENT, Measure.ORDERS, "Money per order", "nothing was ordered", 91, 364)
                .trend(Measure.SPENT, "Money spent", 91, 91)
                .features();
    }
}
