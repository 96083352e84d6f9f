package dev.storetwin.core.inventory;

import dev.storetwin.core.forecast.ForecastMethods;
import dev.storetwin.core.forecast.Recent;
import dev.storetwin.core.forecast.ShopForecasts;
import dev.storetwin.core.forecast.coldstart.Newcomers;
import dev.storetwin.forecast.DemandForecast;
import dev.storetwin.forecast.TimeSeries;
import dev.storetwin.state.TwinState;
import dev.storetwin.state.Variant;
import dev.storetwin.type.Sku;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Demand of a SKU that was never sold, as others of its category sold from their first day on. */
final class CategoryDemand {

    private static final int MOST_ALIKE = 30;

    private final ShopForecasts histories;
    private final Recent<Shop, Map<String, List<Sku>>> categories = new Recent<>(1);

    CategoryDemand(ShopForecasts histories) {
        this.histories = histories;
    }

    /** A state is the same as itself only. */
    private record Shop(TwinState state) {}

    /** Empty where the SKU has no category, or nothing of it was ever sold. */
    Optional<DemandForecast> of(TwinState state, Sku sku, Instant asOf, int horizon) {
        var alike = category(state, sku)
                .map(it -> categories
                        .get(new Shop(state), shop -> byCategory(shop.state()))
                        .getOrDefault(it, List.of()))
                .orElse(List.of());
        var sold = sold(state, sku, alike, asOf);
        if (sold.isEmpty()) {
            return Optional.empty();
        }
        var nothing = TimeSeries.of(sku.value(), new double[] {Double.NaN});
        return Optional.of(
                Newcomers.among(sold, Map.of(), ForecastMethods.cheap()).forecast(nothing, horizon));
    }

    private static Optional<String> category(TwinState state, Sku sku) {
        return state.catalog().variant(sku).flatMap(Variant::category);
    }

    private static Map<String, List<Sku>> byCategory(TwinState state) {
        var byCategory = new TreeMap<String, List<Sku>>();
        for (var sku : state.catalog().skus()) {
            category(state, sku).ifPresent(it -> byCategory
                    .computeIfAbsent(it, key -> new ArrayList<>())
                    .add(sku));
        }
        return byCategory;
    }

    private List<TimeSeries> sold(TwinState state, Sku sku, List<Sku> alike, Instant asOf) {
        return alike.stream()
                .filter(it -> !it.equals(sku))
                .map(it -> histories.history(state, it, asOf))
                .filter(it -> Arrays.stream(it.values()).anyMatch(units -> units > 0))
                .limit(MOST_ALIKE)
                .toList();
    }
}
