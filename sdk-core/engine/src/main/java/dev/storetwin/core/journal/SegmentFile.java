package dev.storetwin.core.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file of the journal, by its name.
 *
 * @param directory where it lies
 * @param number    segments are numbered in the order in which they were begun
 * @param first     position of its first record; all positions below were forced before it was begun
 */
record SegmentFile(Path directory, long number, long first) {

    private static final Comparator<SegmentFile> IN_ORDER = Comparator.comparingLong(SegmentFile::number);

    private static final Pattern NAME = Pattern.compile("(\\d{8,18})-(\\d{18})\\.journal");

    /**
     * All segments in a directory, also those that were never begun properly, in order.
     *
     * @throws JournalRefused when it holds anything else but hidden files
     */
    static List<SegmentFile> list(Disk disk, Path directory) throws IOException {
        List<SegmentFile> segments = new ArrayList<>();
        for (Path path : disk.list(directory)) {
            Matcher name = NAME.matcher(path.getFileName().toString());
            if (name.matches()) {
                segments.add(new SegmentFile(directory, Long.parseLong(name.group(1)), Long.parseLong(name.group(2))));
            } else if (!path.getFileName().toString().startsWith(".")) {
                throw JournalRefused.foreign(path, "a file of a twin's journal");
            }
        }
        segments.sort(IN_ORDER);
        return segments;
    }

    /** Where a segment is written that is to appear at one stroke. There is only one at a time. */
    static Path unfinished(Path directory) {
        return directory.resolve(".unfinished.journal");
    }

    Path path() {
        return directory.resolve("%08d-%018d.journal".formatted(number, first));
    }
}
