package dev.storetwin.benchmarks.memory;

import dev.storetwin.core.binary.Fingerprint;
import dev.storetwin.state.SalesHistory;
import dev.storetwin.state.TwinState;
import dev.storetwin.type.OrderId;
import dev.storetwin.type.Sku;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** All that a state's views say about a made-up shop, line by line: it does not know how the state keeps what it says. */
final class Outlook {

    private final TwinState state;
    private final MadeUpShop shop;
    private final List<OrderId> orders;
    private final LocalDate from;
    private final LocalDate until;

    /**
     * @param orders that are asked for
     * @param from   first day of sales
     * @param until  first day after
     */
    Outlook(TwinState state, MadeUpShop shop, List<OrderId> orders, LocalDate from, LocalDate until) {
        this.state = state;
        this.shop = shop;
        this.orders = orders;
        this.from = from;
        this.until = until;
    }

    Fingerprint fingerprint() {
        var all = new Fingerprint[] {Fingerprint.NONE};
        lines().forEach(line -> {
            var bytes = line.getBytes(StandardCharsets.UTF_8);
            all[0] = all[0].and(bytes, 0, bytes.length);
        });
        return all[0];
    }

    Stream<String> lines() {
        return Stream.of(
                        Stream.of("orders %d customers %d skus %s channels %s nodes %s from %s to %s"
                                .formatted(
                                        state.orders().count(),
                                        state.customers().count(),
                                        state.catalog().skus().size(),
                                        state.network().channels(),
                                        state.network().nodes(),
                                        state.demand().firstDay(),
                                        state.demand().lastDay())),
                        orders.stream().map(it -> it + " " + state.orders().find(it)),
                        shop.shoppers().stream()
                                .map(it -> it + " " + state.customers().find(it)),
                        shop.skus().stream().flatMap(this::lines))
                .flatMap(it -> it);
    }

    private Stream<String> lines(Sku sku) {
        var nodes = shop.nodes().stream()
                .map(it -> "%s at %s: %s".formatted(sku, it, state.stock().level(sku, it)));
        var prices = shop.channels().stream()
                .map(it -> "%s in %s: %s".formatted(sku, it, state.catalog().priceHistory(sku, it)));
        var sales = shop.channels().stream()
                .map(it -> "%s in %s: %s".formatted(sku, it, text(state.demand().sales(sku, it, from, until))));
        var about = "%s %s %s %s"
                .formatted(
                        sku,
                        state.catalog().variant(sku),
                        state.stock().total(sku),
                        state.demand().channels(sku));
        return Stream.of(Stream.of(about), nodes, prices, sales).flatMap(it -> it);
    }

    private static String text(SalesHistory history) {
        return Arrays.toString(history.units())
                + Arrays.toString(history.revenue())
                + Arrays.toString(history.returned())
                + Arrays.toString(history.inStock());
    }
}
