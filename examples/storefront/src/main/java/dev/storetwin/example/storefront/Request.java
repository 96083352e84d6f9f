package dev.storetwin.example.storefront;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What somebody asks of the shop.
 *
 * @param method GET or POST
 * @param path   such as {@code /rules}
 * @param fields of the query and of the form
 */
record Request(String method, String path, Map<String, String> fields) {

    private static final int LARGEST_FORM = 10_000;

    Request {
        fields = Map.copyOf(fields);
    }

    /** @throws IllegalArgumentException when it cannot be read, or not all of it */
    static Request of(HttpExchange exchange) throws IOException {
        var fields = new LinkedHashMap<String, String>();
        read(Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse(""), fields);
        var form = exchange.getRequestBody().readNBytes(LARGEST_FORM + 1);
        if (form.length > LARGEST_FORM) {
            throw new IllegalArgumentException(
                    "A form has at most %d bytes.\nMaybe a file was posted.".formatted(LARGEST_FORM));
        }
        read(new String(form, StandardCharsets.UTF_8), fields);
        return new Request(exchange.getRequestMethod(), exchange.getRequestURI().getPath(), fields);
    }

    /** Whether a browser wants to show the answer. */
    static boolean isPage(HttpExchange exchange) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst("Accept"))
                .filter(it -> it.contains("text/html"))
                .isPresent();
    }

    private static void read(String pairs, Map<String, String> fields) {
        for (var pair : pairs.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                fields.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** For example {@code POST /rules}. */
    String route() {
        return method + " " + path;
    }

    Optional<String> field(String name) {
        return Optional.ofNullable(fields.get(name)).map(String::strip).filter(it -> !it.isEmpty());
    }

    /** @throws IllegalArgumentException when it is not there */
    String require(String name) {
        return field(name)
                .orElseThrow(() -> new IllegalArgumentException(
                        "%s needs the field '%s'.\nMaybe as curl -d %s=...".formatted(route(), name, name)));
    }
}
