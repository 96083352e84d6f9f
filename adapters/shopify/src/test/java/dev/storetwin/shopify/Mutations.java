package dev.storetwin.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Changes one node of a JSON tree at a time, and always changes it back. */
final class Mutations {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** One of each type, and the values that a field of a platform may well have. */
    static final List<JsonNode> VALUES = List.of(
            JSON.nullNode(),
            JSON.textNode(""),
            JSON.textNode("something else"),
            JSON.textNode("7"),
            JSON.textNode("USD"),
            JSON.textNode("won"),
            JSON.textNode("void"),
            JSON.textNode("closed"),
            JSON.textNode("2001-02-03T04:05:06Z"),
            JSON.textNode("a\u0000b" + "c".repeat(600)),
            JSON.numberNode(0),
            JSON.numberNode(7),
            JSON.numberNode(-7.25),
            JSON.numberNode(new BigInteger("9".repeat(400))),
            JSON.numberNode(new BigDecimal("1e99999")),
            JSON.booleanNode(true),
            JSON.booleanNode(false),
            JSON.arrayNode(),
            JSON.arrayNode().add(JSON.nullNode()),
            JSON.objectNode());

    private Mutations() {}

    /** Calls for every value in place of every node below the root, and for every node taken away. */
    static void each(JsonNode root, Runnable changed) {
        if (root instanceof ObjectNode object) {
            for (var name : names(object)) {
                each(object, name, changed);
                each(object.get(name), changed);
            }
        } else if (root instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                each(array, i, changed);
                each(array.get(i), changed);
            }
        }
    }

    /** Calls for every value in place of one field, and for the field taken away. */
    static void each(ObjectNode object, String name, Runnable changed) {
        var before = object.get(name);
        VALUES.forEach(value -> with(() -> object.set(name, value), changed));
        object.set(name, before);
        withoutKeepingOrder(object, name, changed);
    }

    private static void withoutKeepingOrder(ObjectNode object, String name, Runnable changed) {
        var before = object.remove(name);
        changed.run();
        object.set(name, before);
    }

    private static void each(ArrayNode array, int index, Runnable changed) {
        var before = array.get(index);
        VALUES.forEach(value -> with(() -> array.set(index, value), changed));
        array.set(index, before);
    }

    private static void with(Runnable change, Runnable changed) {
        change.run();
        changed.run();
    }

    static List<String> names(JsonNode object) {
        var names = new ArrayList<String>();
        for (Iterator<String> it = object.fieldNames(); it.hasNext(); ) {
            names.add(it.next());
        }
        return names;
    }

    /** All texts that stand under one of these field names. */
    static void texts(JsonNode node, Set<String> fields, Consumer<String> found) {
        for (var name : names(node)) {
            var value = node.get(name);
            if (fields.contains(name) && value.isTextual()) {
                found.accept(value.textValue());
            }
        }
        node.forEach(child -> texts(child, fields, found));
    }
}
