package dev.storetwin.core.feature;

import dev.storetwin.core.state.DayStarts;
import dev.storetwin.core.state.ShopState;
import dev.storetwin.core.state.SkuReading;
import dev.storetwin.feature.DailyWindow;
import dev.storetwin.feature.FeatureEntity;
import dev.storetwin.feature.Grain;
import dev.storetwin.feature.Measure;
import dev.storetwin.type.Channel;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.Quantity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Daily numbers of the engine's own states: what has many days is read in rows, the rest through the views. One per reading. */
final class ShopDays implements DailySource {

    /** Rows that several measures come from. */
    private record Rows(Grain grain, LocalDate first, long[][] rows) {

        boolean are(Grain other, LocalDate from, int days) {
            return grain == other && first.equals(from) && rows[0].length == days;
        }
    }

    private final ShopState state;
    private final DayStarts starts;
    private final ViewedDays views;
    /** What is available, which several features ask for. */
    private record Left(Grain grain, Instant moment, OptionalDouble units) {}

    private @Nullable Left left;
    private @Nullable SkuReading sku;
    private @Nullable Rows sales;
    private @Nullable Rows traffic;
    private @Nullable Rows stock;

    ShopDays(ShopState state, DayStarts starts) {
        this.state = state;
        this.starts = starts;
        this.views = new ViewedDays(state);
    }

    @Override
    public long[] cells(FeatureEntity entity, Measure measure, LocalDate first, int days) {
        return switch (measure) {
            case UNITS -> sales(entity, first, days)[0];
            case REVENUE -> sales(entity, first, days)[1];
            case RETURNED -> sales(entity, first, days)[2];
            case VIEWS -> traffic(entity, first, days)[0];
            case CARTS -> traffic(entity, first, days)[1];
            case IN_STOCK -> stock(entity, Optional.empty(), first, days)[0];
            case AVAILABLE -> stock(entity, node(entity), first, days)[1];
            default -> views.cells(entity, measure, first, days);
        };
    }

    private SkuReading reading(FeatureEntity entity) {
        if (sku == null) {
            sku = state.reading(entity.sku(), starts);
        }
        return sku;
    }

    private static Optional<Channel> channel(FeatureEntity entity) {
        return entity.grain() == Grain.SKU_CHANNEL ? Optional.of(entity.channel()) : Optional.empty();
    }

    private static Optional<NodeId> node(FeatureEntity entity) {
        return entity.grain() == Grain.SKU_NODE ? Optional.of(entity.node()) : Optional.empty();
    }

    private long[][] sales(FeatureEntity entity, LocalDate first, int days) {
        if (sales == null || !sales.are(entity.grain(), first, days)) {
            sales = new Rows(entity.grain(), first, reading(entity).sales(channel(entity), first.toEpochDay(), days));
        }
        return sales.rows();
    }

    private long[][] traffic(FeatureEntity entity, LocalDate first, int days) {
        if (traffic == null || !traffic.are(entity.grain(), first, days)) {
            traffic =
                    new Rows(entity.grain(), first, reading(entity).traffic(channel(entity), first.toEpochDay(), days));
        }
        return traffic.rows();
    }

    private long[][] stock(FeatureEntity entity, Optional<NodeId> node, LocalDate first, int days) {
        var grain = node.isPresent() ? Grain.SKU_NODE : Grain.SKU;
        if (stock == null || !stock.are(grain, first, days)) {
            var rows = reading(entity).stock(node, first.toEpochDay(), days, DailyWindow.UNKNOWN);
            stock = new Rows(grain, first, rows);
        }
        return stock.rows();
    }

    @Override
    public OptionalDouble available(FeatureEntity entity, Instant moment) {
        if (left == null || left.grain() != entity.grain() || !left.moment().equals(moment)) {
            left = new Left(entity.grain(), moment, units(entity, moment));
        }
        return left.units();
    }

    private OptionalDouble units(FeatureEntity entity, Instant moment) {
        long units = reading(entity).available(node(entity), moment, DailyWindow.UNKNOWN);
        return units == DailyWindow.UNKNOWN
                ? OptionalDouble.empty()
                : OptionalDouble.of(new Quantity(units).toDouble());
    }

    @Override
    public OptionalDouble price(FeatureEntity entity, Instant moment) {
        return views.price(entity, moment);
    }

    @Override
    public Instant unchangedUntil(FeatureEntity entity, Instant moment) {
        long last = entity.grain() == Grain.SKU_CHANNEL
                ? reading(entity).lastPrice(entity.channel())
                : reading(entity).lastStockEntry();
        long nanos = Math.addExact(Math.multiplyExact(moment.getEpochSecond(), 1_000_000_000L), moment.getNano());
        return last <= nanos ? Instant.MAX : moment;
    }
}
