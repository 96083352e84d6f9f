package dev.storetwin.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.storetwin.Twin;
import dev.storetwin.core.journal.DurabilityOptions;
import dev.storetwin.event.StockCounted;
import dev.storetwin.state.Acceptance;
import dev.storetwin.testing.PlainVault;
import dev.storetwin.testing.SettableClock;
import dev.storetwin.type.Actor;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.Quantity;
import dev.storetwin.type.Role;
import dev.storetwin.type.Sku;
import dev.storetwin.type.Source;
import dev.storetwin.type.SubjectId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of a twin that somebody took away: it says so, and never goes on as if they had not been. */
class LostFilesTest {

    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");
    private static final Actor DESK = new Actor(Role.OPERATOR, "night-shift");

    @TempDir
    private Path folder;

    private Path directory() {
        return folder.toAbsolutePath().resolve("twin");
    }

    private Path closedAt() {
        return directory().resolve("closed-at");
    }

    private Twin twin() {
        return StoreTwin.builder()
                .clock(SettableClock.at(NOON))
                .vault(new PlainVault())
                .dataDirectory(directory())
                .durability(DurabilityOptions.DEFAULT.withSegmentBytes(1_000))
                .build();
    }

    private static StockCounted count(int units) {
        return StockCounted.of(
                Source.of("test"), Sku.of("MUG-1"), NodeId.of("LEIPZIG"), Quantity.of(units), NOON.plusSeconds(units));
    }

    private static void count(Twin twin, int from, int to) {
        for (int units = from; units < to; units++) {
            assertThat(twin.accept(count(units))).isInstanceOf(Acceptance.Accepted.class);
        }
    }

    private List<Path> segments() throws IOException {
        try (var files = Files.list(directory().resolve("journal"))) {
            return files.sorted().toList();
        }
    }

    private Path lastSegment() throws IOException {
        return segments().get(segments().size() - 1);
    }

    private void closeWithEvents() throws IOException {
        try (var twin = twin()) {
            count(twin, 1, 31);
        }
        assertThat(segments()).hasSizeGreaterThan(1);
        assertThat(closedAt()).exists();
    }

    private static void delete(Path path) throws IOException {
        try (Stream<Path> files = Files.walk(path)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private void refusesTheLoss() {
        for (int attempt = 0; attempt < 2; attempt++) {
            assertThatThrownBy(this::twin)
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining(directory().resolve("journal").toString())
                    .hasMessageContaining("and at 30 when it was last closed")
                    .hasMessageContaining("To go on knowingly with what is left, delete " + closedAt());
        }
    }

    @Test
    void a_deleted_journal_is_refused_and_not_made_anew() throws IOException {
        closeWithEvents();
        delete(directory().resolve("journal"));

        refusesTheLoss();

        assertThat(directory().resolve("journal")).doesNotExist();
    }

    @Test
    void a_deleted_last_segment_is_refused_until_it_is_back_or_somebody_goes_on_knowingly() throws IOException {
        closeWithEvents();
        var last = lastSegment();
        Files.move(last, folder.resolve("kept"));
        refusesTheLoss();

        Files.move(folder.resolve("kept"), last);
        try (var again = twin()) {
            assertThat(again.state().revision()).isEqualTo(30);
        }

        delete(lastSegment());
        Files.delete(closedAt());
        try (var less = twin()) {
            assertThat(less.state().revision()).isBetween(1L, 29L);
        }
    }

    @Test
    void an_emptied_last_segment_is_refused_and_stays() throws IOException {
        closeWithEvents();
        Files.write(lastSegment(), new byte[0]);

        refusesTheLoss();

        assertThat(lastSegment()).isEmptyFile();
    }

    @Test
    void a_last_segment_that_was_cut_is_refused_and_not_cut_further() throws IOException {
        try (var twin = twin()) {
            count(twin, 1, 31);
        }
        var last = lastSegment();
        var bytes = Files.readAllBytes(last);
        var cut = Arrays.copyOf(bytes, bytes.length / 2 + 1);
        Files.write(last, cut);

        assertThatThrownBy(this::twin).isInstanceOf(UncheckedIOException.class);

        assertThat(last).hasBinaryContent(cut);
        Files.write(last, bytes);
        twin().close();
    }

    @Test
    void a_journal_deleted_while_the_twin_runs_takes_nothing_more() throws IOException {
        goesOnTakingNothing(directory().resolve("journal"));
        refusesTheLoss();
    }

    @Test
    void a_data_directory_deleted_while_the_twin_runs_takes_nothing_more_and_is_not_made_anew() throws IOException {
        goesOnTakingNothing(directory());
        assertThat(directory()).doesNotExist();
    }

    private void goesOnTakingNothing(Path lost) throws IOException {
        try (var twin = twin()) {
            count(twin, 1, 31);
            delete(lost);

            for (int attempt = 40; attempt < 43; attempt++) {
                assertThat(twin.accept(count(attempt)))
                        .isInstanceOfSatisfying(Acceptance.Unavailable.class, it -> assertThat(it.reason())
                                .contains("is gone: it was deleted or moved while the twin runs"));
            }
            assertThat(twin.load(Stream.of(count(50))).brokeOff()).isPresent();
            assertThat(twin.people().erase(SubjectId.of("anna"), DESK).open()).isPresent();
            assertThat(twin.state().revision()).isEqualTo(30);
        }
    }

    @Test
    void a_segment_deleted_while_the_twin_runs_is_not_followed_by_another() throws IOException {
        try (var twin = twin()) {
            count(twin, 1, 31);
            delete(lastSegment());
            int left = segments().size();

            assertThat(twin.accept(count(40))).isInstanceOf(Acceptance.Unavailable.class);
            assertThat(twin.accept(count(41))).isInstanceOf(Acceptance.Unavailable.class);
            assertThat(segments()).hasSize(left);
        }
        refusesTheLoss();
    }

    @Test
    void a_data_directory_that_is_a_file_is_called_one() throws IOException {
        Files.writeString(directory(), "taxes");

        refusesThePath("it is a file");
    }

    @Test
    void a_data_directory_below_a_file_is_refused_with_words() throws IOException {
        Files.writeString(folder.resolve("file"), "taxes");

        assertThatThrownBy(() -> StoreTwin.builder()
                        .vault(new PlainVault())
                        .dataDirectory(folder.resolve("file/twin"))
                        .build())
                .hasMessageContaining("cannot be used as a data directory")
                .hasMessageContaining(folder.resolve("file").toString());
    }

    @Test
    void a_data_directory_that_is_a_dangling_link_is_called_one() throws IOException {
        Files.createSymbolicLink(directory(), folder.resolve("nowhere"));

        refusesThePath("it is a link to what is not there");
    }

    private void refusesThePath(String why) {
        assertThatThrownBy(this::twin)
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(directory() + " cannot be used as a data directory: " + why)
                .hasMessageContaining("Maybe another path was meant");
    }
}
