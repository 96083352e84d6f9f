package dev.storetwin.core.binary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.storetwin.type.Personal;
import java.lang.invoke.MethodHandles;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What becomes of values when the records that they were written from have changed since. */
class RecordCodecTest {

    enum Size {
        SMALL,
        LARGE,
        UNKNOWN
    }

    record Code(String value) {}

    record Label(Code code, Size size, Optional<String> note, List<Code> others) {}

    record Parcel(Label label, int weight, Optional<Personal> receiver) {}

    record Crowd(Set<String> names, Map<String, Integer> ages) {}

    sealed interface Thing permits Bag, Box {}

    record Bag(String name) implements Thing {}

    record Box(String name, int width) implements Thing {}

    private static <T> RecordCodec<T> codec(Class<T> type) {
        return RecordCodec.of(type, MethodHandles.lookup());
    }

    private static <T> byte[] written(T value, Class<T> type) {
        var out = new ByteWriter();
        codec(type).write(value, out, PersonalForm.PLAIN);
        return out.toByteArray();
    }

    private static <T> T read(Class<T> type, String types, ByteWriter bytes) {
        var in = new ByteReader(bytes.toByteArray());
        var value = codec(type).reader(TypeTable.parse(types)).read(in, PersonalForm.PLAIN);
        in.expectEnd();
        return value;
    }

    @Test
    void a_table_of_types_survives_its_text() {
        var types = codec(Parcel.class).types();

        assertThat(types.toString()).isEqualTo("""
                record Code {value String}
                record Label {code Code; size Size; note Optional<String>; others List<Code>}
                record Parcel {label Label; weight int; receiver Optional<Personal>}
                enum Size {SMALL; LARGE; UNKNOWN}""");
        assertThat(TypeTable.parse(types.toString())).isEqualTo(types);
    }

    @Test
    void sets_and_maps_lie_in_one_order_whatever_order_they_have() {
        var one = new Crowd(new LinkedHashSet<>(List.of("a", "b")), new LinkedHashMap<>(Map.of("x", 1)));
        var other = new Crowd(new LinkedHashSet<>(List.of("b", "a")), new LinkedHashMap<>());
        other.ages().put("x", 1);

        assertThat(written(one, Crowd.class)).isEqualTo(written(other, Crowd.class));
    }

    @Test
    void a_component_that_came_later_is_empty_or_unknown() {
        var label = read(
                Label.class,
                "record Label {code Code}\nrecord Code {value String}",
                new ByteWriter().writeString("L-1"));

        assertThat(label).isEqualTo(new Label(new Code("L-1"), Size.UNKNOWN, Optional.empty(), List.of()));
    }

    @Test
    void components_are_told_by_their_names_not_their_places() {
        var bytes = new ByteWriter()
                .writeVarint(1)
                .writeString("L")
                .writeVarint(1)
                .writeString("M")
                .writeBoolean(false)
                .writeString("L-1");

        var label = read(Label.class, """
                record Label {size Size; maker Code; others List<Code>; note Optional<String>; code Code}
                record Code {value String}
                enum Size {SMALL; LARGE; UNKNOWN}""", bytes);

        assertThat(label).isEqualTo(new Label(new Code("L-1"), Size.LARGE, Optional.empty(), List.of(new Code("M"))));
    }

    @Test
    void what_is_gone_is_read_over_whatever_it_held() {
        var bytes = new ByteWriter();
        bytes.writeVarint(2)
                .writeString("gone/1")
                .writeVarint(3)
                .writeString("gone/2")
                .writeVarint(0);
        bytes.writeBytes(new byte[] {1, 2, 3});
        bytes.writeString("wide");
        bytes.writeZigzag(7);

        var box = read(Box.class, """
                record Box {stickers List<Sticker>; owner Personal; name String; width int}
                record Sticker {text String; colour Colour}
                enum Colour {RED; BLUE; GREEN; PINK}""", bytes);

        assertThat(box).isEqualTo(new Box("wide", 7));
    }

    @Test
    void what_had_to_be_there_may_now_be_absent() {
        var bytes = new ByteWriter().writeString("L-1").writeString("fragile");

        var label = read(Label.class, "record Label {code Code; note String}\nrecord Code {value String}", bytes);

        assertThat(label.note()).contains("fragile");
    }

    @Test
    void constants_are_told_by_their_names_and_a_strange_one_is_unknown() {
        var types = """
                record Label {code Code; size Size}
                record Code {value String}
                enum Size {LARGE; GIANT; SMALL}""";

        assertThat(read(Label.class, types, new ByteWriter().writeString("L").writeVarint(0))
                        .size())
                .isEqualTo(Size.LARGE);
        assertThat(read(Label.class, types, new ByteWriter().writeString("L").writeVarint(1))
                        .size())
                .isEqualTo(Size.UNKNOWN);
    }

    @Test
    void a_kind_that_a_newer_version_wrote_is_refused_by_name() {
        var types = """
                choice Thing {Bag; Box; Crate}
                record Bag {name String}
                record Box {name String; width int}
                record Crate {name String}""";

        assertThat(read(Thing.class, types, new ByteWriter().writeVarint(0).writeString("b")))
                .isEqualTo(new Bag("b"));
        assertThatThrownBy(() ->
                        read(Thing.class, types, new ByteWriter().writeVarint(2).writeString("c")))
                .isInstanceOf(UnsupportedBytes.class)
                .hasMessageContaining("Crate")
                .hasMessageContaining("newer version");
    }

    @Test
    void a_missing_number_is_refused_since_none_stands_for_unknown() {
        assertThatThrownBy(() -> read(Box.class, "record Box {name String}", new ByteWriter().writeString("b")))
                .isInstanceOf(UnsupportedBytes.class)
                .hasMessageContaining("width of Box");
    }

    @Test
    void a_component_of_another_type_is_refused() {
        assertThatThrownBy(() -> read(Bag.class, "record Bag {name int}", new ByteWriter().writeZigzag(1)))
                .isInstanceOf(UnsupportedBytes.class)
                .hasMessageContaining("name of Bag")
                .hasMessageContaining("int");
    }

    @Test
    void what_is_no_table_is_refused() {
        assertThatThrownBy(() -> TypeTable.parse("class Sku {value String}"))
                .isInstanceOf(UnsupportedBytes.class)
                .hasMessageContaining("class Sku");
    }

    @Test
    void a_record_of_something_that_cannot_be_written_is_refused_at_once() {
        record Wild(Object anything) {}

        assertThatThrownBy(() -> codec(Wild.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Object");
    }
}
