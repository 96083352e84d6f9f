package dev.storetwin.benchmarks.memory;

import dev.storetwin.core.journal.FileDisk;
import dev.storetwin.core.journal.ForcePolicy;
import dev.storetwin.core.journal.Journal;
import dev.storetwin.core.journal.JournalSettings;
import dev.storetwin.core.random.Draw;
import dev.storetwin.core.random.Draws;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * How fast the journal takes records of 100 bytes in groups under each force policy, gives them back in order, and goes to a record in the
 * midst of a segment.
 *
 * <pre>{@code java -cp CP dev.storetwin.benchmarks.memory.JournalSpeed [records] [group]}</pre>
 */
public final class JournalSpeed {

    private static final int BYTES = 100;
    private static final int SEEKS = 200;

    private final Path folder;
    private final int records;
    private final int group;
    private final Draw chance = Draws.of(1).keyed("journal-speed", "", 0);

    private JournalSpeed(Path folder, int records, int group) {
        this.folder = folder;
        this.records = records;
        this.group = group;
    }

    /** Runs every policy on a journal of its own in a temporary folder, which is removed. */
    public static void main(String[] args) throws IOException {
        int records = args.length > 0 ? Integer.parseInt(args[0]) : 2_000_000;
        int group = args.length > 1 ? Integer.parseInt(args[1]) : 100;
        var folder = Files.createTempDirectory("journal-speed");
        try {
            var speed = new JournalSpeed(folder, records, group);
            speed.run("every group", ForcePolicy.EVERY_GROUP);
            speed.run("every 100 ms", ForcePolicy.every(Duration.ofMillis(100)));
            speed.run("off", ForcePolicy.OFF);
        } finally {
            remove(folder);
        }
    }

    private void run(String name, ForcePolicy policy) throws IOException {
        var directory = folder.resolve(name.replace(' ', '-'));
        var settings = JournalSettings.DEFAULT.withForcePolicy(policy);
        try (var journal = Journal.open(new FileDisk(), directory, settings)) {
            System.out.printf(Locale.ROOT, "%-14s written %,10d/s", name, perSecond(append(journal)));
            System.out.printf(Locale.ROOT, "  read %,11d/s", perSecond(read(journal)));
            System.out.printf(Locale.ROOT, "  seek %.2f ms on average%n", seek(journal) / 1e6 / SEEKS);
        }
    }

    private long append(Journal journal) throws IOException {
        var groups = groups();
        long start = System.nanoTime();
        for (int written = 0, at = 0; written < records; written += group, at++) {
            journal.append(groups.get(at % groups.size()));
            journal.commit();
        }
        journal.force();
        return System.nanoTime() - start;
    }

    private List<List<byte[]>> groups() {
        var groups = new ArrayList<List<byte[]>>();
        for (int i = 0; i < 50; i++) {
            var one = new ArrayList<byte[]>(group);
            for (int j = 0; j < group; j++) {
                var record = new byte[BYTES];
                for (int at = 0; at < BYTES; at++) {
                    record[at] = (byte) chance.nextInt(256);
                }
                one.add(record);
            }
            groups.add(one);
        }
        return groups;
    }

    private static long read(Journal journal) throws IOException {
        long start = System.nanoTime();
        try (var cursor = journal.read(0)) {
            while (cursor.advance()) {
                require(cursor.record().length == BYTES, cursor.position());
            }
            require(cursor.position() == journal.durablePosition() - 1, cursor.position());
        }
        return System.nanoTime() - start;
    }

    private long seek(Journal journal) throws IOException {
        long start = System.nanoTime();
        for (int i = 0; i < SEEKS; i++) {
            long position = chance.nextInt(records);
            try (var cursor = journal.read(position)) {
                require(cursor.advance() && cursor.position() == position, position);
            }
        }
        return System.nanoTime() - start;
    }

    private long perSecond(long nanos) {
        return Math.round(records * 1e9 / nanos);
    }

    private static void require(boolean isTrue, long position) {
        if (!isTrue) {
            throw new IllegalStateException("The journal gave something else at %d.".formatted(position));
        }
    }

    private static void remove(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
