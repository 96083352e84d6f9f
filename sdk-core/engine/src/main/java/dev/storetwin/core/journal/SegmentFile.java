package dev.storetwin.core.journal;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
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

    static final Comparator<SegmentFile> IN_ORDER = Comparator.comparingLong(SegmentFile::number);

    private static final Pattern NAME = Pattern.compile("(\\d{8,18})-(\\d{18})\\.journal");

    /** The segment that has this file name, if it is one of a segment. */
    static Optional<SegmentFile> named(Path directory, String file) {
        Matcher name = NAME.matcher(file);
        return name.matches()
                ? Optional.of(new SegmentFile(directory, Long.parseLong(name.group(1)), Long.parseLong(name.group(2))))
                : Optional.empty();
    }

    Path path() {
        return directory.resolve("%08d-%018d.journal".formatted(number, first));
    }
}
