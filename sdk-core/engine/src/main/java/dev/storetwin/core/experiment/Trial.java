package dev.storetwin.core.experiment;

import dev.storetwin.state.TwinState;
import dev.storetwin.type.Capability;
import dev.storetwin.type.Target;
import java.time.Instant;

/**
 * A question about which something may be tried.
 *
 * @param unit   of the values
 * @param mayAct whether the twin may act alone here
 */
public record Trial(TwinState state, Capability capability, Target target, Instant asOf, String unit, boolean mayAct) {}
