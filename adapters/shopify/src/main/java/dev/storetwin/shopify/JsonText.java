package dev.storetwin.shopify;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Reads bytes as JSON, exactly: no number goes through binary floating point, and nothing may follow the body. */
final class JsonText {

    private static final int LONGEST_NAME = 60;

    private static final ObjectReader READER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .readerFor(JsonNode.class);

    private JsonText() {}

    static JsonNode parse(byte[] body) {
        try (var parser = READER.createParser(body)) {
            return parse(parser);
        } catch (IOException impossible) {
            throw new UncheckedIOException("Bytes in memory can always be read.", impossible);
        }
    }

    private static JsonNode parse(JsonParser parser) throws IOException {
        try {
            JsonNode node = READER.readValue(parser);
            if (node == null || node.isMissingNode()) {
                throw new MalformedBody("$", "The body is empty, expected a JSON object.");
            }
            return node;
        } catch (JsonProcessingException broken) {
            throw new MalformedBody(where(parser.getParsingContext().pathAsPointer()), why(broken));
        }
    }

    /** Jackson's own words may quote the body. */
    private static String why(JsonProcessingException broken) {
        var location = broken.getLocation();
        var at = location == null
                ? ""
                : " at line %d, column %d".formatted(location.getLineNr(), location.getColumnNr());
        return "The body is not JSON%s, or is nested or numbered beyond reason.\nMaybe it was cut or decoded on its way."
                .formatted(at);
    }

    private static String where(JsonPointer pointer) {
        var path = new StringBuilder("$");
        for (var step = pointer; !step.matches(); step = step.tail()) {
            if (step.mayMatchElement()) {
                path.append('[').append(step.getMatchingIndex()).append(']');
            } else {
                path.append('.').append(shortened(step.getMatchingProperty()));
            }
            if (path.length() > 10 * LONGEST_NAME) {
                return path.append("...").toString();
            }
        }
        return path.toString();
    }

    private static String shortened(String name) {
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME) + "...";
    }
}
