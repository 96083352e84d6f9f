/**
 * The combination of methods that weighs each by what the series looks like, and the methods it is made of.
 *
 * <p>Reads plain numbers and the weights that are shipped with the engine; hands on one fitted method and why it is that one.
 */
@NullMarked
package dev.storetwin.core.forecast.learned;

import org.jspecify.annotations.NullMarked;
