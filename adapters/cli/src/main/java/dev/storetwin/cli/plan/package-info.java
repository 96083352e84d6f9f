/**
 * Planning a whole shop: asks a twin everything at one moment and writes down the answers.
 *
 * <p>Reads a twin; hands on a table of decisions, the best of them as text, and the report.
 */
@NullMarked
package dev.storetwin.cli.plan;

import org.jspecify.annotations.NullMarked;
