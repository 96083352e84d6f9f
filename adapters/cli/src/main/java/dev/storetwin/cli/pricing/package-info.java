/**
 * Tables of prices: reads observations, hands on panels, and writes what is said of elasticities.
 */
@NullMarked
package dev.storetwin.cli.pricing;

import org.jspecify.annotations.NullMarked;
