package dev.storetwin.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * One kind of body: how to know it, and who translates it.
 *
 * @param name       in the words of the documentation
 * @param topics     of its webhooks; {@code discounts/*} stands for all of a group
 * @param wrappers   the names that the REST API puts around one of it, or around a list of them
 * @param tells      fields that only this kind has together; any of these groups tells it, where there is no topic
 * @param translator who reads it
 */
record Kind(
        String name, List<String> topics, List<String> wrappers, List<List<String>> tells, BodyTranslator translator) {

    private static final String GRAPHQL_ID = "admin_graphql_api_id";

    static Kind of(String name, BodyTranslator translator) {
        return new Kind(name, List.of(), List.of(), List.of(), translator);
    }

    /** With these topics, with spaces between. */
    Kind topics(String named) {
        return new Kind(name, List.of(named.split(" ", -1)), wrappers, tells, translator);
    }

    /** Wrapped by the REST API in these names, with spaces between. */
    Kind wrapped(String named) {
        return new Kind(name, topics, List.of(named.split(" ", -1)), tells, translator);
    }

    /** Told by these fields together, with spaces between, or by those of an earlier call. */
    Kind toldBy(String fields) {
        var more = new ArrayList<>(tells);
        more.add(List.of(fields.split(" ", -1)));
        return new Kind(name, topics, wrappers, List.copyOf(more), translator);
    }

    /** Told by the type within its GraphQL id, which the bodies of deletions have too. */
    Kind toldById(String type) {
        return toldBy(GRAPHQL_ID + "=" + type);
    }

    /** Whether it is known and left on purpose. */
    boolean isLeft() {
        return translator instanceof LeftBody;
    }

    boolean hasTopic(String topic) {
        return topics.contains(topic);
    }

    boolean hasTopicGroup(String topic) {
        return topics.stream().anyMatch(it -> it.endsWith("*") && topic.startsWith(it.substring(0, it.length() - 1)));
    }

    boolean isToldBy(JsonNode body) {
        return tells.stream().anyMatch(tell -> tell.stream().allMatch(it -> holds(body, it)));
    }

    private static boolean holds(JsonNode body, String tell) {
        var type = tell.substring(tell.indexOf('=') + 1);
        return type.equals(tell)
                ? body.has(tell)
                : body.path(GRAPHQL_ID).asText().startsWith("gid://shopify/" + type + "/");
    }
}
