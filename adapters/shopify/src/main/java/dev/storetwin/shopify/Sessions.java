package dev.storetwin.shopify;

import dev.storetwin.event.SkuQuantity;
import dev.storetwin.event.Visit;
import dev.storetwin.type.Channel;
import dev.storetwin.type.SessionId;
import dev.storetwin.type.SubjectId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Reads carts and checkouts as visits. Whoever holds their token can open them, so a session is named by its hash. */
final class Sessions {

    private static final int BYTES = 10;

    private Sessions() {}

    static Visit visit(String token, Optional<SubjectId> subject, Channel channel, ShopifyOptions options) {
        var hash = sha256(options.source() + "\ncart\n" + token);
        return new Visit(SessionId.of("v-" + HexFormat.of().formatHex(hash, 0, BYTES)), subject, channel);
    }

    static List<SkuQuantity> lines(Json body) {
        return body.each("line_items").stream()
                .map(line -> new SkuQuantity(LineNames.sku(line), LineNames.quantity(line, "quantity")))
                .toList();
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
        }
    }
}
