/** CSV files: reads a table, hands on events or rows. */
@NullMarked
package dev.storetwin.csv;

import org.jspecify.annotations.NullMarked;
