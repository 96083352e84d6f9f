package dev.storetwin.core.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** One JSON object that was read strictly: valid UTF-8, no name twice, nothing after it. */
public final class JsonDocument {

    private static final ObjectReader STRICT = JsonMapper.builder(JsonFormat.factory())
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build()
            .readerFor(JsonNode.class);

    private final JsonNode root;

    private JsonDocument(JsonNode root) {
        this.root = root;
    }

    /**
     * Reads an object.
     *
     * @throws MalformedJson when the bytes are anything else
     */
    public static JsonDocument parse(byte[] utf8) throws MalformedJson {
        try {
            JsonNode root = STRICT.readTree(decode(utf8));
            if (!root.isObject()) {
                throw new MalformedJson("a JSON object was expected");
            }
            return new JsonDocument(root);
        } catch (JsonProcessingException broken) {
            throw new MalformedJson(firstLine(broken.getOriginalMessage()));
        }
    }

    /** The whole number of a field of the object itself; empty when there is no such field or it holds something else. */
    public OptionalLong whole(String name) {
        var value = root.path(name);
        return value.isIntegralNumber() && value.canConvertToLong()
                ? OptionalLong.of(value.longValue())
                : OptionalLong.empty();
    }

    /** The text of a field of the object itself; empty when there is no such field or it holds something else. */
    public Optional<String> text(String name) {
        return Optional.ofNullable(root.path(name).textValue());
    }

    /** The exact number of a field; empty when there is no such field or it holds something else. */
    public Optional<BigDecimal> decimal(String name) {
        var value = root.path(name);
        return value.isNumber() ? Optional.of(value.decimalValue()) : Optional.empty();
    }

    /** The object of a field; empty when there is no such field or it holds something else. */
    public Optional<JsonDocument> object(String name) {
        var value = root.path(name);
        return value.isObject() ? Optional.of(new JsonDocument(value)) : Optional.empty();
    }

    /** The objects in the list of a field, in order; none when there is no such field or it holds something else. */
    public List<JsonDocument> objects(String name) {
        var found = new ArrayList<JsonDocument>();
        for (var value : root.path(name)) {
            if (root.path(name).isArray() && value.isObject()) {
                found.add(new JsonDocument(value));
            }
        }
        return List.copyOf(found);
    }

    private static String decode(byte[] utf8) throws MalformedJson {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString();
        } catch (CharacterCodingException broken) {
            throw new MalformedJson("it is not valid UTF-8");
        }
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("it cannot be parsed");
    }
}
