package dev.storetwin.benchmarks.memory;

import dev.storetwin.core.random.Draw;
import dev.storetwin.type.Channel;
import dev.storetwin.type.Money;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.SessionId;
import dev.storetwin.type.Sku;
import dev.storetwin.type.Source;
import dev.storetwin.type.SubjectId;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * The names that made-up events are about. Each name is one object, shared by all events that use it.
 *
 * @param skus      what is sold
 * @param channels  each of which sells every SKU: SKUs times channels are the shop's keys
 * @param nodes     each of which may hold every SKU
 * @param shoppers  who order
 * @param sessions  who look
 * @param prices    from 0.99 up in steps of one
 */
record MadeUpShop(
        List<Sku> skus,
        List<Channel> channels,
        List<NodeId> nodes,
        List<SubjectId> shoppers,
        List<SessionId> sessions,
        List<Money> prices) {

    static final Source SOURCE = Source.of("made-up");
    static final Currency CURRENCY = Currency.getInstance("EUR");

    private static final int PRICES = 200;

    /** As many SKUs as asked for, and the other names in proportion to them. */
    static MadeUpShop of(int skus, int channels) {
        return new MadeUpShop(
                named(skus, it -> Sku.of("SKU-%07d".formatted(it))),
                named(channels, it -> Channel.of("channel-" + it)),
                named(2, it -> NodeId.of("node-" + it)),
                named(skus, it -> SubjectId.of("c%07d".formatted(it))),
                named(skus, it -> SessionId.of("s%07d".formatted(it))),
                named(PRICES, it -> new Money(BigDecimal.valueOf(99 + 100L * it, 2), CURRENCY)));
    }

    private static <T> List<T> named(int count, IntFunction<T> name) {
        return IntStream.range(0, count).mapToObj(name).toList();
    }

    static <T> T any(List<T> names, Draw draw) {
        return names.get(draw.nextInt(names.size()));
    }
}
