package dev.storetwin.core.audit;

import static dev.storetwin.core.audit.SampleEntries.notes;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.storetwin.audit.AuditEntry;
import dev.storetwin.audit.Checkpoint;
import dev.storetwin.core.audit.Verification.Changed;
import dev.storetwin.core.audit.Verification.Cut;
import dev.storetwin.core.audit.Verification.Dropped;
import dev.storetwin.core.audit.Verification.Foreign;
import dev.storetwin.core.audit.Verification.Inserted;
import dev.storetwin.core.audit.Verification.Malformed;
import dev.storetwin.core.audit.Verification.Moved;
import dev.storetwin.core.audit.Verification.Repeated;
import dev.storetwin.core.audit.Verification.Rewritten;
import dev.storetwin.core.audit.Verification.Sound;
import dev.storetwin.core.audit.Verification.Torn;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditVerifierTest {

    private final List<String> lines = linesOf(notes(6));

    @Test
    void a_trail_as_it_was_written_is_sound() {
        var trail = trail(notes(6));

        assertThat(verify(lines)).isEqualTo(new Sound(trail.checkpoint()));
    }

    @Test
    void a_trail_without_entries_is_sound() {
        assertThat(verify(linesOf(List.of())).message())
                .isEqualTo("0:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    @Test
    void a_changed_entry_is_found() {
        lines.set(3, lines.get(3).replace("shop-rules 2", "shop-rules 9"));

        assertThat(verify(lines))
                .isEqualTo(new Changed(4, 2, "the entry is not the one that its leaf and root were made of"));
    }

    @Test
    void a_changed_leaf_is_found() {
        var line = lines.get(3);
        lines.set(3, line.substring(0, 9) + (line.charAt(9) == 'a' ? 'b' : 'a') + line.substring(10));

        assertThat(verify(lines)).isEqualTo(new Changed(4, 2, "its leaf is not the one of the entry"));
    }

    @Test
    void an_entry_that_was_changed_with_its_leaf_is_found() {
        var forged = TrailLine.parse(lines.get(3).getBytes(UTF_8)).orElseThrow();
        var entry = new String(forged.entry(), UTF_8)
                .replace("shop-rules 2", "shop-rules 9")
                .getBytes(UTF_8);
        var leaf = new MerkleTree().leaf(entry);
        lines.set(3, line(new TrailLine(HexFormat.of().formatHex(leaf), forged.root(), entry)));

        assertThat(verify(lines))
                .isInstanceOfSatisfying(
                        Changed.class, it -> assertThat(it.problem()).startsWith("its root is not"))
                .extracting(Verification::message)
                .asString()
                .startsWith("line 4, entry 2: changed");
    }

    @Test
    void a_dropped_line_is_found() {
        lines.remove(3);

        assertThat(verify(lines)).isEqualTo(new Dropped(4, 2, 2));
        assertThat(verify(lines).message()).isEqualTo("line 4, entry 2: dropped, entry 3 follows at once");
    }

    @Test
    void several_dropped_lines_are_found() {
        lines.subList(2, 5).clear();

        assertThat(verify(lines)).isEqualTo(new Dropped(3, 1, 3));
    }

    @Test
    void swapped_lines_are_found() {
        Collections.swap(lines, 2, 5);

        assertThat(verify(lines)).isEqualTo(new Moved(3, 1, 4, 6));
        assertThat(verify(lines).message())
                .isEqualTo("line 3, entry 1: moved, entry 4 stands here and entry 1 on line 6");
    }

    @Test
    void a_repeated_line_is_found() {
        lines.add(5, lines.get(2));

        assertThat(verify(lines)).isEqualTo(new Repeated(6, 4, 1));
    }

    @Test
    void an_inserted_line_is_found() {
        var stranger = trail(List.of(SampleEntries.note(77), SampleEntries.note(78)));
        lines.add(4, stranger.lines().toList().get(2));

        assertThat(verify(lines)).isEqualTo(new Inserted(5, 3, 1));
    }

    @Test
    void an_entry_that_is_no_strict_json_is_found() {
        var entry = "{\"seq\":6,\"seq\":6}".getBytes(UTF_8);
        var tree = trail(notes(6)).checkpoint();
        var leaf = HexFormat.of().formatHex(new MerkleTree().leaf(entry));
        lines.add(line(new TrailLine(leaf, tree.root(), entry)));

        assertThat(verify(lines)).isInstanceOfSatisfying(Malformed.class, it -> assertThat(it.entry())
                .isEqualTo(6));
    }

    @Test
    void an_entry_without_number_is_found() {
        var entry = "{\"kind\":\"note\"}".getBytes(UTF_8);
        var leaf = HexFormat.of().formatHex(new MerkleTree().leaf(entry));
        lines.add(line(new TrailLine(leaf, leaf, entry)));

        assertThat(verify(lines)).isEqualTo(new Malformed(8, 6, "its entry has no seq"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{}", "garbage", "{\"leaf\":\"\",\"root\":\"\",\"entry\":{}}"})
    void a_line_that_is_none_is_found(String line) {
        lines.add(line);

        assertThat(verify(lines)).isEqualTo(new Malformed(8, 6, "it is not a line of a trail"));
    }

    @Test
    void a_line_end_of_another_system_is_found() {
        lines.set(2, lines.get(2) + "\r");

        assertThat(verify(lines)).isEqualTo(new Malformed(3, 1, "it is not a line of a trail"));
    }

    @Test
    void a_last_line_without_end_is_torn() {
        var text = text(lines);

        assertThat(verify(text.substring(0, text.length() - 1))).isEqualTo(new Torn(7, 5));
        assertThat(verify(text + "x")).isEqualTo(new Torn(8, 6));
    }

    @Test
    void a_line_without_end_does_not_fill_the_memory() {
        var endless = text(lines).getBytes(UTF_8);
        var all = new byte[TrailLine.LONGEST + (1 << 20)];
        System.arraycopy(endless, 0, all, 0, endless.length);

        assertThat(AuditVerifier.verify(all, Optional.empty()))
                .isEqualTo(new Malformed(8, 6, "it is longer than 16,777,216 bytes"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "\uFEFF", "order,sku\n1,MUG\n"})
    void another_file_is_foreign(String text) {
        assertThat(verify(text)).isInstanceOf(Foreign.class);
    }

    @Test
    void a_header_must_be_exact() {
        assertThat(verify(TrailLine.HEADER)).isEqualTo(new Foreign("its header has no line end"));
        assertThat(verify(TrailLine.HEADER + "\r\n")).isEqualTo(new Foreign("its lines end with CR LF"));
        assertThat(verify("\uFEFF" + TrailLine.HEADER + "\n"))
                .isEqualTo(new Foreign("it begins with a byte order mark"));
        assertThat(verify(TrailLine.HEADER.replace("\"version\":1", "\"version\":2") + "\n"))
                .isEqualTo(new Foreign("its header is another"));
        assertThat(verify(TrailLine.HEADER.replace(":", ": ") + "\n")).isEqualTo(new Foreign("it has no header"));
    }

    @Test
    void a_cut_tail_shows_against_a_checkpoint_only() {
        var kept = trail(notes(6)).checkpoint();
        lines.subList(5, 7).clear();

        assertThat(verify(lines).isSound()).isTrue();
        assertThat(verify(lines, kept)).isEqualTo(new Cut(kept, trail(notes(4)).checkpoint()));
        assertThat(verify(lines, kept).message())
                .isEqualTo("line 6, entry 4: cut, the checkpoint knows 6 entries and the file ends after 4");
    }

    @Test
    void a_whole_rewrite_shows_against_a_checkpoint_only() {
        var kept = trail(notes(4)).checkpoint();
        var other = new ArrayList<>(notes(6));
        other.set(0, SampleEntries.note(77));

        assertThat(verify(linesOf(other)).isSound()).isTrue();
        assertThat(verify(linesOf(other), kept))
                .isEqualTo(new Rewritten(kept, trail(other.subList(0, 4)).checkpoint()));
    }

    @Test
    void a_trail_that_went_on_since_the_checkpoint_is_sound() {
        for (int size = 0; size <= 6; size++) {
            var kept = trail(notes(size)).checkpoint();

            assertThat(verify(lines, kept)).isEqualTo(new Sound(trail(notes(6)).checkpoint()));
        }
    }

    @Test
    void what_is_wrong_in_a_line_is_told_before_what_the_checkpoint_says() {
        var kept = new Checkpoint(100, "0".repeat(64));
        lines.remove(3);

        assertThat(verify(lines, kept)).isInstanceOf(Dropped.class);
    }

    @Test
    void a_file_that_cannot_be_read_is_no_answer(@TempDir Path folder) {
        assertThatThrownBy(() -> AuditVerifier.verify(folder.resolve("nowhere.jsonl"), Optional.empty()))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("nowhere.jsonl");
        assertThatThrownBy(() -> AuditVerifier.verify(folder, Optional.empty()))
                .isInstanceOf(UncheckedIOException.class);
    }

    @Property
    void any_trail_is_sound(@ForAll("trails") List<AuditEntry> entries) {
        assertThat(verify(linesOf(entries))).isEqualTo(new Sound(trail(entries).checkpoint()));
    }

    @Property(tries = 2_000)
    void any_other_byte_is_found(@ForAll("trails") List<AuditEntry> entries, @ForAll int place, @ForAll byte change) {
        var bytes = text(linesOf(entries)).getBytes(UTF_8);
        var at = Math.floorMod(place, bytes.length);

        bytes[at] ^= change == 0 ? 1 : change;

        assertThat(AuditVerifier.verify(bytes, Optional.empty()).isSound()).isFalse();
    }

    @Property(tries = 1_000)
    void any_byte_more_or_less_is_found(
            @ForAll("trails") List<AuditEntry> entries, @ForAll int place, @ForAll byte more) {
        var trail = text(linesOf(entries)).getBytes(UTF_8);
        var at = Math.floorMod(place, trail.length);
        var longer = new byte[trail.length + 1];
        System.arraycopy(trail, 0, longer, 0, at);
        longer[at] = more;
        System.arraycopy(trail, at, longer, at + 1, trail.length - at);
        var shorter = new byte[trail.length - 1];
        System.arraycopy(trail, 0, shorter, 0, at);
        System.arraycopy(trail, at + 1, shorter, at, trail.length - at - 1);

        assertThat(AuditVerifier.verify(longer, Optional.empty()).isSound()).isFalse();
        assertThat(AuditVerifier.verify(shorter, Optional.empty()).isSound()).isFalse();
    }

    @Property
    void any_dropped_line_is_found(@ForAll("trails") List<AuditEntry> entries, @ForAll int place) {
        var kept = trail(entries).checkpoint();
        var cut = linesOf(entries);
        var at = Math.floorMod(place, cut.size());

        cut.remove(at);

        assertThat(verify(cut, kept).isSound()).isFalse();
        assertThat(verify(cut).isSound())
                .as("only the last entry can be dropped unseen")
                .isEqualTo(at == entries.size() && at > 0);
    }

    @Property
    void any_swapped_lines_are_found(@ForAll("trails") List<AuditEntry> entries, @ForAll int one, @ForAll int other) {
        var swapped = linesOf(entries);
        var from = Math.floorMod(one, swapped.size());
        var to = Math.floorMod(other, swapped.size());

        Collections.swap(swapped, from, to);

        assertThat(verify(swapped).isSound()).isEqualTo(from == to);
    }

    @Property
    void any_repeated_line_is_found(@ForAll("trails") List<AuditEntry> entries, @ForAll int one, @ForAll int other) {
        var repeated = linesOf(entries);
        var line = repeated.get(Math.floorMod(one, repeated.size()));

        repeated.add(Math.floorMod(other, repeated.size() + 1), line);

        assertThat(verify(repeated).isSound()).isFalse();
    }

    @Provide
    Arbitrary<List<AuditEntry>> trails() {
        return SampleEntries.entries().withoutEdgeCases().list().ofMaxSize(9);
    }

    private static JsonLinesAuditTrail trail(List<AuditEntry> entries) {
        var trail = JsonLinesAuditTrail.inMemory();
        entries.forEach(trail::append);
        return trail;
    }

    private static List<String> linesOf(List<AuditEntry> entries) {
        return new ArrayList<>(trail(entries).lines().toList());
    }

    private static String line(TrailLine line) {
        return new String(line.bytes(), UTF_8).stripTrailing();
    }

    private static String text(List<String> lines) {
        return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
    }

    private static Verification verify(List<String> lines) {
        return verify(text(lines));
    }

    private static Verification verify(String text) {
        return AuditVerifier.verify(text.getBytes(UTF_8), Optional.empty());
    }

    private static Verification verify(List<String> lines, Checkpoint kept) {
        return AuditVerifier.verify(text(lines).getBytes(UTF_8), Optional.of(kept));
    }
}
