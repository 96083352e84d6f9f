package dev.storetwin.core.feature;

import dev.storetwin.feature.FeatureEntity;
import dev.storetwin.feature.Measure;
import java.time.Instant;
import java.time.LocalDate;
import java.util.OptionalDouble;

/** Where the numbers of one reading come from: what of a state features see. */
interface DailySource {

    /**
     * The cells of consecutive days, from what happened before the end of the last of them and from nothing else; in an array that nobody
     * changes.
     *
     * @throws IllegalArgumentException when the measure is not counted for this kind of entity
     */
    long[] cells(FeatureEntity entity, Measure measure, LocalDate first, int days);

    /** Units that could be promised at a moment. */
    OptionalDouble available(FeatureEntity entity, Instant moment);

    /** The price that stood at a moment. */
    OptionalDouble price(FeatureEntity entity, Instant moment);

    /** The first moment after this one at which {@link #available} or {@link #price} may be another; this one itself when nobody knows. */
    Instant unchangedUntil(FeatureEntity entity, Instant moment);
}
