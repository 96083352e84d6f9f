package dev.storetwin.cli;

import java.io.PrintStream;
import java.util.function.LongSupplier;

/**
 * Where a command speaks: results to one stream, progress and messages to the other.
 *
 * @param out         for results
 * @param err         for everything else
 * @param interactive whether somebody watches, so that a line may be written over
 * @param nanos       a stopwatch
 */
record Console(PrintStream out, PrintStream err, boolean interactive, LongSupplier nanos) {

    /** A result, on a line of its own. */
    void print(String line) {
        out.print(line + "\n");
    }

    /** A message, on a line of its own. */
    void say(String line) {
        err.print(line + "\n");
        err.flush();
    }
}
