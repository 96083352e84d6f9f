package dev.storetwin.example.storefront;

import java.util.Map;

/**
 * Something that can be done from a page, by a button.
 *
 * @param method GET or POST
 * @param path   such as {@code /apply}
 * @param label  of the button
 * @param fields that are sent with it
 */
record Act(String method, String path, String label, Map<String, String> fields) {

    Act {
        fields = Map.copyOf(fields);
    }

    static Act get(String path, String label, Map<String, String> fields) {
        return new Act("GET", path, label, fields);
    }

    static Act post(String path, String label, Map<String, String> fields) {
        return new Act("POST", path, label, fields);
    }
}
