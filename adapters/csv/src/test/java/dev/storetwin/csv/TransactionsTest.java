package dev.storetwin.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.storetwin.event.ItemsReturned;
import dev.storetwin.event.LineKind;
import dev.storetwin.event.OrderCancelled;
import dev.storetwin.event.OrderLine;
import dev.storetwin.event.OrderPlaced;
import dev.storetwin.event.PriceChanged;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.event.VariantUpserted;
import dev.storetwin.type.Channel;
import dev.storetwin.type.OrderId;
import dev.storetwin.type.Quantity;
import dev.storetwin.type.Sku;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TransactionsTest {

    private static final String UCI =
            "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n";
    private static final TransactionSettings LONDON =
            TransactionSettings.of(ZoneId.of("Europe/London"), Currency.getInstance("GBP"));

    @TempDir
    private Path folder;

    /** Left out as one unreadable line, it would take all lines with it that it has swallowed. */
    @Test
    void a_quote_that_is_not_closed_refuses_the_file() {
        assertThatThrownBy(() -> read("""
                        1,85123A,HEART,6,2010-12-01T08:26:00,2.55,17850,United Kingdom
                        "2,71053,LANTERN,2,2010-12-01T08:26:00,3.39,17850,United Kingdom
                        3,71053,LANTERN,1,2010-12-01T09:00:00,3.39,13047,France
                        4,71053,LANTERN,1,2010-12-01T09:00:00,3.39,13047,France
                        """))
                .isInstanceOf(CsvProblem.class)
                .hasMessageContaining(":3: the row has 1 cells, expected 8, and goes on over 2 lines more")
                .hasMessageContaining("a quote is not closed");
    }

    @Test
    void one_invoice_is_one_order_with_its_lines_in_file_order() {
        var shop = read("""
                1,85123A,HEART,6,2010-12-01T08:26:00,2.55,17850,United Kingdom
                1,71053,LANTERN,2,2010-12-01T08:26:00,3.39,17850,United Kingdom
                2,71053,LANTERN,1,2010-12-01T09:00:00,3.39,13047,France
                """);

        var orders = of(shop, OrderPlaced.class).toList();

        assertThat(orders).extracting(OrderPlaced::order).containsExactly(OrderId.of("1"), OrderId.of("2"));
        assertThat(orders.get(0).lines()).extracting(OrderLine::sku).containsExactly(Sku.of("85123A"), Sku.of("71053"));
        assertThat(orders.get(0).lines()).extracting(OrderLine::lineId).containsExactly("1", "2");
        assertThat(orders.get(0).header().occurredAt()).isEqualTo(Instant.parse("2010-12-01T08:26:00Z"));
        assertThat(orders.get(0).channel()).isEqualTo(Channel.of("default"));
        assertThat(orders.get(1).shipTo().orElseThrow().country()).isEqualTo("France");
    }

    @Test
    void local_times_are_times_of_the_shops_zone() {
        var shop = read("1,A1,MUG,1,2011-07-01T00:30:00,2.00,1,UK\n");

        assertThat(of(shop, OrderPlaced.class)
                        .findFirst()
                        .orElseThrow()
                        .header()
                        .occurredAt())
                .isEqualTo(Instant.parse("2011-06-30T23:30:00Z"));
    }

    @Test
    void a_customer_becomes_a_token_and_appears_nowhere() {
        var shop = read("1,A1,MUG,1,2011-07-01,2.00,anna.secret@example.org,UK\n");

        assertThat(of(shop, OrderPlaced.class).findFirst().orElseThrow().subject())
                .isPresent();
        assertThat(shop.events().map(Object::toString)).noneMatch(it -> it.contains("anna.secret"));
    }

    @Test
    void a_reversal_of_the_next_day_cancels_units_of_the_latest_order_first() {
        var shop = read("""
                1,A1,MUG,10,2011-07-01T10:00,2.00,7,UK
                2,A1,MUG,4,2011-07-02T10:00,2.00,7,UK
                C3,A1,MUG,-5,2011-07-02T18:00,2.00,7,UK
                """);

        assertThat(of(shop, OrderCancelled.class))
                .extracting(it -> it.order() + " " + it.lines().get(0).quantity())
                .containsExactlyInAnyOrder("2 4", "1 1");
        assertThat(shop.notes().count(NoteKind.CANCELLED)).isOne();
    }

    @Test
    void a_later_reversal_is_a_return_on_the_order() {
        var shop = read("""
                1,A1,MUG,10,2011-07-01T10:00,2.00,7,UK
                C3,A1,MUG,-5,2011-07-20T18:00,2.00,7,UK
                """);

        assertThat(of(shop, ItemsReturned.class)).singleElement().satisfies(it -> {
            assertThat(it.order()).isEqualTo(OrderId.of("1"));
            assertThat(it.lines().get(0).quantity()).isEqualTo(Quantity.of(5));
            assertThat(it.header().occurredAt()).isEqualTo(Instant.parse("2011-07-20T17:00:00Z"));
        });
        assertThat(of(shop, OrderCancelled.class)).isEmpty();
    }

    @Test
    void what_was_never_sold_cannot_be_taken_back() {
        var shop = read("""
                1,A1,MUG,3,2011-07-01T10:00,2.00,7,UK
                C3,A1,MUG,-5,2011-07-20T18:00,2.00,7,UK
                C4,A1,MUG,-1,2011-07-20T18:00,2.00,8,UK
                """);

        assertThat(of(shop, ItemsReturned.class).map(it -> it.lines().get(0).quantity()))
                .containsExactly(Quantity.of(3));
        assertThat(shop.notes().find(NoteKind.UNMATCHED).orElseThrow().examples())
                .containsExactly("C3, A1: 2 of 5 units", "C4, A1: 1 of 1 units");
    }

    @Test
    void a_reversal_that_stands_before_its_order_in_the_file_still_finds_it() {
        var shop = read("""
                C3,A1,MUG,-5,2011-07-20T18:00,2.00,7,UK
                1,A1,MUG,5,2011-07-01T10:00,2.00,7,UK
                """);

        assertThat(of(shop, ItemsReturned.class)).hasSize(1);
    }

    @Test
    void an_order_number_with_a_c_and_a_positive_quantity_is_an_order() {
        var shop = read("C17,A1,MUG,5,2011-07-01T10:00,2.00,7,UK\n");

        assertThat(of(shop, OrderPlaced.class)).hasSize(1);
    }

    @Test
    void negative_without_price_and_customer_corrects_the_stock_and_is_no_demand() {
        var shop = read("""
                1,A1,MUG,5,2011-07-01T10:00,2.00,,UK
                2,A1,damaged,-3,2011-07-02T10:00,0,,UK
                3,A1,found,30,2011-07-02T11:00,0.00,,UK
                """);

        assertThat(of(shop, OrderPlaced.class)).hasSize(1);
        assertThat(shop.notes().count(NoteKind.CORRECTION)).isOne();
        assertThat(shop.notes().count(NoteKind.GIVEN_AWAY)).isOne();
        assertThat(shop.notes().count(NoteKind.NO_CUSTOMER)).isOne();
    }

    @Test
    void postage_and_discount_come_with_the_order_but_are_no_goods() {
        var shop = read("""
                1,A1001,MUG,5,2011-07-01T10:00,2.00,7,UK
                1,POST,POSTAGE,1,2011-07-01T10:00,18.00,7,UK
                1,D,Discount,-1,2011-07-01T10:00,3.00,7,UK
                2,POST,POSTAGE,1,2011-07-01T10:00,18.00,7,UK
                """);

        var orders = of(shop, OrderPlaced.class).toList();

        assertThat(orders).singleElement().satisfies(order -> {
            assertThat(order.lines())
                    .extracting(OrderLine::kind)
                    .containsExactly(LineKind.GOODS, LineKind.SHIPPING, LineKind.DISCOUNT);
            assertThat(order.lines().get(2).total().revenue().orElseThrow().toString())
                    .isEqualTo("-3.00 GBP");
        });
        assertThat(of(shop, VariantUpserted.class))
                .extracting(VariantUpserted::sku)
                .containsExactly(Sku.of("A1001"));
    }

    @Test
    void one_letter_is_a_size_where_codes_are_words() {
        var shop = read("""
                1,M,Shirt medium,1,2011-07-01T10:00,20,7,UK
                1,S,Shirt small,1,2011-07-01T10:00,20,7,UK
                1,RED-MUG,Red mug,1,2011-07-01T10:00,5,7,UK
                """);

        assertThat(of(shop, OrderPlaced.class)
                        .flatMap(it -> it.lines().stream())
                        .map(OrderLine::kind))
                .containsOnly(LineKind.GOODS);
    }

    @Test
    void a_line_type_column_decides_before_any_code() {
        var shop = read("order_id,line_type,sku,quantity,time,unit_price,customer\n", """
                1,product,POST,2,2011-07-01,5.00,7
                1,shipping,A1,1,2011-07-01,4.00,7
                2,return,POST,1,2011-07-09,5.00,7
                3,sparkle,A1,1,2011-07-09,5.00,7
                """);

        assertThat(of(shop, OrderPlaced.class).findFirst().orElseThrow().lines())
                .extracting(OrderLine::kind)
                .containsExactly(LineKind.GOODS, LineKind.SHIPPING);
        assertThat(of(shop, ItemsReturned.class)).hasSize(1);
        assertThat(shop.notes().count(NoteKind.UNKNOWN_TYPE)).isOne();
    }

    @Test
    void identical_lines_both_count_and_a_second_reading_gives_the_same_events() {
        var shop = read("""
                1,A1,MUG,1,2011-07-01T10:00,2.00,7,UK
                1,A1,MUG,1,2011-07-01T10:00,2.00,7,UK
                """);

        assertThat(of(shop, OrderPlaced.class).findFirst().orElseThrow().lines())
                .hasSize(2);
        assertThat(shop.events().toList()).isEqualTo(shop.events().toList());
        assertThat(shop.notes().count(NoteKind.REPEATED)).isOne();
    }

    @Test
    void lines_of_an_order_that_stand_apart_are_one_order() {
        var shop = read("""
                1,A1,MUG,1,2011-07-01T10:00,2.00,7,UK
                2,A1,MUG,1,2011-07-01T10:01,2.00,8,UK
                1,B1,CUP,1,2011-07-01T10:02,2.00,7,UK
                """);

        assertThat(of(shop, OrderPlaced.class).filter(it -> it.order().equals(OrderId.of("1"))))
                .singleElement()
                .satisfies(it -> assertThat(it.lines()).hasSize(2));
    }

    @Test
    void one_number_in_two_channels_is_two_orders() {
        var shop = read("order,sku,quantity,date,channel\n", """
                1,A1,1,2011-07-01,web
                1,A1,1,2011-07-01,market
                """);

        assertThat(of(shop, OrderPlaced.class))
                .extracting(it -> it.order().value())
                .containsExactly("1", "1@market");
        assertThat(shop.channels()).isEqualTo(Map.of(Sku.of("A1"), List.of(Channel.of("market"), Channel.of("web"))));
    }

    @Test
    void lines_at_or_after_a_moment_are_not_used() {
        var shop = Transactions.read(file(UCI, """
                        1,A1,MUG,1,2011-07-31T23:59:59,2.00,7,UK
                        2,A1,MUG,1,2011-08-01T00:00:00,2.00,7,UK
                        C3,A1,MUG,-1,2011-08-01T00:00:01,2.00,7,UK
                        """), LONDON.before(Instant.parse("2011-07-31T23:00:00Z")));

        assertThat(shop.events().filter(it -> !(it instanceof VariantUpserted)))
                .allMatch(it -> it.header().occurredAt().isBefore(Instant.parse("2011-07-31T23:00:00Z")));
        assertThat(of(shop, OrderPlaced.class)).hasSize(1);
        assertThat(shop.notes().count(NoteKind.LATER)).isEqualTo(2);
    }

    @Test
    void a_line_that_cannot_be_read_is_told_by_place_and_shape_but_never_by_its_text() {
        var shop = read("""
                1,A1,MUG,1,2011-07-01T10:00,2.00,7,UK
                2,,MUG,1,2011-07-01T10:00,2.00,7,UK
                3,A1,MUG,anna@example.org,2011-07-01T10:00,2.00,7,UK
                4,A1,MUG,1,01/07/2011,2.00,7,UK
                5,A1,MUG,1,2011-07-01T10:00,"2,00",7,UK
                6,A1,MUG,1,2011-07-01T10:00,2.00,7,UK
                7,A1,MUG,1,2011-07-01T10:00,2.00,7,UK
                8,A1,MUG,1,2011-07-01T10:00,2.00,7,UK
                9,A1,MUG,1,2011-07-01T10:00
                10,A1,MUG,1,2011-07-01T10:00,2.00,7,UK
                """);

        assertThat(shop.notes().find(NoteKind.QUARANTINED).orElseThrow().examples())
                .containsExactly(
                        "orders.csv:3:2: StockCode: empty, expected the sku",
                        "orders.csv:4:4: Quantity: expected a number such as 12 or 0.5, found 16 characters of letters",
                        "orders.csv:5:5: InvoiceDate: expected a time such as 2024-03-31T14:05, found 10 characters of digits and marks",
                        "orders.csv:6:6: UnitPrice: expected a number such as 12 or 0.5, found 4 characters of digits and marks",
                        "orders.csv:10: the line has 5 cells, expected 8");
        assertThat(of(shop, OrderPlaced.class)).hasSize(5);
    }

    @Test
    void a_file_that_is_mostly_unreadable_is_refused_with_examples() {
        assertThatThrownBy(() -> read("""
                        1,A1,MUG,x,2011-07-01T10:00,2.00,7,UK
                        2,A1,MUG,y,2011-07-01T10:00,2.00,7,UK
                        3,A1,MUG,1,2011-07-01T10:00,2.00,7,UK
                        """))
                .isInstanceOf(CsvProblem.class)
                .hasMessageContaining("2 of 3 lines cannot be read")
                .hasMessageContaining("orders.csv:2:4: Quantity")
                .hasMessageContaining("--columns");
    }

    @Test
    void named_columns_win_over_recognised_ones() {
        var shop = Transactions.read(
                file("order,sku,ean,qty,date\n", "1,A1,400,2,2011-07-01\n"),
                LONDON.withColumns(Map.of(LineRole.SKU, "ean")));

        assertThat(of(shop, OrderPlaced.class)
                        .findFirst()
                        .orElseThrow()
                        .lines()
                        .get(0)
                        .sku())
                .isEqualTo(Sku.of("400"));
        assertThat(shop.notes().columns()).isEqualTo("order=order, sku=ean, quantity=qty, time=date");
    }

    @Test
    void a_column_that_nobody_knows_is_asked_for_by_role() {
        assertThatThrownBy(() -> read("order,sku,how_many,date\n", "1,A1,2,2011-07-01\n"))
                .isInstanceOf(CsvProblem.class)
                .hasMessageContaining("orders.csv:1:")
                .hasMessageContaining("quantity")
                .hasMessageContaining("--columns quantity=NAME");
    }

    @Test
    void float_noise_of_exports_is_no_other_price() {
        var shop = read("""
                1,A1,MUG,1,2011-07-01T10:00,2.5500000000000003,7,UK
                2,A1,MUG,1,2011-07-02T10:00,2.55,7,UK
                """);

        assertThat(of(shop, PriceChanged.class))
                .extracting(it -> it.price().toString())
                .containsExactly("2.55 GBP");
    }

    @Test
    void every_line_is_understood_in_exactly_one_way() {
        var shop = read("""
                1,A1001,MUG,5,2011-07-01T10:00,2.00,7,UK
                1,POST,POSTAGE,1,2011-07-01T10:00,18.00,7,UK
                C2,A1001,MUG,-1,2011-07-01T11:00,2.00,7,UK
                C3,A1001,MUG,-1,2011-07-11T11:00,2.00,7,UK
                C4,A1001,MUG,-9,2011-07-12T11:00,2.00,7,UK
                5,A1001,?,-2,2011-07-12T11:00,0,,UK
                6,A1001,MUG,2,2011-07-12T11:00,0,7,UK
                7,A1001,MUG,0,2011-07-12T11:00,2,7,UK
                8,A1001,MUG,x,2011-07-12T11:00,2,7,UK
                """);

        assertThat(shop.notes().lines()).isEqualTo(9);
        assertThat(shop.notes().sales()).isOne();
        assertThat(Stream.of(
                        NoteKind.NO_GOODS,
                        NoteKind.CANCELLED,
                        NoteKind.RETURNED,
                        NoteKind.UNMATCHED,
                        NoteKind.CORRECTION,
                        NoteKind.GIVEN_AWAY,
                        NoteKind.NO_QUANTITY,
                        NoteKind.QUARANTINED))
                .allMatch(it -> shop.notes().count(it) == 1);
    }

    private Transactions read(String rows) {
        return read(UCI, rows);
    }

    private Transactions read(String header, String rows) {
        return Transactions.read(file(header, rows), LONDON);
    }

    private Path file(String header, String rows) {
        try {
            return Files.writeString(folder.resolve("orders.csv"), header + rows, StandardCharsets.UTF_8);
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static <T extends TwinEvent> Stream<T> of(Transactions shop, Class<T> type) {
        return shop.events().filter(type::isInstance).map(type::cast);
    }
}
