package dev.storetwin.shopify;

import dev.storetwin.testing.SampleMessage;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;

@Tag("data")
class ShopifyDataContractTest extends ShopifyContractTest {

    @Override
    protected Stream<SampleMessage> samples() {
        return Samples.shared();
    }
}
