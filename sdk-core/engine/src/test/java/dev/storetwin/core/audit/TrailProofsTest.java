package dev.storetwin.core.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.storetwin.audit.AuditQuery;
import dev.storetwin.audit.AuditRecord;
import dev.storetwin.audit.Checkpoint;
import dev.storetwin.audit.ConsistencyProof;
import dev.storetwin.audit.InclusionProof;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TrailProofsTest {

    private static final int LONG = 2 * Stretch.LENGTH + 300;

    private static final JsonLinesAuditTrail TRAIL = JsonLinesAuditTrail.inMemory();
    private static final List<Checkpoint> CHECKPOINTS = new ArrayList<>();
    private static final List<String> ENTRIES;

    static {
        CHECKPOINTS.add(TRAIL.checkpoint());
        for (int i = 0; i < LONG; i++) {
            TRAIL.append(SampleEntries.note(i));
            CHECKPOINTS.add(TRAIL.checkpoint());
        }
        ENTRIES = TRAIL.query(AuditQuery.all()).map(AuditRecord::entry).toList();
    }

    @Test
    void a_small_trail_proves_every_entry_at_every_size_and_nothing_else() {
        for (int size = 1; size <= 17; size++) {
            for (int place = 0; place < size; place++) {
                var proof = TRAIL.inclusion(place, size);
                for (int other = 0; other < 17; other++) {
                    assertThat(proof.proves(ENTRIES.get(other).getBytes(UTF_8), CHECKPOINTS.get(size)))
                            .isEqualTo(other == place);
                }
                assertThat(proof.proves(ENTRIES.get(place).getBytes(UTF_8), CHECKPOINTS.get(size + 1)))
                        .isFalse();
            }
        }
    }

    @Test
    void a_small_trail_proves_its_growth_between_all_sizes_and_no_other() {
        for (int to = 0; to <= 17; to++) {
            for (int from = 0; from <= to; from++) {
                var proof = TRAIL.consistency(from, to);
                assertThat(proof.proves(CHECKPOINTS.get(from), CHECKPOINTS.get(to)))
                        .isTrue();
                if (from > 0) {
                    assertThat(proof.proves(forged(from), CHECKPOINTS.get(to))).isFalse();
                    assertThat(proof.proves(CHECKPOINTS.get(from), forged(to))).isFalse();
                }
            }
        }
    }

    @Property(tries = 200)
    void any_entry_of_a_long_trail_is_proved(
            @ForAll @IntRange(min = 1, max = LONG) int size, @ForAll @IntRange(min = 0, max = LONG - 1) int any) {
        int place = any % size;

        var proof = TRAIL.inclusion(place, size);

        assertThat(proof.proves(ENTRIES.get(place).getBytes(UTF_8), CHECKPOINTS.get(size)))
                .isTrue();
        assertThat(proof.path()).hasSizeLessThanOrEqualTo(12);
    }

    @Property(tries = 200)
    void any_growth_of_a_long_trail_is_proved(
            @ForAll @IntRange(min = 0, max = LONG) int one, @ForAll @IntRange(min = 0, max = LONG) int other) {
        int from = Math.min(one, other);
        int to = Math.max(one, other);

        assertThat(TRAIL.consistency(from, to).proves(CHECKPOINTS.get(from), CHECKPOINTS.get(to)))
                .isTrue();
    }

    @Property(tries = 500)
    void a_proof_with_another_bit_a_hash_less_or_a_hash_more_proves_nothing(
            @ForAll @IntRange(min = 2, max = LONG) int size, @ForAll @IntRange(min = 0, max = 255) int bit) {
        var entry = ENTRIES.get(size / 2).getBytes(UTF_8);
        var path = TRAIL.inclusion(size / 2, size).path();

        for (var other : List.of(flipped(path, bit), path.subList(1, path.size()), longer(path))) {
            assertThat(new InclusionProof(size / 2, size, other).proves(entry, CHECKPOINTS.get(size)))
                    .isFalse();
        }
        var growth = TRAIL.consistency(size / 2, size).path();
        for (var other : List.of(flipped(growth, bit), growth.subList(1, growth.size()), longer(growth))) {
            assertThat(new ConsistencyProof(size / 2, size, other)
                            .proves(CHECKPOINTS.get(size / 2), CHECKPOINTS.get(size)))
                    .isFalse();
        }
    }

    @Test
    void what_is_not_there_has_no_proof() {
        assertThatThrownBy(() -> TRAIL.inclusion(3, 3)).hasMessageContaining("no entry 3 in a trail of 3");
        assertThatThrownBy(() -> TRAIL.inclusion(0, LONG + 1)).hasMessageContaining("has %d entries".formatted(LONG));
        assertThatThrownBy(() -> TRAIL.consistency(4, 3)).hasMessageContaining("does not grow from 4 entries to 3");
    }

    private static Checkpoint forged(int size) {
        var root = CHECKPOINTS.get(size).root();
        return new Checkpoint(size, (root.charAt(0) == 'a' ? 'b' : 'a') + root.substring(1));
    }

    private static List<String> flipped(List<String> path, int bit) {
        var all = new ArrayList<>(path);
        int at = bit % all.size();
        var hash = HexFormat.of().parseHex(all.get(at));
        hash[bit / 8] ^= (byte) (1 << bit % 8);
        all.set(at, HexFormat.of().formatHex(hash));
        return all;
    }

    private static List<String> longer(List<String> path) {
        var all = new ArrayList<>(path);
        all.add("0".repeat(64));
        return all;
    }
}
