/**
 * The files of the command `price`.
 *
 * <p>Reads elasticities, products and rules from CSV; hands on items and rules to `core.pricing.plan`, and its answer as a table.
 */
@NullMarked
package dev.storetwin.cli.prices;

import org.jspecify.annotations.NullMarked;
