/**
 * Computes the numbers that models, rules and people look at.
 *
 * <p>Reads `state`; hands on feature vectors.
 */
@NullMarked
package dev.storetwin.core.feature;

import org.jspecify.annotations.NullMarked;
