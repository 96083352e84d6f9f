package dev.storetwin.shopify;

import dev.storetwin.platform.PlatformMessage;
import java.io.IOException;

/** Shopify's REST Admin API, asked by the host: with its own HTTP client, address, API version and access token. */
@FunctionalInterface
public interface ShopifyApi {

    /**
     * An answer, whatever its status.
     *
     * @param status  of HTTP, such as 200 or 429
     * @param message headers and body as they came
     */
    record Answer(int status, PlatformMessage message) {}

    /**
     * Asks for one page. May wait.
     *
     * @param path what follows {@code /admin/api/<version>/}, such as {@code orders.json?limit=250}
     * @throws IOException when there is no answer
     */
    Answer get(String path) throws IOException;
}
