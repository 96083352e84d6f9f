package dev.storetwin.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a message holds once it is opened: bodies of one kind. A webhook sends a body as it is; the REST API wraps it in its name, or
 * several of them in a list.
 */
record Envelope(Kind kind, List<Json> bodies) {

    /** What the API adds next to the one thing that it answers with. */
    private static final String NOTICE = "notice";

    static Envelope open(Optional<String> topic, JsonNode message) {
        if (!message.isObject()) {
            throw new MalformedBody("$", "Expected an object, not " + Scalars.typeOf(message) + ".");
        }
        var wrapper = wrapper(message);
        var kind = topic.flatMap(Kinds::ofTopic)
                .or(() -> wrapper.flatMap(Kinds::ofWrapper))
                .or(() -> Kinds.toldBy(message))
                .orElseThrow(() -> new MalformedBody("$", """
                        Neither the topic nor the fields tell what kind of body this is.
                        Maybe the topic header was dropped, or the topic is newer than this adapter."""));
        return wrapper.filter(name -> !kind.isLeft() && kind.wrappers().contains(name))
                .map(name -> new Envelope(kind, unwrapped(kind, message.get(name), "$." + name)))
                .orElseGet(() -> new Envelope(
                        kind, List.of(Json.of(message, "$", kind.translator().shape()))));
    }

    /** The only field, next to a notice. */
    private static Optional<String> wrapper(JsonNode message) {
        var names = message.properties().stream()
                .map(Map.Entry::getKey)
                .filter(name -> !name.equals(NOTICE))
                .limit(2)
                .toList();
        return names.size() == 1 ? Optional.of(names.get(0)) : Optional.empty();
    }

    private static List<Json> unwrapped(Kind kind, JsonNode content, String path) {
        var shape = kind.translator().shape();
        if (!content.isArray()) {
            return List.of(Json.of(content, path, shape));
        }
        var bodies = new ArrayList<Json>();
        for (var item : content) {
            bodies.add(Json.of(item, path + "[" + bodies.size() + "]", shape));
        }
        return bodies;
    }

    void translate(Facts facts) {
        bodies.forEach(body -> kind.translator().translate(body, facts));
        if (bodies.isEmpty()) {
            facts.leave("It is an empty list.");
        }
    }
}
