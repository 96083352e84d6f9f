/**
 * What a series looks like, in a few numbers, and which methods serve series that look so.
 *
 * <p>Reads plain numbers; hands weights to the combination of methods.
 */
@NullMarked
package dev.storetwin.core.forecast.features;

import org.jspecify.annotations.NullMarked;
