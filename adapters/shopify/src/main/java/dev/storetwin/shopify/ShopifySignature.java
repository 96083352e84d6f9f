package dev.storetwin.shopify;

import dev.storetwin.platform.Hmac;
import dev.storetwin.platform.PlatformMessage;
import dev.storetwin.platform.SignatureCheck;
import dev.storetwin.platform.SignatureVerifier;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** Shopify's webhook signature: the HMAC-SHA256 of the exact body under the app's client secret, in Base64. */
public final class ShopifySignature implements SignatureVerifier {

    private final Hmac hmac;

    private ShopifySignature(List<String> secrets) {
        this.hmac = Hmac.sha256(secrets.stream()
                .filter(secret -> !secret.isBlank())
                .map(secret -> secret.getBytes(StandardCharsets.UTF_8))
                .toList());
    }

    /** With all secrets that may still be in use: while one is rotated, the old and the new. */
    public static ShopifySignature of(String... secrets) {
        return new ShopifySignature(List.of(secrets));
    }

    @Override
    public SignatureCheck verify(PlatformMessage message) {
        if (!hmac.hasSecret()) {
            return new SignatureCheck.Rejected(
                    "No secret is known.\nMaybe the app's client secret is missing in the settings.");
        }
        return new ShopifyHeaders(message)
                .signature()
                .map(signature -> verify(message, signature))
                .orElseGet(
                        () -> new SignatureCheck.Rejected(
                                "The message has no X-Shopify-Hmac-Sha256 header.\nMaybe a proxy drops it, or Shopify did not send it."));
    }

    private SignatureCheck verify(PlatformMessage message, String signature) {
        try {
            if (hmac.matches(message.body(), Base64.getDecoder().decode(signature))) {
                return new SignatureCheck.Verified();
            }
        } catch (IllegalArgumentException notBase64) {
            return new SignatureCheck.Rejected("The signature is not Base64.\nMaybe it was changed on its way.");
        }
        return new SignatureCheck.Rejected("""
                The signature does not fit the body under any secret.
                Maybe the body was decoded and encoded again, or the secret was rotated.""");
    }
}
