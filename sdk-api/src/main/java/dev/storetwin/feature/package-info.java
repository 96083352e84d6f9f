/**
 * The numbers that models, rules and people look at, each defined once.
 *
 * <p>Reads `state`; hands on vectors of values with their moment, age, version and, where missing, the reason.
 */
@NullMarked
package dev.storetwin.feature;

import org.jspecify.annotations.NullMarked;
