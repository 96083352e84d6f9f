/**
 * Orders that must not set a level: giants, and what was ordered and taken back.
 *
 * <p>Reads sales; hands on sales for fitting, with every change and its reason.
 */
@NullMarked
package dev.storetwin.core.forecast.cleaning;

import org.jspecify.annotations.NullMarked;
