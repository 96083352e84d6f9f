/**
 * A new thing's sales, from those of its like until its own are there.
 *
 * <p>Reads series and attributes; hands on the expected level and how sure it is.
 */
@NullMarked
package dev.storetwin.core.forecast.coldstart;

import org.jspecify.annotations.NullMarked;
