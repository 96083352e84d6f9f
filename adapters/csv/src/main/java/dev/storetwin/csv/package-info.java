/**
 * CSV files as a shop has them: order lines, products, stock.
 *
 * <p>Reads tables; hands on events, and notes about everything in the data that is no plain sale.
 */
@NullMarked
package dev.storetwin.csv;

import org.jspecify.annotations.NullMarked;
