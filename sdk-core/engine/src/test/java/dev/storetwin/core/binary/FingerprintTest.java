package dev.storetwin.core.binary;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class FingerprintTest {

    private static Fingerprint of(String text) {
        return Fingerprint.of(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void it_is_what_others_publish_for_the_same_text() {
        assertThat(of("hello")).hasToString("cbd8a7b341bd9b025b1e906a48ae1d19");
        assertThat(of("")).isEqualTo(Fingerprint.NONE);
    }

    @Test
    void a_million_keys_differ_in_each_half() {
        var high = new HashSet<Long>();
        var low = new HashSet<Long>();
        for (int i = 0; i < 1_000_000; i++) {
            var print = of("shop/event-" + i);
            high.add(print.high());
            low.add(print.low());
        }

        assertThat(high).hasSize(1_000_000);
        assertThat(low).hasSize(1_000_000);
    }

    @Property(tries = 200)
    void a_single_bit_changes_about_half_of_it(@ForAll @Size(min = 1, max = 40) byte[] bytes) {
        var before = Fingerprint.of(bytes);
        for (int bit = 0; bit < bytes.length * 8; bit++) {
            var changed = bytes.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            var after = Fingerprint.of(changed);

            int different = Long.bitCount(before.high() ^ after.high()) + Long.bitCount(before.low() ^ after.low());
            assertThat(different).isBetween(24, 104);
        }
    }
}
