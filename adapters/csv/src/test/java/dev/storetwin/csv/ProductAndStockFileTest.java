package dev.storetwin.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.storetwin.event.CostChanged;
import dev.storetwin.event.CountBasis;
import dev.storetwin.event.PriceChanged;
import dev.storetwin.event.PurchaseOrderPlaced;
import dev.storetwin.event.StockCounted;
import dev.storetwin.event.SupplierTermsChanged;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.event.VariantUpserted;
import dev.storetwin.type.Channel;
import dev.storetwin.type.Money;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.Quantity;
import dev.storetwin.type.Sku;
import dev.storetwin.type.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProductAndStockFileTest {

    private static final Source CSV = Source.of("csv");
    private static final Instant NOW = Instant.parse("2024-03-01T00:00:00Z");
    private static final Channel WEB = Channel.of("web");

    @TempDir
    private Path folder;

    @Test
    void a_name_that_no_thing_can_have_is_refused_with_its_place() throws IOException {
        var goods = Files.writeString(folder.resolve("p.csv"), "sku,supplier\nA1,x\nB2,\"a\nb\"\n");
        var shelves = Files.writeString(folder.resolve("s.csv"), "sku,node,on_hand\n\u001bA1,main,3\n");

        assertThatThrownBy(() -> ProductFile.read(goods, Optional.empty()))
                .isInstanceOf(CsvProblem.class)
                .hasMessageStartingWith("p.csv:3:2: supplier: ");
        assertThatThrownBy(() -> StockFile.read(shelves))
                .isInstanceOf(CsvProblem.class)
                .hasMessageStartingWith("s.csv:2:1: sku: ");
    }

    @Test
    void a_full_line_tells_name_cost_price_and_terms() {
        var events = products("sku,name,category,currency,cost,price,pack,min_order,lead_time_days,supplier\n"
                + "A1,Red mug,Mugs,GBP,1.20,2.95,12,24,14,Potter\n");

        assertThat(events).hasSize(4);
        assertThat(one(events, VariantUpserted.class).name()).isEqualTo("Red mug");
        assertThat(one(events, CostChanged.class).cost()).isEqualTo(Money.of("1.20", "GBP"));
        assertThat(one(events, PriceChanged.class).channel()).isEqualTo(WEB);
        assertThat(one(events, SupplierTermsChanged.class)).satisfies(terms -> {
            assertThat(terms.packSize()).contains(Quantity.of(12));
            assertThat(terms.minimumOrder()).contains(Quantity.of(24));
            assertThat(terms.leadTime()).contains(Duration.ofDays(14));
        });
    }

    @Test
    void what_is_empty_is_unknown_and_nothing_is_invented() {
        var events = products("sku,name,cost,price,pack\nA1,,,,\n");

        assertThat(events).singleElement().isInstanceOf(VariantUpserted.class);
    }

    @Test
    void an_amount_without_currency_is_refused() {
        assertThatThrownBy(() -> products("sku,cost\nA1,2\n")).hasMessageContaining("a.csv:2:2: cost: its currency");
    }

    @Test
    void two_currencies_are_refused() {
        assertThatThrownBy(() -> products("sku,currency,cost\nA1,GBP,2\nA2,EUR,2\n"))
                .hasMessageContaining("a.csv:3:2: currency: expected GBP as before, found EUR");
    }

    @Test
    void a_sku_that_stands_twice_is_refused_with_both_lines() {
        assertThatThrownBy(() -> products("sku\nA1\nA1\n")).hasMessageContaining("a.csv:3:1: sku: A1 stands in line 2");
    }

    @Test
    void a_negative_cost_a_price_of_zero_and_a_lead_time_of_years_are_refused() {
        assertThatThrownBy(() -> products("sku,currency,cost\nA1,GBP,-1\n")).hasMessageContaining("a.csv:2:3");
        assertThatThrownBy(() -> products("sku,currency,price\nA1,GBP,0\n")).hasMessageContaining("above zero");
        assertThatThrownBy(() -> products("sku,lead_time_days\nA1,20240301\n")).hasMessageContaining("days from 0");
        assertThatThrownBy(() -> products("sku,pack\nA1,0\n")).hasMessageContaining("above zero");
    }

    @Test
    void stock_is_a_count_of_what_is_free_and_an_order_under_way() {
        var events = stock("sku,node,on_hand,on_order,expected_date\nA1,main,5,12,2024-03-09\n");

        assertThat(one(events, StockCounted.class)).satisfies(count -> {
            assertThat(count.node()).isEqualTo(NodeId.of("main"));
            assertThat(count.basis()).isEqualTo(CountBasis.AVAILABLE);
            assertThat(count.quantity()).isEqualTo(Quantity.of(5));
        });
        assertThat(one(events, PurchaseOrderPlaced.class).expectedAt()).contains(Instant.parse("2024-03-09T00:00:00Z"));
    }

    @Test
    void several_deliveries_of_one_sku_are_several_orders() {
        var events =
                stock("sku,node,on_hand,on_order,expected_date\nA1,main,5,12,2024-03-09\nA1,main,,24,2024-03-20\n");

        assertThat(events).hasSize(3);
        assertThat(events.stream()
                        .filter(PurchaseOrderPlaced.class::isInstance)
                        .map(TwinEvent::document)
                        .distinct())
                .hasSize(2);
    }

    @Test
    void a_second_count_of_one_place_is_refused() {
        assertThatThrownBy(() -> stock("sku,node,on_hand\nA1,main,5\nA1,main,6\n"))
                .hasMessageContaining("a.csv:3:3: on_hand: this SKU and node were counted in line 2");
    }

    private List<TwinEvent> products(String text) {
        var file = ProductFile.read(write(text), Optional.empty());
        return file.events(CSV, NOW, Map.of(Sku.of("A1"), List.of(WEB)), List.of())
                .toList();
    }

    private List<TwinEvent> stock(String text) {
        return StockFile.read(write(text)).events(CSV, NOW, ZoneOffset.UTC).toList();
    }

    private Path write(String text) {
        try {
            return Files.writeString(folder.resolve("a.csv"), text);
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static <T extends TwinEvent> T one(List<TwinEvent> events, Class<T> type) {
        return events.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow();
    }
}
