package dev.storetwin.core.feature;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.core.journal.Disk;
import dev.storetwin.feature.FeatureEntity;
import dev.storetwin.feature.FeatureSet;
import dev.storetwin.feature.FeatureVector;
import dev.storetwin.feature.Features;
import dev.storetwin.feature.Grain;
import dev.storetwin.testing.disk.Fault;
import dev.storetwin.testing.disk.FaultyDisk;
import dev.storetwin.type.Sku;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;

class ServedOnDiskTest {

    private static final Path SERVED = Path.of("/twin/served").toAbsolutePath();
    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");
    private static final FeatureSet SET =
            FeatureSet.of("one", Grain.SKU, List.of(Features.define("number").computedBy("none", reading -> 0)));
    private static final Executor AT_ONCE = Runnable::run;

    private static FeatureVector vector(long revision) {
        var recorder = new FeatureVector.Recorder(SET);
        recorder.value(0, revision);
        return recorder.done(FeatureEntity.of(Sku.of("MUG")), NOON, revision, ZoneOffset.UTC);
    }

    private static ServedOnDisk open(Disk disk, ServedLogOptions options) throws IOException {
        return ServedOnDisk.open(disk, SERVED, options, AT_ONCE);
    }

    private static List<Long> revisions(ServedLog log) throws IOException {
        var revisions = new ArrayList<Long>();
        try (var frames = log.frames()) {
            frames.forEach(it -> revisions.add(new LoggedVector(it).revision()));
        }
        return revisions;
    }

    @Test
    void what_was_served_is_there_after_the_process_was_killed() throws IOException {
        var disk = new FaultyDisk(1);
        var log = open(disk, ServedLogOptions.DEFAULT);
        for (long revision = 0; revision < 20; revision++) {
            log.append(vector(revision));
        }

        try (var again = open(disk.afterKill(), ServedLogOptions.DEFAULT)) {
            again.append(vector(20));

            assertThat(revisions(again)).hasSize(21).isSorted();
        }
    }

    @Test
    void a_loss_of_power_costs_the_newest_and_never_the_next_start() throws IOException {
        for (int seed = 0; seed < 50; seed++) {
            var disk = new FaultyDisk(seed);
            var log = open(disk, ServedLogOptions.DEFAULT.withBytes(20_000));
            for (long revision = 0; revision < 40; revision++) {
                log.append(vector(revision));
            }

            try (var again = open(disk.afterPowerCut(), ServedLogOptions.DEFAULT.withBytes(20_000))) {
                int survived = revisions(again).size();
                again.append(vector(40));

                assertThat(again.lost()).isZero();
                assertThat(revisions(again)).hasSize(survived + 1).endsWith(40L);
            }
        }
    }

    private static long bytes(Disk disk) throws IOException {
        long bytes = 0;
        for (var file : disk.list(SERVED)) {
            try (var open = disk.openToRead(file)) {
                bytes += open.size();
            }
        }
        return bytes;
    }

    @Test
    void the_oldest_goes_when_the_room_is_full() throws IOException {
        var disk = new FaultyDisk(1);
        try (var log = open(disk, ServedLogOptions.DEFAULT.withBytes(8_000))) {
            for (long revision = 0; revision < 2_000; revision++) {
                log.append(vector(revision));

                assertThat(bytes(disk)).isLessThan(9_000);
            }

            assertThat(revisions(log)).endsWith(1_999L).doesNotContain(0L).hasSizeGreaterThan(50);
            assertThat(log.lost()).isZero();
        }
    }

    @Test
    void a_disk_without_room_costs_vectors_and_no_request() throws IOException {
        var disk = new FaultyDisk(1);
        try (var log = open(disk, ServedLogOptions.DEFAULT)) {
            log.append(vector(0));
            disk.leaveRoom(10);
            log.append(vector(1));
            log.append(vector(2));
            disk.makeRoom();
            log.append(vector(3));

            assertThat(log.lost()).isEqualTo(2);
            assertThat(revisions(log)).endsWith(3L).doesNotContain(1L, 2L);
        }
    }

    @Test
    void whatever_operation_fails_no_request_does() throws IOException {
        for (long operation = 1; operation < 40; operation++) {
            for (var fault : List.of(Fault.NO_ROOM, Fault.IO_ERROR)) {
                var disk = new FaultyDisk(operation);
                try (var log = open(disk, ServedLogOptions.DEFAULT.withBytes(1_000))) {
                    disk.failAt(disk.operations() + operation, fault);
                    for (long revision = 0; revision < 40; revision++) {
                        log.append(vector(revision));
                    }
                }
            }
        }
    }

    @Test
    void nobody_waits_when_the_disk_is_too_slow() throws IOException {
        var never = new ArrayList<Runnable>();
        var log = ServedOnDisk.open(
                new FaultyDisk(1), SERVED, ServedLogOptions.DEFAULT.withWaitingBytes(1_000), never::add);
        for (long revision = 0; revision < 100; revision++) {
            log.append(vector(revision));
        }
        long lost = log.lost();

        assertThat(lost).isPositive();
        assertThat(revisions(log)).hasSize(100 - (int) lost).startsWith(0L);
        log.close();
    }

    @Test
    void what_cannot_be_read_is_left_as_it_is() throws IOException {
        var disk = new FaultyDisk(1);
        disk.createDirectories(SERVED);
        try (var log = open(disk, ServedLogOptions.DEFAULT)) {
            log.append(vector(0));
        }
        var file = disk.list(SERVED).get(0);
        try (var open = disk.open(file)) {
            open.write(ByteBuffer.wrap(new byte[] {'w', 'r', 'o', 'n', 'g'}), 0);
        }

        try (var log = open(disk, ServedLogOptions.DEFAULT)) {
            log.append(vector(1));

            assertThat(revisions(log)).isEmpty();
            assertThat(log.lost()).isEqualTo(1);
        }
        assertThat(disk.list(SERVED)).containsExactly(file);
    }
}
