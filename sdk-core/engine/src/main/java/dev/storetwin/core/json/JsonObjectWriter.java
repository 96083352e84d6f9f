package dev.storetwin.core.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * One JSON object being written, field by field in the order of the calls: the same calls give the same bytes. What is absent is left
 * out. A name may be written once.
 */
public final class JsonObjectWriter {

    private static final JsonFactory FACTORY = JsonFormat.writing();
    private static final int SHORT = 1024;

    private final JsonGenerator out;
    private final FieldNames names = new FieldNames();

    private JsonObjectWriter(JsonGenerator out) {
        this.out = out;
    }

    /** The object on one line in UTF-8, without a line end. */
    public static byte[] write(Consumer<JsonObjectWriter> fields) {
        return write(SHORT, fields);
    }

    /**
     * The same of a long object.
     *
     * @param length bytes to make room for, about as many as it will have
     */
    public static byte[] write(int length, Consumer<JsonObjectWriter> fields) {
        var bytes = new ByteArrayOutputStream(length);
        try (var out = FACTORY.createGenerator(bytes)) {
            new JsonObjectWriter(out).braces(fields);
        } catch (IOException unwritable) {
            throw new UncheckedIOException("A JSON object cannot be written.", unwritable);
        }
        return bytes.toByteArray();
    }

    public JsonObjectWriter text(String name, String value) {
        return field(name, () -> out.writeString(wellFormed(value)));
    }

    public JsonObjectWriter text(String name, Optional<String> value) {
        value.ifPresent(it -> text(name, it));
        return this;
    }

    public JsonObjectWriter whole(String name, long value) {
        return field(name, () -> out.writeNumber(value));
    }

    /** Every digit, never in scientific notation. */
    public JsonObjectWriter exact(String name, BigDecimal value) {
        return field(name, () -> out.writeNumber(value));
    }

    /** The shortest digits that read back as the same double. JSON has no word for NaN and infinity: they become null. */
    public JsonObjectWriter number(String name, double value) {
        return field(name, () -> {
            if (Double.isFinite(value)) {
                out.writeNumber(value);
            } else {
                out.writeNull();
            }
        });
    }

    public JsonObjectWriter flag(String name, boolean value) {
        return field(name, () -> out.writeBoolean(value));
    }

    public JsonObjectWriter object(String name, Consumer<JsonObjectWriter> fields) {
        return field(name, () -> braces(fields));
    }

    public <T> JsonObjectWriter objects(String name, List<T> items, BiConsumer<JsonObjectWriter, T> fields) {
        return field(name, () -> {
            out.writeStartArray();
            for (var item : items) {
                braces(it -> fields.accept(it, item));
            }
            out.writeEndArray();
        });
    }

    public JsonObjectWriter texts(String name, List<String> values) {
        return field(name, () -> {
            out.writeStartArray();
            for (var value : values) {
                out.writeString(wellFormed(value));
            }
            out.writeEndArray();
        });
    }

    private void braces(Consumer<JsonObjectWriter> fields) throws IOException {
        int mark = names.open();
        out.writeStartObject();
        fields.accept(this);
        out.writeEndObject();
        names.close(mark);
    }

    private JsonObjectWriter field(String name, Value value) {
        try {
            name(wellFormed(name));
            value.write();
            return this;
        } catch (IOException unwritable) {
            throw new UncheckedIOException("The JSON field '%s' cannot be written.".formatted(name), unwritable);
        }
    }

    private void name(String name) throws IOException {
        if (!names.add(name)) {
            throw new IOException("The object has a field '%s' already.".formatted(name));
        }
        out.writeFieldName(name);
    }

    /** Half a surrogate pair, as a badly cut name ends with, has no UTF-8: it becomes the replacement character. */
    private static String wellFormed(String text) {
        return isPlain(text)
                ? text
                : text.codePoints()
                        .map(it -> isHalfAPair(it) ? '\uFFFD' : it)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isHalfAPair(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }

    private interface Value {
        void write() throws IOException;
    }
}
