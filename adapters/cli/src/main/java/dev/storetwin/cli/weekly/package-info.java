/**
 * Weekly tables of stores and products: reads sales, stock and master data, hands on shelves, and writes orders.
 */
@NullMarked
package dev.storetwin.cli.weekly;

import org.jspecify.annotations.NullMarked;
