package dev.storetwin.core.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonDocumentTest {

    @Test
    void reads_fields_of_the_object_itself() throws MalformedJson {
        var document = JsonDocument.parse("{\"seq\":12,\"kind\":\"note\",\"in\":{\"seq\":13}}".getBytes(UTF_8));

        assertThat(document.whole("seq")).hasValue(12);
        assertThat(document.text("kind")).contains("note");
    }

    @Test
    void answers_nothing_for_a_field_of_another_kind() throws MalformedJson {
        var document =
                JsonDocument.parse("{\"seq\":\"12\",\"share\":0.5,\"huge\":9223372036854775808}".getBytes(UTF_8));

        assertThat(document.whole("seq")).isEmpty();
        assertThat(document.whole("share")).isEmpty();
        assertThat(document.whole("huge")).isEmpty();
        assertThat(document.text("share")).isEmpty();
        assertThat(document.text("nowhere")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "[]",
                "null",
                "12",
                "{\"a\":1",
                "{\"a\":1}}",
                "{\"a\":1} {}",
                "{\"a\":1,\"a\":1}",
                "{\"b\":{\"a\":1,\"a\":2}}",
                "{'a':1}",
                "{a:1}",
                "{\"a\":01}",
                "{\"a\":NaN}",
                "{\"a\":1,}",
                "{/* why */}",
                "\uFEFF{}"
            })
    void refuses_anything_else(String text) {
        assertThatThrownBy(() -> JsonDocument.parse(text.getBytes(UTF_8))).isInstanceOf(MalformedJson.class);
    }

    @Test
    void refuses_other_encodings() {
        assertThatThrownBy(() -> JsonDocument.parse("{\"name\":\"é\"}".getBytes(ISO_8859_1)))
                .isInstanceOf(MalformedJson.class)
                .hasMessageContaining("UTF-8");
    }

    @Test
    void refuses_an_object_that_is_nested_too_deeply_to_read() {
        var deep = "{\"a\":".repeat(5_000) + "1" + "}".repeat(5_000);

        assertThatThrownBy(() -> JsonDocument.parse(deep.getBytes(UTF_8))).isInstanceOf(MalformedJson.class);
    }
}
