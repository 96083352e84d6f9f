package dev.storetwin.core.memory;

import dev.storetwin.core.event.EventCodec;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Currency;

/**
 * What each file of the journal begins with: whose days and money its events are folded by, and how they are written.
 *
 * @param zone     of the shop
 * @param currency that the shop reports in
 * @param types    as {@link EventCodec#types} said
 */
record Preamble(String zone, String currency, String types) {

    private static final int PARTS = 3;

    /** Of this release, for a shop. */
    static Preamble of(ZoneId zone, Currency currency) {
        return new Preamble(zone.getId(), currency.getCurrencyCode(), EventCodec.types());
    }

    static Preamble parse(ByteBuffer bytes) throws IOException {
        var parts = StandardCharsets.UTF_8.decode(bytes.duplicate()).toString().split("\n", PARTS);
        if (parts.length < PARTS) {
            throw new IOException(
                    "A file of the journal does not say whose events it holds.\nMaybe it is not a twin's journal.");
        }
        return new Preamble(parts[0], parts[1], parts[2]);
    }

    byte[] toBytes() {
        return (zone + "\n" + currency + "\n" + types).getBytes(StandardCharsets.UTF_8);
    }

    /** Other days or another money would make other sums of the same events. */
    void requireSameShop(Preamble other, Path directory) throws IOException {
        if (!zone.equals(other.zone) || !currency.equals(other.currency)) {
            throw new IOException("""
                    %s holds a shop in %s that reports in %s, and the builder says %s and %s.
                    Maybe another directory was meant; a shop keeps its time zone and currency.""".formatted(directory, other.zone, other.currency, zone, currency));
        }
    }
}
