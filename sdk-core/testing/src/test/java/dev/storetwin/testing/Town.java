package dev.storetwin.testing;

import dev.storetwin.event.EntityKind;
import dev.storetwin.event.EventHeader;
import dev.storetwin.event.LineQuantity;
import dev.storetwin.type.CarrierId;
import dev.storetwin.type.Channel;
import dev.storetwin.type.DecisionId;
import dev.storetwin.type.Money;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.OrderId;
import dev.storetwin.type.Quantity;
import dev.storetwin.type.Sku;
import dev.storetwin.type.Source;
import dev.storetwin.type.SubjectId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** The few names and moments that generated events are about: few, so that they meet. */
final class Town {

    static final Source SHOP = Source.of("town");
    static final LocalDate FIRST_DAY = LocalDate.of(2025, 3, 28);
    static final int DAYS = 6;
    static final List<Sku> SKUS = List.of(Sku.of("BALL"), Sku.of("KITE"), Sku.of("MUG"));

    /** A platform's name, which a variant may claim. */
    static final Sku ALIAS = Sku.of("platform:4711");

    static final List<Channel> CHANNELS = List.of(Channel.of("store"), Channel.of("web"));
    static final List<NodeId> NODES = List.of(NodeId.of("NORTH"), NodeId.of("SOUTH"));
    static final List<CarrierId> CARRIERS = List.of(CarrierId.of("rail"), CarrierId.of("road"));
    static final List<SubjectId> SHOPPERS = List.of(SubjectId.of("s-1"), SubjectId.of("s-2"), SubjectId.of("s-3"));

    /** No generated stream has more documents of a kind. */
    static final int MOST = 12;

    private Town() {}

    static StateDump.Subjects subjects() {
        return new StateDump.Subjects(
                skusAndAlias(),
                CHANNELS,
                NODES,
                numbered("order").stream().map(OrderId::of).toList(),
                SHOPPERS,
                numbered("decision").stream().map(DecisionId::of).toList(),
                FIRST_DAY.minusDays(1),
                FIRST_DAY.plusDays(DAYS + 3L));
    }

    private static List<String> numbered(String kind) {
        return IntStream.rangeClosed(0, MOST).mapToObj(it -> kind + "-" + it).toList();
    }

    static List<Sku> skusAndAlias() {
        return List.of(SKUS.get(0), SKUS.get(1), SKUS.get(2), ALIAS);
    }

    /** Minutes after the beginning, on a coarse grid so that things happen at once; the clocks change on one of the days. */
    static Arbitrary<Integer> minutes() {
        return Arbitraries.integers().between(0, DAYS * 3).map(it -> it * 480);
    }

    static Instant at(int minute) {
        return Instant.parse("2025-03-28T00:00:00Z").plusSeconds(60L * minute);
    }

    static Arbitrary<Sku> skus() {
        return Arbitraries.of(skusAndAlias());
    }

    static Arbitrary<Channel> channels() {
        return Arbitraries.of(CHANNELS);
    }

    static Arbitrary<NodeId> nodes() {
        return Arbitraries.of(NODES);
    }

    static Arbitrary<Quantity> units(int most) {
        return Arbitraries.integers().between(0, most).map(Quantity::of);
    }

    static Arbitrary<Money> prices() {
        return Arbitraries.integers().between(7, 12).map(it -> Money.of(it + "", "EUR"));
    }

    static EventHeader header(EntityKind kind, String id, int minute) {
        return EventHeader.of(SHOP, kind, id, at(minute));
    }

    static LineQuantity line(int number, Sku sku, long units) {
        return new LineQuantity(Integer.toString(number), sku, Quantity.of(units));
    }
}
