/**
 * Marking down what has to go by a date: which price to ask when, as a dynamic program over time, stock and price.
 *
 * <p>Reads plain numbers; hands prices, values and what is expected to be sold to whoever asks.
 */
@NullMarked
package dev.storetwin.core.pricing.markdown;

import org.jspecify.annotations.NullMarked;
