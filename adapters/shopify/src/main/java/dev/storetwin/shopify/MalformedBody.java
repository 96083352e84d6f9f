package dev.storetwin.shopify;

/** A body, or a part of it, is not what Shopify would send. It never leaves this package: the translator turns it into a quarantine. */
final class MalformedBody extends RuntimeException {

    private final String path;

    /**
     * Neither text may hold a value of the body.
     *
     * @param path   where, such as {@code $.line_items[2].quantity}
     * @param reason what was expected
     */
    MalformedBody(String path, String reason) {
        super(reason, null, false, false);
        this.path = path;
    }

    String path() {
        return path;
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
