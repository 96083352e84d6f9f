package dev.storetwin.cli;

import java.io.PrintStream;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;

/**
 * Where a command speaks: results to one stream, progress and messages to the other.
 *
 * @param out         for results
 * @param err         for everything else
 * @param interactive whether somebody watches, so that a line may be written over
 * @param nanos       a stopwatch
 */
record Console(PrintStream out, PrintStream err, boolean interactive, LongSupplier nanos) {

    private static final Pattern COMMANDS = Pattern.compile("[\\p{Cntrl}&&[^\n\t]]");

    /** A result, on a line of its own. */
    void print(String line) {
        out.print(line + "\n");
    }

    /** A message, on a line of its own. Names of files and in them are part of it, so nothing in it commands a terminal. */
    void say(String line) {
        err.print(COMMANDS.matcher(line).replaceAll("\ufffd") + "\n");
        err.flush();
    }
}
