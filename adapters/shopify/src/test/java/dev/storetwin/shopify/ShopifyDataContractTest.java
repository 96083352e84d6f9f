package dev.storetwin.shopify;

import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;

@Tag("data")
class ShopifyDataContractTest extends ShopifyContractTest {

    @Override
    protected Stream<Sample> samples() {
        return Samples.shared();
    }
}
