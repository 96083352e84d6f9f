package dev.storetwin.csv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.event.ItemsReturned;
import dev.storetwin.event.LineKind;
import dev.storetwin.event.LineQuantity;
import dev.storetwin.event.OrderCancelled;
import dev.storetwin.event.OrderLine;
import dev.storetwin.event.OrderPlaced;
import dev.storetwin.event.PriceChanged;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.type.OrderId;
import dev.storetwin.type.Quantity;
import dev.storetwin.type.Sku;
import java.time.ZoneId;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A real wholesaler's nine months: 320,705 lines with everything that real exports contain. */
@Tag("data")
class OnlineRetailTest {

    /** Described as "Next Day Carriage": a delivery to us, goods to the derived set, which looks at codes alone. */
    private static final String CARRIAGE = "23444";

    private static Transactions shop;
    private static List<TwinEvent> events;

    @BeforeAll
    static void read() {
        shop = Transactions.read(
                SharedData.file("uci-online-retail/transactions.csv.gz"),
                TransactionSettings.of(ZoneId.of("Europe/London"), Currency.getInstance("GBP")));
        events = shop.events().toList();
    }

    @Test
    void every_line_is_understood_in_exactly_one_way() {
        var notes = shop.notes();

        long told = Stream.of(
                        NoteKind.CANCELLED,
                        NoteKind.RETURNED,
                        NoteKind.UNMATCHED,
                        NoteKind.NO_GOODS,
                        NoteKind.CORRECTION,
                        NoteKind.GIVEN_AWAY,
                        NoteKind.NO_QUANTITY,
                        NoteKind.LATER,
                        NoteKind.QUARANTINED)
                .mapToLong(notes::count)
                .sum();
        assertThat(notes.lines()).isEqualTo(320_705);
        assertThat(notes.sales() + told).isEqualTo(320_705);
        assertThat(notes.count(NoteKind.QUARANTINED)).isZero();
    }

    @Test
    void an_order_of_74215_units_reversed_minutes_later_is_no_demand() {
        var cancelled = of(OrderCancelled.class)
                .filter(it -> it.order().equals(OrderId.of("541431")))
                .toList();

        assertThat(cancelled).singleElement().satisfies(it -> {
            assertThat(it.lines()).containsExactly(new LineQuantity("1", Sku.of("23166"), Quantity.of(74215)));
            assertThat(it.reason()).isEqualTo("reversed by C541433");
        });
        assertThat(shop.notes()
                        .find(NoteKind.CANCELLED)
                        .orElseThrow()
                        .examples()
                        .get(0))
                .isEqualTo("order 541431, 23166: 74215 units taken back by C541433 after 16 min");
    }

    @Test
    void units_taken_back_per_purchase_agree_with_an_independent_derivation() {
        var published = new TreeMap<String, Quantity>();
        try (var table = CsvTable.open(SharedData.file("uci-returns/purchase_lines.csv.gz"))) {
            var order = table.require("InvoiceNo");
            var sku = table.require("StockCode");
            var returned = table.find("returned_qty");
            table.forEach(row -> {
                if (!row.text(sku).equals(CARRIAGE)) {
                    published.merge(
                            row.text(order) + " " + row.text(sku),
                            row.findQuantity(returned).orElseThrow(),
                            Quantity::plus);
                }
            });
        }

        var ours = new TreeMap<String, Quantity>();
        takenBack().forEach(it -> ours.merge(it.getKey(), it.getValue(), Quantity::plus));

        long different = published.entrySet().stream()
                .filter(it -> !ours.getOrDefault(it.getKey(), Quantity.ZERO).equals(it.getValue()))
                .count();
        assertThat(different).isZero();
    }

    private static Stream<Map.Entry<String, Quantity>> takenBack() {
        return Stream.concat(
                of(OrderCancelled.class).flatMap(it -> entries(it.order(), it.lines())),
                of(ItemsReturned.class).flatMap(it -> entries(it.order(), it.lines())));
    }

    private static Stream<Map.Entry<String, Quantity>> entries(OrderId order, List<LineQuantity> lines) {
        return lines.stream().map(it -> Map.entry(order + " " + it.sku(), it.quantity()));
    }

    @Test
    void no_order_gives_back_more_than_it_sold() {
        var left = new HashMap<String, Quantity>();
        of(OrderPlaced.class).forEach(order -> order.lines().stream()
                .filter(it -> it.kind() == LineKind.GOODS)
                .forEach(line -> left.merge(order.order() + " " + line.sku(), line.quantity(), Quantity::plus)));
        takenBack().forEach(it -> left.merge(it.getKey(), it.getValue().negated(), Quantity::plus));

        assertThat(left.values()).noneMatch(Quantity::isNegative);
    }

    @Test
    void postage_fees_discounts_and_vouchers_are_no_goods() {
        var kinds = new TreeMap<String, LineKind>();
        of(OrderPlaced.class)
                .flatMap(it -> it.lines().stream())
                .forEach(line -> kinds.put(line.sku().value(), line.kind()));

        assertThat(kinds)
                .containsEntry("POST", LineKind.SHIPPING)
                .containsEntry("DOT", LineKind.SHIPPING)
                .containsEntry("C2", LineKind.SHIPPING)
                .containsEntry("23444", LineKind.SHIPPING)
                .containsEntry("M", LineKind.FEE)
                .containsEntry("gift_0001_20", LineKind.GIFT_CARD)
                .containsEntry("23099", LineKind.GOODS)
                .containsEntry("DCGSSGIRL", LineKind.GOODS)
                .containsEntry("85168B", LineKind.GOODS);
    }

    @Test
    void orders_add_up_to_the_units_of_sales() {
        assertThat(of(OrderPlaced.class)).hasSize((int) shop.notes().orders());
        assertThat(of(OrderPlaced.class)
                        .flatMap(it -> it.lines().stream())
                        .filter(it -> it.kind() == LineKind.GOODS)
                        .count())
                .isEqualTo(shop.notes().sales());
        assertThat(of(OrderPlaced.class).flatMap(it -> it.lines().stream()).map(OrderLine::quantity))
                .allMatch(Quantity::isPositive);
    }

    @Test
    void a_price_with_quantity_breaks_and_a_dearer_till_beside_it_is_still_one_price() {
        assertThat(prices("85123A")).containsExactly("2.95 GBP");
        assertThat(prices("84879")).containsExactly("1.69 GBP");
        assertThat(of(PriceChanged.class).count()).isLessThan(2 * shop.notes().skus());
    }

    private static List<String> prices(String sku) {
        return of(PriceChanged.class)
                .filter(it -> it.sku().value().equals(sku))
                .map(it -> it.price().toString())
                .toList();
    }

    private static <T extends TwinEvent> Stream<T> of(Class<T> type) {
        return events.stream().filter(type::isInstance).map(type::cast);
    }
}
