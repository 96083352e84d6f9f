package dev.storetwin.core.feature;

import dev.storetwin.feature.DailyWindow;
import dev.storetwin.feature.FeatureEntity;
import dev.storetwin.feature.Grain;
import dev.storetwin.feature.Measure;
import dev.storetwin.state.DeliveryCount;
import dev.storetwin.state.PricePoint;
import dev.storetwin.state.Purchase;
import dev.storetwin.state.SalesHistory;
import dev.storetwin.state.TrafficHistory;
import dev.storetwin.state.TwinState;
import dev.storetwin.type.Quantity;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Daily numbers from the views of any state. One per reading, since it remembers the last history. */
final class ViewedDays implements DailySource {

    /** What was read last: four measures come from one reading. */
    private record Remembered(FeatureEntity entity, LocalDate first, int days, SalesHistory history) {

        boolean is(FeatureEntity other, LocalDate from, int count) {
            return entity.equals(other) && first.equals(from) && days == count;
        }
    }

    private final TwinState state;
    private @Nullable Remembered last;

    ViewedDays(TwinState state) {
        this.state = state;
    }

    @Override
    public long[] cells(FeatureEntity entity, Measure measure, LocalDate first, int days) {
        return switch (measure) {
            case UNITS -> scaled(history(entity, first, days).units(), measure);
            case REVENUE -> scaled(history(entity, first, days).revenue(), measure);
            case RETURNED -> scaled(history(entity, first, days).returned(), measure);
            case IN_STOCK ->
                flags(history(FeatureEntity.of(entity.sku()), first, days).inStock());
            case AVAILABLE -> available(entity, first, days);
            case PRICE ->
                prices(entity, first, days, it -> Optional.of(it.price().toDouble()), measure);
            case COMPARE_AT ->
                prices(entity, first, days, it -> it.compareAt().map(price -> price.toDouble()), measure);
            case COMPETITOR_PRICE -> competitors(entity, first, days);
            case VIEWS -> traffic(entity, first, days).views();
            case CARTS -> traffic(entity, first, days).carts();
            case PROMOTED -> promoted(entity, first, days);
            case ORDERS -> purchases(entity, first, days, it -> 1L);
            case SPENT ->
                purchases(entity, first, days, it -> Math.round(it.revenue().toDouble() * measure.cellsPerUnit()));
            case PROMISED -> deliveries(entity, first, days, DeliveryCount::promised);
            case ON_TIME -> deliveries(entity, first, days, DeliveryCount::onTime);
            default ->
                throw new IllegalArgumentException(
                        "%s is not counted of a %s.\nMaybe another grain is meant.".formatted(measure, entity.grain()));
        };
    }

    @Override
    public OptionalDouble available(FeatureEntity entity, Instant moment) {
        return units(entity, moment).map(it -> OptionalDouble.of(it.toDouble())).orElse(OptionalDouble.empty());
    }

    private Optional<Quantity> units(FeatureEntity entity, Instant moment) {
        return entity.grain() == Grain.SKU_NODE
                ? state.stock().availableAt(entity.sku(), entity.node(), moment)
                : state.stock().availableAt(entity.sku(), moment);
    }

    @Override
    public OptionalDouble price(FeatureEntity entity, Instant moment) {
        return state.catalog()
                .price(entity.sku(), entity.channel(), moment)
                .map(it -> OptionalDouble.of(it.price().toDouble()))
                .orElse(OptionalDouble.empty());
    }

    @Override
    public Instant unchangedUntil(FeatureEntity entity, Instant moment) {
        return moment;
    }

    private SalesHistory history(FeatureEntity entity, LocalDate first, int days) {
        if (last == null || !last.is(entity, first, days)) {
            var until = first.plusDays(days);
            var history = entity.grain() == Grain.SKU_CHANNEL
                    ? state.demand().sales(entity.sku(), entity.channel(), first, until)
                    : state.demand().sales(entity.sku(), first, until);
            last = new Remembered(entity, first, days, history);
        }
        return last.history();
    }

    private TrafficHistory traffic(FeatureEntity entity, LocalDate first, int days) {
        var until = first.plusDays(days);
        return entity.grain() == Grain.SKU_CHANNEL
                ? state.traffic().traffic(entity.sku(), entity.channel(), first, until)
                : state.traffic().traffic(entity.sku(), first, until);
    }

