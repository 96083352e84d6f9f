package dev.storetwin.testing;

import dev.storetwin.inventory.Replenishment;
import dev.storetwin.pricing.PriceChange;
import dev.storetwin.type.Channel;
import dev.storetwin.type.DecisionId;
import dev.storetwin.type.Money;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.OrderId;
import dev.storetwin.type.Quantity;
import dev.storetwin.type.Sku;
import dev.storetwin.type.SupplierId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Some days in a small shop, hour by hour: the same seed tells the same days to any shop that opened at the same moment. */
final class ShopDay {

    static final Instant OPENING = Instant.parse("2025-06-02T08:00:00Z");
    private static final Channel WEB = Channel.of("web");
    private static final List<NodeId> NODES = List.of(NodeId.of("NORTH"), NodeId.of("SOUTH"));
    private static final List<Sku> SKUS = IntStream.range(0, 12)
            .mapToObj(it -> Sku.of("SKU-" + (char) ('A' + it)))
            .toList();

    private ShopDay() {}

    static List<Consumer<FakeShop>> hours(long seed, int hours) {
        var chance = new Random(seed);
        var script = new ArrayList<Consumer<FakeShop>>();
        script.add(ShopDay::open);
        for (int i = 0; i < hours; i++) {
            script.add(hour(chance, i));
        }
        return List.copyOf(script);
    }

    private static void open(FakeShop shop) {
        shop.sells(SKUS.get(0), WEB, Money.of("20", "EUR")).stocks(SKUS.get(0), NODES.get(0), 10);
        shop.advance(Duration.ofHours(1));
    }

    private static Consumer<FakeShop> hour(Random chance, int hour) {
        var sku = SKUS.get(chance.nextInt(SKUS.size()));
        var removed = SKUS.get(1 + chance.nextInt(SKUS.size() - 1));
        var node = NODES.get(chance.nextInt(NODES.size()));
        var price = Money.of(Integer.toString(10 + chance.nextInt(20)), "EUR");
        int units = 1 + chance.nextInt(6);
        int what = chance.nextInt(8);
        var key = DecisionId.of("d-" + hour);
        return shop -> {
            switch (what) {
                case 0 -> shop.sells(sku, WEB, price).stocks(sku, node, 5L + units);
                case 1 -> shop.stocks(sku, node, units);
                case 2 -> shop.pays(sku, price);
                case 3 -> shop.buys(sku, SupplierId.of("potter"), units, 1, 1);
                case 4 -> shop.removes(removed);
                case 5 ->
                    shop.write(new PriceChange(sku, WEB, price, price.times(1.1).rounded()), key);
                case 6 -> shop.write(new Replenishment(sku, node, Quantity.of(units), Optional.empty()), key);
                default -> shop.order(sku, WEB, units);
            }
            shop.advance(Duration.ofMinutes(20 + 7L * units));
        };
    }

    /** Everything that can be asked about those days. */
    static StateDump.Subjects subjects(int days) {
        var first = LocalDate.of(2025, 6, 2);
        return new StateDump.Subjects(
                SKUS,
                List.of(WEB),
                NODES,
                IntStream.range(100_001, 100_060)
                        .mapToObj(it -> OrderId.of("O-" + it))
                        .toList(),
                List.of(),
                List.of(),
                first,
                first.plusDays(days));
    }
}
