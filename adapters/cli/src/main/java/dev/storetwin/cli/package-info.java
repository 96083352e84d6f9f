/**
 * The command line: the twin without a host.
 *
 * <p>Reads files; hands on forecasts, decisions and reports as files, and answers on standard output.
 */
@NullMarked
package dev.storetwin.cli;

import org.jspecify.annotations.NullMarked;
