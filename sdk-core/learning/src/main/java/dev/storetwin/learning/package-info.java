/** Models learned from tables of numbers: reads training tables, hands on models that plain Java evaluates. */
@NullMarked
package dev.storetwin.learning;

import org.jspecify.annotations.NullMarked;
