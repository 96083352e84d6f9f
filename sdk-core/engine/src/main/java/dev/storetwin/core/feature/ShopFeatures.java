package dev.storetwin.core.feature;

import dev.storetwin.feature.FeatureDefinition;
import dev.storetwin.feature.FeatureSource;
import dev.storetwin.feature.FeatureValue;
import dev.storetwin.feature.FeatureVector;
import dev.storetwin.state.SalesHistory;
import dev.storetwin.state.TwinState;
import dev.storetwin.type.Sku;
import dev.storetwin.type.Target;
import java.time.Instant;
import java.util.List;

/** The features of a SKU that the shop's own state gives. */
public final class ShopFeatures implements FeatureSource {

    public static final String VELOCITY_7D = "sales_velocity_7d";
    public static final String VELOCITY_28D = "sales_velocity_28d";
    public static final String IN_STOCK_SHARE_28D = "in_stock_share_28d";
    public static final String AVAILABLE_UNITS = "available_units";
    public static final String DAYS_OF_COVER = "days_of_cover";

    private static final int WEEK = 7;
    private static final int FOUR_WEEKS = 28;

    /** Cover of a SKU that does not sell. */
    private static final double ENDLESS = 9_999;

    private static final FeatureDefinition VELOCITY_7 = new FeatureDefinition(
            VELOCITY_7D, 1, "units/day", "Units sold per day in stock over the last 7 whole days, all channels.");
    private static final FeatureDefinition VELOCITY_28 = new FeatureDefinition(
            VELOCITY_28D, 1, "units/day", "Units sold per day in stock over the last 28 whole days, all channels.");
    private static final FeatureDefinition IN_STOCK = new FeatureDefinition(
            IN_STOCK_SHARE_28D,
            1,
            "share",
            "Share of the last 28 whole days on which the SKU could be bought all day.");
    private static final FeatureDefinition AVAILABLE =
            new FeatureDefinition(AVAILABLE_UNITS, 1, "units", "Units of all nodes that can be promised now.");
    private static final FeatureDefinition COVER = new FeatureDefinition(
            DAYS_OF_COVER, 1, "days", "Units that can be promised over the 28-day velocity; 9999 when nothing sells.");

    @Override
    public List<FeatureDefinition> definitions() {
        return List.of(VELOCITY_7, VELOCITY_28, IN_STOCK, AVAILABLE, COVER);
    }

    @Override
    public FeatureVector read(TwinState state, Target target, Instant asOf) {
        return target.sku()
                .map(sku -> new FeatureVector(target, values(state, sku, asOf)))
                .orElseGet(() -> new FeatureVector(target, List.of()));
    }

    private static List<FeatureValue> values(TwinState state, Sku sku, Instant asOf) {
        var today = asOf.atZone(state.zone()).toLocalDate();
        var fourWeeks = state.demand().sales(sku, today.minusDays(FOUR_WEEKS), today);
        var week = state.demand().sales(sku, today.minusDays(WEEK), today);
        var velocity = velocity(VELOCITY_28, fourWeeks, asOf);
        var available = available(state, sku, asOf);
        return List.of(
                velocity(VELOCITY_7, week, asOf),
                velocity,
                FeatureValue.of(IN_STOCK, fourWeeks.inStockShare(), asOf),
                available,
                cover(available, velocity, asOf));
    }

    private static FeatureValue velocity(FeatureDefinition definition, SalesHistory history, Instant asOf) {
        var units = history.units();
        var inStock = history.inStock();
        double sold = 0;
        int days = 0;
        for (int i = 0; i < units.length; i++) {
            sold += inStock[i] ? units[i] : 0;
            days += inStock[i] ? 1 : 0;
        }
        return days == 0
                ? FeatureValue.missing(definition, asOf, "out of stock on every day of the window")
                : FeatureValue.of(definition, sold / days, asOf);
    }

    private static FeatureValue available(TwinState state, Sku sku, Instant asOf) {
        return state.stock().isKnown(sku)
                ? FeatureValue.of(
                        AVAILABLE, state.stock().total(sku).availableToPromise().toDouble(), asOf)
                : FeatureValue.missing(AVAILABLE, asOf, "its stock was never counted");
    }

    private static FeatureValue cover(FeatureValue available, FeatureValue velocity, Instant asOf) {
        if (available.value().isEmpty() || velocity.value().isEmpty()) {
            return FeatureValue.missing(
                    COVER,
                    asOf,
                    available.missingReason().or(velocity::missingReason).orElse("unknown"));
        }
        double perDay = velocity.value().getAsDouble();
        double days = perDay > 0 ? available.value().getAsDouble() / perDay : ENDLESS;
        return FeatureValue.of(COVER, Math.max(0, Math.min(ENDLESS, days)), asOf);
    }
}
