package dev.storetwin.core.feature;

import dev.storetwin.core.state.DayStarts;
import dev.storetwin.core.state.ShopState;
import dev.storetwin.feature.FeatureEntity;
import dev.storetwin.feature.Grain;
import dev.storetwin.state.TwinState;
import java.time.Instant;
import java.time.ZoneId;

/**
 * How features read a state, and how they see that it has not changed for an entity. The engine's own states are read past their views, in
 * whole rows of days; what comes out is the same.
 */
final class StateReader {

    private static final int DAYS_BACK = 420;

    private final ZoneId zone;
    private volatile DayStarts starts;

    StateReader(ZoneId zone) {
        this.zone = zone;
        this.starts = DayStarts.of(zone);
    }

    boolean isOf(ZoneId other) {
        return zone.equals(other);
    }

    /** For one reading by one thread. */
    DailySource source(TwinState state, Instant asOf) {
        return state instanceof ShopState shop ? new ShopDays(shop, covering(shop, asOf)) : new ViewedDays(state);
    }

    /** Computed once a day, not once a reading. */
    private DayStarts covering(ShopState shop, Instant asOf) {
        long today = asOf.atZone(shop.zone()).toLocalDate().toEpochDay();
        var known = starts;
        var enough = known.covering(today - DAYS_BACK, today + 2);
        starts = enough;
        return enough;
    }

    /** Adds the objects that are the same as long as everything is that features of the entity read. */
    void addParts(TwinState state, FeatureEntity entity, PartsRead parts) {
        if (!(state instanceof ShopState shop)) {
            parts.add(state);
        } else if (entity.grain() == Grain.SKU || entity.grain() == Grain.SKU_NODE) {
            parts.addAll(shop.reading(entity.sku(), starts).parts());
        } else if (entity.grain() == Grain.SKU_CHANNEL) {
            parts.addAll(shop.reading(entity.sku(), starts).parts());
            parts.addAll(shop.marketOf(entity.sku(), entity.channel()));
        } else {
            parts.add(shop.besidesSkus());
        }
    }
}
