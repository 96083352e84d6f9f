package dev.storetwin.core.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class JsonObjectWriterTest {

    @Test
    void keeps_the_order_of_the_calls() {
        var json = written(it -> it.whole("b", 1).flag("a", true).object("z", inner -> inner.text("y", "x")));

        assertThat(json).isEqualTo("{\"b\":1,\"a\":true,\"z\":{\"y\":\"x\"}}");
    }

    @Test
    void leaves_out_what_is_absent() {
        var json = written(it -> it.text("sku", Optional.of("MUG")).text("node", Optional.empty()));

        assertThat(json).isEqualTo("{\"sku\":\"MUG\"}");
    }

    @Test
    void writes_lists() {
        var json = written(it ->
                it.texts("words", List.of("a", "b")).objects("rows", List.of(1L, 2L), (row, n) -> row.whole("n", n)));

        assertThat(json).isEqualTo("{\"words\":[\"a\",\"b\"],\"rows\":[{\"n\":1},{\"n\":2}]}");
    }

    @Test
    void writes_every_digit_of_an_exact_number_and_no_exponent() {
        var json = written(it -> it.exact("tiny", new BigDecimal("1E-12")).exact("round", new BigDecimal("1E+3")));

        assertThat(json).isEqualTo("{\"tiny\":0.000000000001,\"round\":1000}");
    }

    /** JDK 17 itself prints 2.0E-3 and 2.0000000000000002E23 for the first two. */
    @Test
    void writes_the_shortest_digits_of_a_double_on_every_jdk() {
        var json = written(it -> it.number("a", 2e-3).number("b", 2e23).number("c", 0.1 + 0.2));

        assertThat(json).isEqualTo("{\"a\":0.002,\"b\":2.0E23,\"c\":0.30000000000000004}");
    }

    @Test
    void writes_null_for_what_json_has_no_number_for() {
        var json = written(it -> it.number("nan", Double.NaN).number("endless", Double.NEGATIVE_INFINITY));

        assertThat(json).isEqualTo("{\"nan\":null,\"endless\":null}");
    }

    @Test
    void stays_on_one_line_and_escapes_what_would_end_it() {
        var json = written(it -> it.text("name", "a\nb\r\"c\"\\\u0000"));

        assertThat(json).isEqualTo("{\"name\":\"a\\nb\\r\\\"c\\\"\\\\\\u0000\"}");
    }

    @Test
    void writes_other_alphabets_as_they_are() {
        var json = written(it -> it.text("name", "Tasse 茶碗 😀"));

        assertThat(json).isEqualTo("{\"name\":\"Tasse 茶碗 😀\"}");
    }

    @Test
    void replaces_half_a_surrogate_pair() {
        var json = written(it -> it.text("name", "cut \uD83D"));

        assertThat(json).isEqualTo("{\"name\":\"cut \uFFFD\"}");
    }

    @Test
    void refuses_a_name_twice() {
        assertThatThrownBy(() -> written(it -> it.whole("a", 1).whole("a", 2)))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("'a'");
    }

    @Test
    void an_object_inside_has_names_of_its_own() {
        assertThat(written(it -> it.object("a", inner -> inner.whole("a", 1)).whole("b", 2)))
                .isEqualTo("{\"a\":{\"a\":1},\"b\":2}");
        assertThatThrownBy(() -> written(it -> it.whole("a", 1)
                        .object("b", inner -> inner.whole("c", 1))
                        .whole("a", 2)))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("'a'");
    }

    @Test
    void refuses_a_name_twice_among_many() {
        assertThatThrownBy(() -> written(it -> {
                    for (int i = 0; i < 200; i++) {
                        it.whole("name " + i, i);
                    }
                    it.whole("name 100", 1);
                }))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("'name 100'");
    }

    @Property
    void a_double_reads_back_as_itself(@ForAll double value) {
        var json = written(it -> it.number("v", value));

        assertThat(Double.parseDouble(json.substring(5, json.length() - 1))).isEqualTo(value);
    }

    @Property
    void any_text_is_strict_json_on_one_line(@ForAll String text) throws MalformedJson {
        var bytes = JsonObjectWriter.write(it -> it.text("v", text));

        assertThat(new String(bytes, UTF_8)).doesNotContain("\n").doesNotContain("\r");
        assertThat(JsonDocument.parse(bytes).text("v")).contains(wellFormed(text));
    }

    private static String wellFormed(String text) {
        var out = new StringBuilder();
        text.codePoints()
                .forEach(it -> out.appendCodePoint(Character.getType(it) == Character.SURROGATE ? 0xFFFD : it));
        return out.toString();
    }

    private static String written(Consumer<JsonObjectWriter> fields) {
        return new String(JsonObjectWriter.write(fields), UTF_8);
    }
}
