package dev.storetwin.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.Erasure;
import dev.storetwin.Twin;
import dev.storetwin.audit.AuditEntry;
import dev.storetwin.audit.AuditTrail;
import dev.storetwin.audit.Checkpoint;
import dev.storetwin.core.audit.JsonLinesAuditTrail;
import dev.storetwin.event.Claim;
import dev.storetwin.event.ClaimKind;
import dev.storetwin.event.EntityKind;
import dev.storetwin.event.EventHeader;
import dev.storetwin.event.IdentityClaimed;
import dev.storetwin.event.SubjectErased;
import dev.storetwin.state.Acceptance;
import dev.storetwin.testing.PlainVault;
import dev.storetwin.testing.disk.FaultyDisk;
import dev.storetwin.type.Actor;
import dev.storetwin.type.Role;
import dev.storetwin.type.Source;
import dev.storetwin.type.SubjectId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** An erasure that could not be finished says what is left, and asking again finishes it. */
class UnfinishedErasureTest {

    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");
    private static final Source SHOP = Source.of("test");
    private static final SubjectId ANN = SubjectId.of("s-ann");
    private static final Actor DESK = new Actor(Role.OPERATOR, "privacy-desk");

    private final FaultyDisk disk = new FaultyDisk(1);

    private StoreTwinBuilder builder() {
        return StoreTwin.builder()
                .clock(Clock.fixed(NOON, ZoneOffset.UTC))
                .vault(new PlainVault())
                .disk(disk)
                .dataDirectory(Path.of("/twin"));
    }

    private static Erasure erase(Twin twin) {
        return twin.people().erase(ANN, DESK);
    }

    private static EventHeader header(String what) {
        return EventHeader.of(SHOP, EntityKind.SUBJECT, what, NOON.minusSeconds(60));
    }

    private static IdentityClaimed claim() {
        return new IdentityClaimed(header("ann"), ANN, List.of(Claim.of(ClaimKind.EMAIL, "ann@example.org")));
    }

    private static SubjectErased wish() {
        return new SubjectErased(header("ann/wish"), ANN);
    }

    private static String exported(Twin twin) {
        var out = new ByteArrayOutputStream();
        try {
            twin.people().export(ANN, out);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void a_full_disk_is_told_the_keys_are_destroyed_all_the_same_and_the_next_try_finishes() {
        try (var twin = builder().build()) {
            twin.accept(claim());
            disk.leaveRoom(0);

            var erasure = erase(twin);

            assertThat(erasure.open().orElseThrow())
                    .contains("could not be written down", "no event tells so", "Erase them again");
            assertThat(exported(twin)).doesNotContain("ann@example.org", "SubjectErased");

            disk.makeRoom();
            assertThat(erase(twin).open()).isEmpty();
            assertThat(exported(twin)).contains("SubjectErased");
        }
    }

    @Test
    void an_act_that_cannot_be_audited_has_happened_and_the_answer_says_so() {
        try (var twin = builder().audit(new BrokenTrail()).build()) {
            twin.accept(claim());

            var erasure = erase(twin);

            assertThat(erasure.isComplete()).isFalse();
            assertThat(erasure.open().orElseThrow())
                    .contains("'subject erased' could not be written to the audit trail");
            assertThat(exported(twin)).contains("SubjectErased").doesNotContain("ann@example.org");
        }
    }

    @Test
    void a_wish_that_cannot_be_granted_was_not_heard_and_is_granted_when_it_comes_again() {
        try (var twin = builder().build()) {
            twin.accept(claim());
            disk.leaveRoom(0);

            assertThat(twin.accept(wish())).isInstanceOf(Acceptance.Unavailable.class);

            disk.makeRoom();
            assertThat(twin.accept(wish())).isInstanceOf(Acceptance.Accepted.class);
            assertThat(twin.accept(wish())).isInstanceOf(Acceptance.Duplicate.class);
            assertThat(exported(twin)).doesNotContain("ann@example.org");
        }
    }

    private static final class BrokenTrail implements AuditTrail {

        private final AuditTrail empty = JsonLinesAuditTrail.inMemory();

        @Override
        public long append(AuditEntry entry) {
            throw new UncheckedIOException(new IOException("No space left on device"));
        }

        @Override
        public Checkpoint checkpoint() {
            return empty.checkpoint();
        }

        @Override
        public Stream<String> lines() {
            return empty.lines();
        }
    }
}
