package dev.storetwin.testing.disk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.core.journal.DataDirectory;
import dev.storetwin.core.journal.DiskFailed;
import dev.storetwin.core.journal.ForcePolicy;
import dev.storetwin.core.journal.Journal;
import dev.storetwin.core.journal.JournalRefused;
import dev.storetwin.core.journal.JournalSettings;
import dev.storetwin.core.journal.Retention;
import dev.storetwin.core.journal.Snapshots;
import dev.storetwin.core.random.Draw;
import dev.storetwin.core.random.Draws;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The life of a journal on a disk that fails, over several crashes, as the seed wills it: groups, commits, snapshots, compaction, and at
 * any of the disk's operations a loss of power, an error or no room. After each crash all is read and compared with what was acknowledged:
 * after a kill all of it must be there, after a loss of power a beginning that holds at least what the force policy says.
 */
final class JournalStory {

    private static final Path DIRECTORY = Path.of("/shops/north");

    private final JournalSettings settings;
    private final Draw chance;
    private FaultyDisk disk;
    private DataDirectory directory;
    private Journal journal;
    private HandAlarm alarm = new HandAlarm();
    private Snapshots snapshots;
    private long serial;
    private int faults;
    private int lost;

    /** All that was acknowledged, by position. */
    private List<String> kept = new ArrayList<>();

    /** So many of them outlast a loss of power, at the least. */
    private int safe;

    /** What was appended since, and not acknowledged. */
    private List<String> pending = new ArrayList<>();

    /** What was given up before, and may come back as long as nothing was written in its place. */
    private List<List<String>> givenUp = new ArrayList<>();

    JournalStory(long seed, FaultyDisk disk) {
        this(seed, disk, ForcePolicy.EVERY_GROUP);
    }

    JournalStory(long seed, FaultyDisk disk, ForcePolicy policy) {
        this.settings = JournalSettings.DEFAULT.withSegmentBytes(600).withForcePolicy(policy);
        this.chance = Draws.of(seed).keyed("journal-story", "", 0);
        this.disk = disk;
    }

    /** Eight lives, each ended by a crash, and a last one on a disk that works. */
    void tell() throws IOException {
        for (int life = 0; life < 8; life++) {
            planFaults();
            live();
        }
        disk = disk.afterKill();
        open();
        append(1);
        commit();
        close();
        open();
        close();
        assertThat(disk.openHandles()).isZero();
    }

    /** How often the disk failed. */
    int faults() {
        return faults;
    }

    /** How many acknowledged records a loss of power was free to take. */
    int lost() {
        return lost;
    }

    int records() {
        return kept.size();
    }

    private void planFaults() {
        for (int i = chance.nextInt(4); i > 0; i--) {
            var fault = Fault.values()[chance.nextInt(Fault.values().length)];
            disk.failAt(disk.operations() + chance.nextInt(120), fault);
        }
    }

    private void live() throws IOException {
        try {
            open();
            for (int step = chance.nextInt(60); step > 0; step--) {
                stepOrReopen();
            }
            if (chance.nextInt(3) == 0) {
                close();
            }
        } catch (JournalRefused refused) {
            throw new AssertionError("A crash is no damage", refused);
        } catch (IOException | PowerCut endOfLife) {
            faults++;
        }
        if (chance.nextInt(3) == 0) {
            disk = disk.afterKill();
        } else {
            disk = disk.afterPowerCut();
            losePower();
        }
    }

    /** What was acknowledged and not forced may be missing now, from some point on. */
    private void losePower() {
        giveUpPending();
        var unsure = kept.subList(safe, kept.size());
        givenUp = new ArrayList<>(givenUp.stream()
                .map(history -> Stream.concat(unsure.stream(), history.stream()).toList())
                .toList());
        lost += unsure.size();
        kept = new ArrayList<>(kept.subList(0, safe));
    }

    private void open() throws IOException {
        directory = DataDirectory.open(disk, DIRECTORY);
        snapshots = Snapshots.open(disk, directory.snapshots());
        alarm = new HandAlarm();
        journal = Journal.open(disk, directory.journal(), settings, alarm, directory.closedAt());
        var found = recover();
        assertThat(beginsWith(found, kept))
                .as("%s was acknowledged, found %s", kept, found)
                .isTrue();
        var more = found.subList(kept.size(), found.size());
        giveUpPending();
        var possible =
                givenUp.stream().filter(history -> beginsWith(history, more)).toList();
        assertThat(more.isEmpty() || !possible.isEmpty())
                .as("%s of %s", more, givenUp)
                .isTrue();
        givenUp = new ArrayList<>();
        possible.forEach(history -> givenUp.add(history.subList(more.size(), history.size())));
        kept = found;
        safe = kept.size();
    }

