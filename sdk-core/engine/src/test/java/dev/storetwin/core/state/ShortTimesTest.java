package dev.storetwin.core.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.core.binary.ByteReader;
import dev.storetwin.core.binary.ByteWriter;
import java.time.Duration;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Any time is read as it was written, and those that are common are short. */
class ShortTimesTest {

    @Provide
    Arbitrary<Long> nanos() {
        var units = Arbitraries.of(1L, 1_000L, 1_000_000L, 1_000_000_000L);
        return Arbitraries.oneOf(
                Arbitraries.longs(),
                units.flatMap(unit ->
                        Arbitraries.longs().between(0, Long.MAX_VALUE / unit).map(it -> it * unit)),
                Arbitraries.of(0L, 1L, -1L, Long.MIN_VALUE, Long.MAX_VALUE));
    }

    private static byte[] bytes(int kind, long nanos, int small) {
        var out = new ByteWriter();
        ShortTimes.write(kind, nanos, small, out);
        return out.toByteArray();
    }

    @Property
    void reads_what_was_written(
            @ForAll("nanos") long nanos, @ForAll @IntRange(max = 3) int kind, @ForAll @IntRange(max = 3) int small) {
        var in = new ByteReader(bytes(kind, nanos, small));
        int head = in.readByte();

        assertThat(ShortTimes.read(head, in)).isEqualTo(nanos);
        assertThat(ShortTimes.kind(head)).isEqualTo(kind);
        assertThat(ShortTimes.small(head)).isEqualTo(small);
        assertThat(in.remaining()).isZero();
    }

    @Example
    void the_same_moment_takes_one_byte_and_half_a_year_of_seconds_four() {
        assertThat(bytes(0, 0, 0)).hasSize(1);
        assertThat(bytes(0, Duration.ofDays(180).toNanos(), 0)).hasSize(4);
        assertThat(bytes(0, Duration.ofDays(40).plusMillis(1).toNanos(), 0)).hasSize(5);
    }
}
