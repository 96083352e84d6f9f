package dev.storetwin.core.binary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ByteReaderTest {

    @Property
    void reads_back_what_was_written(@ForAll int one, @ForAll long two, @ForAll String text, @ForAll byte[] bytes) {
        var out = new ByteWriter(1);
        out.writeInt(one)
                .writeLong(two)
                .writeVarint(two)
                .writeZigzag(two)
                .writeString(text)
                .writeBytes(bytes);
        var in = new ByteReader(out.toByteArray());

        assertThat(in.readInt()).isEqualTo(one);
        assertThat(in.readLong()).isEqualTo(two);
        assertThat(in.readVarint()).isEqualTo(two);
        assertThat(in.readZigzag()).isEqualTo(two);
        assertThat(new ByteWriter().writeString(in.readString()).toByteArray())
                .isEqualTo(new ByteWriter().writeString(text).toByteArray());
        assertThat(in.readBytes()).isEqualTo(bytes);
        in.expectEnd();
    }

    @Test
    void small_numbers_take_one_byte() {
        assertThat(new ByteWriter().writeVarint(127).size()).isEqualTo(1);
        assertThat(new ByteWriter().writeZigzag(-64).size()).isEqualTo(1);
        assertThat(new ByteWriter().writeVarint(-1).size()).isEqualTo(10);
    }

    @Test
    void a_number_has_only_one_way_to_be_written() {
        assertThatThrownBy(() -> new ByteReader(new byte[] {(byte) 0x81, 0}).readVarint())
                .isInstanceOf(MalformedBytes.class);
    }

    @Test
    void never_reads_beyond_its_part_of_the_array() {
        var bytes = new ByteWriter().writeString("hello").writeString("world").toByteArray();
        var in = new ByteReader(bytes, 0, 6);

        assertThat(in.readString()).isEqualTo("hello");
        assertThatThrownBy(in::readByte)
                .isInstanceOf(MalformedBytes.class)
                .hasMessageContaining("byte 6")
                .hasMessageContaining("Maybe");
        assertThatThrownBy(() -> new ByteReader(bytes, 6, 3).readString()).isInstanceOf(MalformedBytes.class);
    }
}