    private static boolean beginsWith(List<String> whole, List<String> beginning) {
        return beginning.size() <= whole.size()
                && whole.subList(0, beginning.size()).equals(beginning);
    }

    private List<String> recover() throws IOException {
        var loaded = snapshots.readNewest(journal.durablePosition(), JournalStory::readAll);
        var records =
                new ArrayList<String>(loaded.map(Snapshots.Loaded::content).orElse(List.of()));
        assertThat(records).hasSize(loaded.map(it -> (int) it.position()).orElse(0));
        records.addAll(read(records.size()));
        assertThat(records).hasSize((int) journal.durablePosition());
        return records;
    }

    private List<String> read(long from) throws IOException {
        var records = new ArrayList<String>();
        try (var cursor = journal.read(from)) {
            while (cursor.advance()) {
                assertThat(cursor.position()).isEqualTo(from + records.size());
                records.add(new String(cursor.record(), StandardCharsets.UTF_8));
            }
        }
        return records;
    }

    private void stepOrReopen() throws IOException {
        if (chance.nextInt(30) == 0) {
            close();
            open();
            return;
        }
        try {
            step(chance.nextInt(100));
        } catch (DiskFailed failed) {
            faults++;
            rewind();
        }
    }

    private void step(int kind) throws IOException {
        if (kind < 55) {
            append(1 + chance.nextInt(5));
        } else if (kind < 80) {
            commit();
        } else if (kind < 84) {
            rewind();
        } else if (kind < 90) {
            lookBack();
        } else if (kind < 93) {
            ring();
        } else if (kind < 97) {
            commit();
            assertThat(journal.force()).isEqualTo(kept.size());
            safe = kept.size();
            snapshots.write(kept.size(), out -> writeAll(new DataOutputStream(out)));
        } else {
            new Retention(1 + chance.nextInt(2), chance.nextInt(2) == 0).apply(snapshots, journal);
        }
    }

    /** While it is being written it may already be there after a crash, or what was given up before may. */
    private void append(int count) throws DiskFailed {
        long next = kept.size() + pending.size();
        var group = IntStream.range(0, count)
                .mapToObj(i -> "%d %s".formatted(serial++, "x".repeat(chance.nextInt(80))))
                .toList();
        pending.addAll(group);
        assertThat(journal.append(group.stream().map(String::getBytes).toList()))
                .isEqualTo(next);
        givenUp.clear();
    }

    private void commit() throws DiskFailed {
        assertThat(journal.commit()).isEqualTo(kept.size() + pending.size());
        keepPending();
    }

    /** All that was acknowledged is on disk then, unless the disk fails: then the alarm is to ring again. */
    private void ring() {
        var waited = alarm.ring();
        if (alarm.waiting().isPresent()) {
            faults++;
        } else if (waited) {
            safe = kept.size();
        }
    }

    private void keepPending() {
        kept.addAll(pending);
        pending = new ArrayList<>();
        if (settings.forcePolicy().equals(ForcePolicy.EVERY_GROUP)) {
            safe = kept.size();
        }
    }

    private void giveUpPending() {
        givenUp.add(pending);
        pending = new ArrayList<>();
    }

    private void rewind() throws DiskFailed {
        assertThat(journal.rewind()).isEqualTo(kept.size());
        giveUpPending();
    }

    private void lookBack() throws IOException {
        long first = journal.firstPosition();
        long from = first + chance.nextInt((int) (kept.size() - first) + 1);
        assertThat(read(from)).isEqualTo(kept.subList((int) from, kept.size()));
    }

    /** Closing keeps what was appended, but after a failure only what was committed. */
    private void close() throws IOException {
        boolean hasFailed = journal.hasFailed();
        try {
            journal.close();
            if (hasFailed) {
                giveUpPending();
            } else {
                keepPending();
            }
            safe = kept.size();
        } finally {
            directory.close();
        }
    }

    private void writeAll(DataOutputStream out) throws IOException {
        out.writeInt(kept.size());
        for (var record : kept) {
            out.writeUTF(record);
        }
        out.flush();
    }

    private static List<String> readAll(InputStream in) throws IOException {
        var data = new DataInputStream(in);
        var records = new ArrayList<String>();
        for (int count = data.readInt(); count > 0; count--) {
            records.add(data.readUTF());
        }
        return records;
    }
}
