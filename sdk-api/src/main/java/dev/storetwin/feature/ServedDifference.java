package dev.storetwin.feature;

import java.time.Instant;

/**
 * A served number that came out otherwise when it was computed again.
 *
 * @param asOf       the moment that was asked about
 * @param revision   of the state that the number was read from
 * @param served     what was served, as text
 * @param recomputed what came out
 */
public record ServedDifference(
        FeatureEntity entity,
        Instant asOf,
        long revision,
        FeatureDefinition feature,
        String served,
        String recomputed) {}