    private static long[] scaled(double[] values, Measure measure) {
        return Arrays.stream(values)
                .mapToLong(it -> Math.round(it * measure.cellsPerUnit()))
                .toArray();
    }

    private static long[] flags(boolean[] flags) {
        var cells = new long[flags.length];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = flags[i] ? 1 : 0;
        }
        return cells;
    }

    private Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(state.zone()).toInstant().minusNanos(1);
    }

    private long[] available(FeatureEntity entity, LocalDate first, int days) {
        var cells = new long[days];
        for (int i = 0; i < days; i++) {
            var units = units(entity, endOf(first.plusDays(i)));
            cells[i] = units.isPresent() ? units.get().thousandths() : DailyWindow.UNKNOWN;
        }
        return cells;
    }

    private long[] prices(
            FeatureEntity entity,
            LocalDate first,
            int days,
            Function<PricePoint, Optional<Double>> of,
            Measure measure) {
        var history = state.catalog().priceHistory(entity.sku(), entity.channel());
        var cells = new long[days];
        int next = 0;
        long standing = DailyWindow.UNKNOWN;
        for (int i = 0; i < days; i++) {
            var end = endOf(first.plusDays(i));
            for (; next < history.size() && !history.get(next).from().isAfter(end); next++) {
                standing = of.apply(history.get(next))
                        .map(it -> Math.round(it * measure.cellsPerUnit()))
                        .orElse(DailyWindow.UNKNOWN);
            }
            cells[i] = standing;
        }
        return cells;
    }

    private static long[] unknown(int days) {
        var cells = new long[days];
        Arrays.fill(cells, DailyWindow.UNKNOWN);
        return cells;
    }

    /** The lowest of what each competitor was last seen to ask. */
    private long[] competitors(FeatureEntity entity, LocalDate first, int days) {
        var seen = state.catalog().competitorPrices(entity.sku(), entity.channel());
        var cells = unknown(days);
        var standing = new HashMap<String, Long>();
        int next = 0;
        for (int i = 0; i < days; i++) {
            var end = endOf(first.plusDays(i));
            for (; next < seen.size() && !seen.get(next).at().isAfter(end); next++) {
                var price = seen.get(next).price();
                standing.put(
                        seen.get(next).competitor(),
                        Math.round(price.toDouble() * Measure.COMPETITOR_PRICE.cellsPerUnit()));
            }
            cells[i] = standing.isEmpty() ? DailyWindow.UNKNOWN : Collections.min(standing.values());
        }
        return cells;
    }

    private long[] promoted(FeatureEntity entity, LocalDate first, int days) {
        var cells = new long[days];
        for (var promotion : state.catalog().promotions(entity.sku(), entity.channel())) {
            for (int i = 0; i < days; i++) {
                var start = first.plusDays(i).atStartOfDay(state.zone()).toInstant();
                boolean overlaps = !promotion.from().isAfter(endOf(first.plusDays(i)))
                        && promotion.until().map(start::isBefore).orElse(true);
                cells[i] = overlaps ? 1 : cells[i];
            }
        }
        return cells;
    }

    private long[] purchases(FeatureEntity entity, LocalDate first, int days, ToLongFunction<Purchase> of) {
        var cells = new long[days];
        for (var purchase : state.customers().purchases(entity.subject())) {
            long day = ChronoUnit.DAYS.between(
                    first, purchase.at().atZone(state.zone()).toLocalDate());
            if (day >= 0 && day < days) {
                cells[(int) day] += of.applyAsLong(purchase);
            }
        }
        return cells;
    }

    private long[] deliveries(FeatureEntity entity, LocalDate first, int days, ToLongFunction<DeliveryCount> of) {
        var until = first.plusDays(days);
        var counts =
                switch (entity.grain()) {
                    case NODE -> state.deliveries().of(entity.node(), first, until);
                    case CARRIER -> state.deliveries().of(entity.carrier(), first, until);
                    default -> state.deliveries().ofShop(first, until);
                };
        return counts.stream().mapToLong(of).toArray();
    }
}
