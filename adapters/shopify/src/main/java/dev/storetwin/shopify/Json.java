package dev.storetwin.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One object of a body, which knows where it stands and what may be read of it. What is missing or null is empty; what is of the wrong
 * type makes the whole body malformed, so that no body is ever half translated.
 */
final class Json {

    private final JsonNode node;
    private final String path;
    private final Shape shape;

    private Json(JsonNode node, String path, Shape shape) {
        this.node = node;
        this.path = path;
        this.shape = shape;
    }

    static Json of(JsonNode node, String path, Shape shape) {
        if (!node.isObject()) {
            throw new MalformedBody(path, "Expected an object, not " + Scalars.typeOf(node) + ".");
        }
        return new Json(node, path, shape);
    }

    /** Whether the field is there at all, be it null. */
    boolean has(String field) {
        return node.has(field);
    }

    /** Whether this object is there at all. */
    boolean isPresent() {
        return node.isObject();
    }

    /** An object within; one that is not there has no fields. */
    Json at(String field) {
        var within = node.path(field);
        var shapeWithin = shape.within(field);
        return isAbsent(within)
                ? new Json(within, path + "." + field, shapeWithin)
                : of(within, path + "." + field, shapeWithin);
    }

    /** The objects of a list; none where there is no list. */
    List<Json> each(String field) {
        var list = node.path(field);
        if (isAbsent(list)) {
            return List.of();
        }
        if (!list.isArray()) {
            throw malformed(field, "Expected a list, not " + Scalars.typeOf(list) + ".");
        }
        var items = new ArrayList<Json>();
        for (var item : list) {
            items.add(of(item, path + "." + field + "[" + items.size() + "]", shape.within(field)));
        }
        return items;
    }

    /** Text that is not blank. A number counts as the text of its digits. */
    Optional<String> text(String field) {
        return read(field, Scalars::text);
    }

    /** An identifier made of a text, which it may refuse. */
    <T> Optional<T> as(String field, Function<String, T> identifier) {
        return text(field).map(value -> {
            try {
                return identifier.apply(value);
            } catch (IllegalArgumentException refused) {
                throw malformed(field, String.valueOf(refused.getMessage()));
            }
        });
    }

    /** An id as a number, as text or in the form of the GraphQL API; zero is none. */
    Optional<String> id(String field) {
        return read(field, Scalars::id);
    }

    /** The object's own id, without which there is nothing to tell. */
    String ownId() {
        return id("id").or(() -> id("admin_graphql_api_id"))
                .orElseThrow(() -> malformed("id", "Expected the id of the %s.".formatted(shape.name())));
    }

    /** A number, which Shopify often sends as text. */
    Optional<BigDecimal> number(String field) {
        return read(field, Scalars::number);
    }

    Optional<Boolean> flag(String field) {
        return read(field, Scalars::flag);
    }

    Optional<Instant> moment(String field) {
        return read(field, Scalars::moment);
    }

    MalformedBody malformed(String field, String reason) {
        return new MalformedBody(path + "." + field, reason);
    }

    private <T> Optional<T> read(String field, Function<JsonNode, Optional<T>> reading) {
        assert shape.reads(field) : shape.name() + "." + field + " is read but not declared";
        var value = node.path(field);
        try {
            return isAbsent(value) ? Optional.empty() : reading.apply(value);
        } catch (Scalars.Unreadable unreadable) {
            throw malformed(field, unreadable.expectation());
        }
    }

    private static boolean isAbsent(JsonNode node) {
        return node.isMissingNode() || node.isNull();
    }
}
