package dev.storetwin.csv;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.stream.IntStream;

/** The lines of a table with their treatment, in order of time: of one moment, sales before what takes them back, then as in the file. */
final class SortedLines {

    private final LineTable table;
    private final ZoneId zone;
    private final Treatment[] treatments;
    private final int[] inTime;

    private SortedLines(LineTable table, ZoneId zone, Treatment[] treatments, int[] inTime) {
        this.table = table;
        this.zone = zone;
        this.treatments = treatments;
        this.inTime = inTime;
    }

    static SortedLines of(LineTable table, LineSort sort, ZoneId zone) {
        var treatments =
                IntStream.range(0, table.size()).mapToObj(sort::treatment).toArray(Treatment[]::new);
        var inTime = IntStream.range(0, table.size())
                .boxed()
                .sorted(Comparator.<Integer>comparingLong(table::time)
                        .thenComparing(it -> treatments[it] == Treatment.REVERSAL)
                        .thenComparing(Comparator.naturalOrder()))
                .mapToInt(Integer::intValue)
                .toArray();
        return new SortedLines(table, zone, treatments, inTime);
    }

    LineTable table() {
        return table;
    }

    int[] inTime() {
        return inTime;
    }

    Treatment treatment(int line) {
        return treatments[line];
    }

    boolean is(Treatment treatment, int line) {
        return treatments[line] == treatment;
    }

    Instant moment(int line) {
        return Instant.ofEpochMilli(table.time(line));
    }

    LocalDate day(int line) {
        return moment(line).atZone(zone).toLocalDate();
    }
}
