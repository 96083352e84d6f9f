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
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** One JSON object that was read strictly: valid UTF-8, no name twice, nothing after it. */
public final class JsonDocument {

    private static final ObjectReader STRICT = JsonMapper.builder(JsonFormat.reading())
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

    /** The number of a field of the object itself; empty when there is no such field or it holds something else, such as null. */
    public Optional<BigDecimal> exact(String name) {
        var value = root.path(name);
        return value.isNumber() ? Optional.of(value.decimalValue()) : Optional.empty();
    }

    /** The yes or no of a field of the object itself; empty when there is no such field or it holds something else. */
    public Optional<Boolean> flag(String name) {
        var value = root.path(name);
        return value.isBoolean() ? Optional.of(value.booleanValue()) : Optional.empty();
    }

    /** The object in a field; empty when there is no such field or it holds something else. */
    public Optional<JsonDocument> object(String name) {
        var value = root.path(name);
        return value.isObject() ? Optional.of(new JsonDocument(value)) : Optional.empty();
    }

    /** The objects in the list of a field; none when there is no such field. What is no object is left out. */
    public List<JsonDocument> objects(String name) {
        return items(name).filter(JsonNode::isObject).map(JsonDocument::new).toList();
    }

    /** The texts in the list of a field; none when there is no such field. What is no text is left out. */
    public List<String> texts(String name) {
        return items(name).filter(JsonNode::isTextual).map(JsonNode::textValue).toList();
    }

    private Stream<JsonNode> items(String name) {
        var value = root.path(name);
        return value.isArray() ? StreamSupport.stream(value.spliterator(), false) : Stream.empty();
    }

    /** All fields of the object itself that hold text. */
    public SortedMap<String, String> texts() {
        var texts = new TreeMap<String, String>();
        root.properties().stream()
                .filter(it -> it.getValue().isTextual())
                .forEach(it -> texts.put(it.getKey(), it.getValue().textValue()));
        return texts;
    }

    /** Everything that is no object and no list, by where it stands, such as {@code lines[2].price.amount}. An empty list is a leaf. */
    public SortedMap<String, String> leaves() {
        var leaves = new TreeMap<String, String>();
        collect("", root, leaves);
        return leaves;
    }

    private static void collect(String path, JsonNode node, SortedMap<String, String> leaves) {
        if (node.isObject()) {
            node.properties()
                    .forEach(it ->
                            collect(path.isEmpty() ? it.getKey() : path + "." + it.getKey(), it.getValue(), leaves));
        } else if (node.isArray() && !node.isEmpty()) {
            for (int i = 0; i < node.size(); i++) {
                collect(path + "[" + i + "]", node.get(i), leaves);
            }
        } else {
            leaves.put(path, node.isTextual() ? node.textValue() : node.toString());
        }
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
