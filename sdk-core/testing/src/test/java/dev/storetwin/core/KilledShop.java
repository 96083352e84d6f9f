package dev.storetwin.core;

import dev.storetwin.core.journal.DurabilityOptions;
import dev.storetwin.event.StockCounted;
import dev.storetwin.testing.PlainVault;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.Quantity;
import dev.storetwin.type.Sku;
import dev.storetwin.type.Source;
import java.nio.file.Path;
import java.time.Instant;

/** A process that counts stock for ever and says after each count that it was acknowledged. It is meant to be killed. */
final class KilledShop {

    static final NodeId NODE = NodeId.of("shop");

    private KilledShop() {}

    static Sku sku(long number) {
        return Sku.of("SKU-" + number);
    }

    static StockCounted count(long number) {
        var at = Instant.EPOCH.plusSeconds(1_700_000_000 + number);
        return StockCounted.of(Source.of("till"), sku(number), NODE, Quantity.of(1 + number % 50), at);
    }

    static StoreTwinBuilder twin(Path directory) {
        return StoreTwin.builder()
                .vault(new PlainVault())
                .durability(DurabilityOptions.DEFAULT.withSnapshotEvery(200).withSegmentBytes(16_000))
                .dataDirectory(directory);
    }

    /** Arguments: the directory, and the number of the first count. */
    public static void main(String[] arguments) {
        long number = Long.parseLong(arguments[1]);
        try (var twin = twin(Path.of(arguments[0])).build()) {
            while (twin.accept(count(number)).isKnown()) {
                System.out.println(number);
                number++;
            }
        }
    }
}
