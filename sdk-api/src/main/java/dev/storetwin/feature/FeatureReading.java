package dev.storetwin.feature;

import dev.storetwin.state.TwinState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.OptionalDouble;

/** The shop as one feature of one entity may see it. */
public interface FeatureReading {

    FeatureEntity entity();

    /**
     * The state that is read, for what the other methods do not give. It may know of later days; {@link #moment()} says how far a feature may
     * look. A vector with a feature that asks for it is computed again whenever anything changes, so ask for nothing that the others give.
     */
    TwinState state();

    /** The moment that the question is about. A vector with a feature that asks for it is computed again at every other moment. */
    Instant asOf();

    /** The last moment whose events count: {@link #asOf()} less the availability delay; to be asked for with the same care. */
    Instant moment();

    /** The day of {@link #moment()} in the shop's zone; the window ends before it. */
    LocalDate today();

    /**
     * The days of the feature's window.
     *
     * @throws IllegalArgumentException when the measure is not counted for this grain
     */
    DailyWindow daily(Measure measure);

    /** Units that can be promised at {@link #moment()}, of a SKU or a SKU at a node; empty when nothing was known of it then. */
    OptionalDouble available();

    /** The price that stands at {@link #moment()}, of a SKU in a channel; empty when there is none. */
    OptionalDouble price();

    /** A number that another room has published about the entity, as it stood at {@link #asOf()}. */
    OptionalDouble published(String name);

    /** Says why there is no value; a kernel returns what this returns. */
    double missing(String reason);
}
