package dev.storetwin.feature;

import java.time.Instant;

/**
 * One row to learn from, without its features.
 *
 * @param at    the moment that the question would have been asked
 * @param label what came of it
 */
public record LabeledMoment(FeatureEntity entity, Instant at, double label) {}
