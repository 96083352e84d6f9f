package dev.storetwin.shopify;

import dev.storetwin.platform.PayloadTranslator;
import dev.storetwin.platform.PlatformMessage;
import dev.storetwin.platform.Translation;

/**
 * Tells in events what a Shopify body says, whether it came as a webhook or was read from the REST API. The topic decides what a body is;
 * without one its fields do.
 */
public final class ShopifyTranslator implements PayloadTranslator {

    private final ShopifyOptions options;

    private ShopifyTranslator(ShopifyOptions options) {
        this.options = options;
    }

    public static ShopifyTranslator of(ShopifyOptions options) {
        return new ShopifyTranslator(options);
    }

    @Override
    public Translation translate(PlatformMessage message) {
        var headers = new ShopifyHeaders(message);
        if (headers.isSample()) {
            return new Translation.Ignored("A sample that the admin sent on request: nothing happened.");
        }
        try {
            var facts = new Facts(options, headers);
            Envelope.open(headers.topic(), JsonText.parse(message.body())).translate(facts);
            return facts.asTranslation();
        } catch (MalformedBody malformed) {
            return new Translation.Quarantined(malformed.reason(), malformed.path());
        }
    }
}
