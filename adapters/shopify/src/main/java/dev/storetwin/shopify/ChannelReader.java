package dev.storetwin.shopify;

import dev.storetwin.type.Channel;
import java.util.Optional;

/** Reads where something was sold. */
final class ChannelReader {

    private static final String ONLINE_STORE = "web";

    private ChannelReader() {}

    static Shape declare(Shape shape) {
        return shape.reads("source_name", "channel")
                .reads("location_id", "channel, where the options name one for it; the origin of what a till sells")
                .reads("app_id", "channel, where the options name one for it");
    }

    /** As the options name it by location, by {@code source_name} or by app; else a word in {@code source_name}; else the usual one. */
    static Channel read(Json body, ShopifyOptions options) {
        var sourceName = body.text("source_name");
        return named(options, "location:", body.id("location_id"))
                .or(() -> named(options, "", sourceName))
                .or(() -> named(options, "app:", body.id("app_id")))
                .or(() ->
                        sourceName.filter(ChannelReader::isAWord).flatMap(word -> body.as("source_name", Channel::of)))
                .orElse(options.channel());
    }

    static Optional<Channel> named(ShopifyOptions options, String prefix, Optional<String> key) {
        return key.flatMap(it -> Optional.ofNullable(options.channels().get(prefix + it)));
    }

    /** Other apps stand there by their number. */
    private static boolean isAWord(String sourceName) {
        return !sourceName.equals(ONLINE_STORE) && !sourceName.chars().allMatch(Character::isDigit);
    }
}
