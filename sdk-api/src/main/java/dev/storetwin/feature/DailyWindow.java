package dev.storetwin.feature;

/**
 * One measure over consecutive whole days, oldest first: the whole numbers that windows are computed from.
 *
 * <p>A day of which nothing is known is left out of every statistic; it is not a zero.
 */
public final class DailyWindow {

    /** The cell of a day of which nothing is known. */
    public static final long UNKNOWN = Long.MIN_VALUE;

    private final long[] cells;
    private final int from;
    private final int days;
    private final double cellsPerUnit;
    private final long total;
    private final int known;
    private final int active;
    private final long most;
    private final long least;

    /**
     * A part of a longer row, which is not copied and must not change any more.
     *
     * @param cells        one whole number per day
     * @param from         place of the first day
     * @param days         how many
     * @param cellsPerUnit how many of these numbers make one unit
     */
    public DailyWindow(long[] cells, int from, int days, double cellsPerUnit) {
        if (from < 0 || days < 0 || from + days > cells.length) {
            throw new IndexOutOfBoundsException("Days %d to before %d of %d.\nMaybe the window reaches too far back."
                    .formatted(from, from + days, cells.length));
        }
        this.cells = cells;
        this.from = from;
        this.days = days;
        this.cellsPerUnit = cellsPerUnit;
        long sum = 0;
        int some = 0;
        int busy = 0;
        long highest = UNKNOWN;
        long lowest = Long.MAX_VALUE;
        for (int i = from; i < from + days; i++) {
            long cell = cells[i];
            if (cell != UNKNOWN) {
                sum += cell;
                some++;
                busy += cell > 0 ? 1 : 0;
                highest = Math.max(highest, cell);
                lowest = Math.min(lowest, cell);
            }
        }
        this.total = sum;
        this.known = some;
        this.active = busy;
        this.most = highest;
        this.least = lowest;
    }

    public int days() {
        return days;
    }

    /** The first days of it. */
    public DailyWindow first(int count) {
        return new DailyWindow(cells, from, count, cellsPerUnit);
    }

    /** The last days of it. */
    public DailyWindow last(int count) {
        return new DailyWindow(cells, from + days - count, count, cellsPerUnit);
    }

    public boolean isKnown(int day) {
        return cells[from + day] != UNKNOWN;
    }

    /** One day; not a number when nothing is known of it. */
    public double value(int day) {
        long cell = cells[from + day];
        return cell == UNKNOWN ? Double.NaN : cell / cellsPerUnit;
    }

    public double sum() {
        return total / cellsPerUnit;
    }

    /** The sum over days on which a flag of the same days is set. */
    public double sumWhere(DailyWindow flag) {
        long total = 0;
        for (int i = 0; i < days; i++) {
            long cell = cells[from + i];
            total += flag.cells[flag.from + i] > 0 && cell != UNKNOWN ? cell : 0;
        }
        return total / cellsPerUnit;
    }

    public int knownDays() {
        return known;
    }

    /** Days with more than nothing. */
    public int activeDays() {
        return active;
    }

    /** Per known day; not a number when none is known. */
    public double mean() {
        return known == 0 ? Double.NaN : sum() / known;
    }

    /** The largest day; not a number when none is known. */
    public double max() {
        return known == 0 ? Double.NaN : most / cellsPerUnit;
    }

    /** The smallest day; not a number when none is known. */
    public double min() {
        return known == 0 ? Double.NaN : least / cellsPerUnit;
    }

    /** Standard deviation over the known days; not a number when none is known. */
    public double deviation() {
        double mean = mean();
        double squares = 0;
        for (int i = from; i < from + days; i++) {
            double off = cells[i] == UNKNOWN ? 0 : cells[i] / cellsPerUnit - mean;
            squares += off * off;
        }
        return Math.sqrt(squares / known);
    }

    /** The newest known day; not a number when none is known. */
    public double latest() {
        for (int i = from + days - 1; i >= from; i--) {
            if (cells[i] != UNKNOWN) {
                return cells[i] / cellsPerUnit;
            }
        }
        return Double.NaN;
    }

    /** Days since the last one with more than nothing, 1 for the newest; all days and one more when there was none. */
    public int daysSinceActive() {
        for (int i = days - 1; i >= 0; i--) {
            if (cells[from + i] > 0) {
                return days - i;
            }
        }
        return days + 1;
    }

    /** The longest row of days with nothing; days of which nothing is known end a row. */
    public int longestPause() {
        int longest = 0;
        int pause = 0;
        for (int i = from; i < from + days; i++) {
            pause = cells[i] == UNKNOWN || cells[i] > 0 ? 0 : pause + 1;
            longest = Math.max(longest, pause);
        }
        return longest;
    }

    /** How often a known day differs from the known day before it. */
    public int changes() {
        int changes = 0;
        long last = UNKNOWN;
        for (int i = from; i < from + days; i++) {
            if (cells[i] != UNKNOWN) {
                changes += last != UNKNOWN && last != cells[i] ? 1 : 0;
                last = cells[i];
            }
        }
        return changes;
    }
}
