package dev.storetwin.shopify;

import dev.storetwin.platform.PayloadTranslator;
import dev.storetwin.platform.PlatformMessage;
import dev.storetwin.testing.PayloadTranslatorContract;
import dev.storetwin.testing.SampleMessage;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

class ShopifyContractTest extends PayloadTranslatorContract {

    @Override
    protected PayloadTranslator translator() {
        return ShopifyTranslator.of(Samples.OPTIONS);
    }

    @Override
    protected Stream<SampleMessage> samples() {
        return Samples.invented();
    }

    @Override
    protected void damage(PlatformMessage message, Consumer<PlatformMessage> damaged) {
        var json = Samples.json(message.body());
        Mutations.each(json, () -> damaged.accept(with(message, Samples.bytes(json))));
    }

    @Override
    protected PlatformMessage delivered(PlatformMessage message, String deliveryId) {
        var delivered = PlatformMessage.of(
                Map.of("X-Shopify-Webhook-Id", deliveryId, "X-Shopify-Triggered-At", "2025-03-31T08:00:00.123456789Z"),
                message.body(),
                message.receivedAt());
        return message.topic().map(delivered::withTopic).orElse(delivered);
    }
}
