package dev.storetwin.cli;

import dev.storetwin.forecast.Progress;
import java.util.Locale;

/**
 * How far long work has come, on the message stream: a bar that is written over when somebody watches, else a line every few seconds. Short work is
 * not spoken of.
 */
final class ProgressLine implements Progress, AutoCloseable {

    private static final long SECOND = 1_000_000_000L;
    private static final long BAR_EVERY = SECOND / 10;
    private static final long LINE_EVERY = 5 * SECOND;
    private static final long QUIET = SECOND;
    private static final int CELLS = 30;

    private final Console console;
    private final String what;
    private final long start;
    private long last;
    private boolean drawn;

    /**
     * Begins to watch.
     *
     * @param what what is done, such as {@code Forecasting}
     */
    ProgressLine(Console console, String what) {
        this.console = console;
        this.what = what;
        this.start = console.nanos().getAsLong();
        this.last = start;
    }

    @Override
    public synchronized void advanced(int done, int total) {
        tell(done, total);
    }

    /** So many are done, of nobody knows how many. */
    synchronized void counted(long done) {
        tell(done, 0);
    }

    private void tell(long done, long total) {
        long now = console.nanos().getAsLong();
        long every = console.interactive() ? BAR_EVERY : LINE_EVERY;
        if (now - last < every || now - start < QUIET) {
            return;
        }
        last = now;
        drawn = true;
        if (console.interactive()) {
            console.err().print("\r" + line(done, total));
            console.err().flush();
        } else {
            console.say(line(done, total));
        }
    }

    private String line(long done, long total) {
        if (total == 0) {
            return String.format(Locale.ROOT, "%s: %,d", what, done);
        }
        int full = (int) (CELLS * done / total);
        var bar = console.interactive() ? "[" + "#".repeat(full) + " ".repeat(CELLS - full) + "] " : "";
        return String.format(Locale.ROOT, "%s: %s%,d of %,d (%d %%)", what, bar, done, total, 100 * done / total);
    }

    /** Leaves a clean line behind. */
    @Override
    public synchronized void close() {
        if (drawn && console.interactive()) {
            console.err().print("\r" + " ".repeat(100) + "\r");
            console.err().flush();
        }
    }
}
