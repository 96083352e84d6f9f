package dev.storetwin.core.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.event.EventKey;
import dev.storetwin.type.Source;
import java.util.HashSet;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** A window recognises the last keys, and which ones does not depend on how they were batched. */
class SeenKeysTest {

    private static long hash(int number) {
        return SeenKeys.hash(new EventKey(Source.of("shop"), "view-" + number));
    }

    private static SeenKeys filled(SeenKeys window, int from, int until, int batch) {
        var filled = window;
        for (int start = from; start < until; start += batch) {
            var editor = filled.edit();
            for (int i = start; i < Math.min(until, start + batch); i++) {
                editor.add(hash(i));
            }
            filled = editor.done();
        }
        return filled;
    }

    @Property(tries = 30)
    void the_last_keys_are_recognised_and_memory_is_bounded(@ForAll @IntRange(min = 1, max = 60_000) int keys) {
        int capacity = 10_000;
        var window = filled(SeenKeys.of(capacity), 0, keys, 997);

        for (int i = Math.max(0, keys - capacity); i < keys; i++) {
            assertThat(window.contains(hash(i))).isTrue();
        }
        int known = 0;
        for (int i = 0; i < keys; i++) {
            known += window.contains(hash(i)) ? 1 : 0;
        }
        assertThat(known).isLessThanOrEqualTo(capacity * 4);
        assertThat(window.contains(hash(-1))).isFalse();
    }

    @Property(tries = 30)
    void batches_do_not_matter(
            @ForAll @IntRange(min = 1, max = 500) int batch, @ForAll @IntRange(min = 1, max = 9_000) int keys) {
        var one = filled(SeenKeys.of(1_000), 0, keys, batch);
        var other = filled(SeenKeys.of(1_000), 0, keys, 1);

        for (int i = 0; i < keys; i++) {
            assertThat(one.contains(hash(i))).isEqualTo(other.contains(hash(i)));
        }
    }

    @Example
    void a_key_is_new_once_and_a_window_never_changes() {
        var window = filled(SeenKeys.of(1_000), 0, 10, 10);
        var editor = window.edit();

        assertThat(editor.add(hash(3))).isFalse();
        assertThat(editor.add(hash(11))).isTrue();
        assertThat(editor.add(hash(11))).isFalse();

        assertThat(window.contains(hash(11))).isFalse();
        assertThat(editor.done().contains(hash(11))).isTrue();
    }

    @Example
    void keys_of_real_events_hardly_ever_share_a_hash() {
        var chance = new Random(7);
        var hashes = new HashSet<Long>();
        for (int i = 0; i < 200_000; i++) {
            hashes.add(
                    SeenKeys.hash(new EventKey(Source.of("s" + i % 3), Integer.toString(chance.nextInt(3) + i * 3))));
        }

        assertThat(hashes).hasSize(200_000);
    }
}
