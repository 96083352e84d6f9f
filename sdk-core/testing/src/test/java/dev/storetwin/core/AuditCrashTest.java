package dev.storetwin.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.audit.AuditEntry.Noted;
import dev.storetwin.core.audit.AuditVerifier;
import dev.storetwin.core.audit.JsonLinesAuditTrail;
import dev.storetwin.core.random.Draw;
import dev.storetwin.core.random.Draws;
import dev.storetwin.testing.disk.Fault;
import dev.storetwin.testing.disk.FaultyDisk;
import dev.storetwin.testing.disk.PowerCut;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** The audit trail verifies after anything that a disk can do, and what is missing in it is told in it. */
class AuditCrashTest {

    private static final Path FILE = Path.of("/audit.jsonl");
    private static final Instant MONDAY = Instant.parse("2026-03-02T08:00:00Z");

    @Property(tries = 300)
    void verifies_after_any_crash_and_holds_what_was_flushed(@ForAll long seed) throws IOException {
        new Story(seed).tell();
    }

    @Test
    void the_stories_have_faults_and_entries_in_them() throws IOException {
        int failed = 0;
        int written = 0;
        for (long seed = 0; seed < 50; seed++) {
            var story = new Story(seed);
            story.tell();
            failed += story.failed;
            written += story.all.size();
        }
        assertThat(failed).isGreaterThan(50);
        assertThat(written).isGreaterThan(2_000);
    }

    @Test
    void a_full_disk_costs_the_entries_that_were_refused_and_no_other() throws IOException {
        var disk = new FaultyDisk(7);
        try (var trail = JsonLinesAuditTrail.recover(disk, FILE, MONDAY)) {
            trail.append(note("before"));
            disk.leaveRoom(10);
            for (int i = 0; i < 5; i++) {
                assertThat(refuses(trail, note("refused"))).isTrue();
            }
            disk.makeRoom();
            trail.append(note("after"));
        }

        var text = new String(bytes(disk), StandardCharsets.UTF_8);
        assertThat(AuditVerifier.verify(bytes(disk), Optional.empty()).isSound())
                .isTrue();
        assertThat(text).contains("before", "5 from ", "No space left", "after").doesNotContain("refused");
    }

    private static boolean refuses(JsonLinesAuditTrail trail, Noted entry) {
        try {
            trail.append(entry);
            return false;
        } catch (UncheckedIOException full) {
            return true;
        }
    }

    private static Noted note(String what) {
        return new Noted(MONDAY, what, "x".repeat(50));
    }

    private static byte[] bytes(FaultyDisk disk) throws IOException {
        try (var file = disk.openToRead(FILE)) {
            var bytes = ByteBuffer.allocate((int) file.size());
            file.read(bytes, 0);
            return bytes.array();
        }
    }

    /** Several lives of a trail, each ended by a crash. */
    private static final class Story {

        private final Draw chance;
        private FaultyDisk disk;
        private final List<String> all = new ArrayList<>();
        private int safe;
        private int serial;
        private int failed;

        Story(long seed) {
            this.chance = Draws.of(seed).keyed("audit-story", "", 0);
            this.disk = new FaultyDisk(seed);
        }

        void tell() throws IOException {
            for (int life = 0; life < 6; life++) {
                for (int i = chance.nextInt(4); i > 0; i--) {
                    disk.failAt(
                            disk.operations() + chance.nextInt(40),
                            Fault.values()[chance.nextInt(Fault.values().length)]);
                }
                live();
                crash();
                look();
            }
            assertThat(disk.openHandles()).isZero();
        }

        private void live() {
            try (var trail = JsonLinesAuditTrail.recover(disk, FILE, MONDAY)) {
                for (int step = chance.nextInt(40); step > 0; step--) {
                    step(trail);
                }
            } catch (UncheckedIOException | PowerCut end) {
                failed++;
            }
        }

        private void step(JsonLinesAuditTrail trail) {
            try {
                if (chance.nextInt(6) == 0) {
                    trail.flush();
                    safe = all.size();
                } else {
                    var what = "entry " + serial++ + ".";
                    trail.append(note(what));
                    all.add(what);
                }
            } catch (UncheckedIOException refused) {
                failed++;
            }
        }

        private void crash() {
            if (chance.nextInt(3) == 0) {
                disk = disk.afterKill();
                safe = all.size();
            } else {
                disk = disk.afterPowerCut();
            }
        }

        /** Of what was appended a beginning is there, of what was flushed all, and of what was refused nothing. */
        private void look() throws IOException {
            JsonLinesAuditTrail.recover(disk, FILE, MONDAY).close();
            var bytes = bytes(disk);
            assertThat(AuditVerifier.verify(bytes, Optional.empty()).message()).startsWith(lines(bytes) + ":");
            var text = new String(bytes, StandardCharsets.UTF_8);
            var found = all.stream().filter(text::contains).toList();
            assertThat(found).isEqualTo(all.subList(0, found.size())).hasSizeGreaterThanOrEqualTo(safe);
            all.retainAll(found);
            safe = all.size();
        }

        private static long lines(byte[] bytes) {
            return new String(bytes, StandardCharsets.UTF_8).lines().count() - 1;
        }
    }
}
