package dev.storetwin.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.storetwin.Twin;
import dev.storetwin.core.journal.DurabilityOptions;
import dev.storetwin.core.state.ShopState;
import dev.storetwin.core.state.UnreadableDocument;
import dev.storetwin.event.EventRetracted;
import dev.storetwin.event.OrderLine;
import dev.storetwin.event.OrderPlaced;
import dev.storetwin.state.Acceptance;
import dev.storetwin.testing.PlainVault;
import dev.storetwin.testing.disk.FaultyDisk;
import dev.storetwin.type.Channel;
import dev.storetwin.type.Money;
import dev.storetwin.type.OrderId;
import dev.storetwin.type.Quantity;
import dev.storetwin.type.Sku;
import dev.storetwin.type.Source;
import dev.storetwin.type.TaxMode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A twin most of whose orders lie on disk. */
class ArchivedTwinTest {

    private static final Source SHOP = Source.of("till");
    private static final Instant MONDAY = Instant.parse("2026-03-02T08:00:00Z");

    @TempDir
    private Path folder;

    private final FaultyDisk disk = new FaultyDisk(1);
    private final List<OrderPlaced> orders =
            IntStream.range(0, 5_000).mapToObj(ArchivedTwinTest::order).toList();

    private static OrderPlaced order(int number) {
        var line = OrderLine.of(
                "1",
                Sku.of("MUG-" + number % 7),
                Quantity.of(1),
                Money.of("9.90", Currency.getInstance("EUR")),
                TaxMode.GROSS);
        return OrderPlaced.of(SHOP, OrderId.of("order-" + number), Channel.of("web"), MONDAY.plusSeconds(number), line);
    }

    private Twin twin() {
        return StoreTwin.builder()
                .vault(new PlainVault())
                .durability(DurabilityOptions.DEFAULT.withDocumentBytes(20_000))
                .disk(disk)
                .dataDirectory(folder)
                .build();
    }

    private static ShopState state(Twin twin) {
        return (ShopState) twin.state();
    }

    private List<Path> runs() throws IOException {
        return disk.list(folder.resolve("archive")).stream()
                .filter(it -> it.toString().endsWith(".run"))
                .toList();
    }

    /** In the first block of every run. */
    private void damage() throws IOException {
        for (var run : runs()) {
            try (var file = disk.open(run)) {
                file.write(ByteBuffer.wrap(new byte[400]), 100);
            }
        }
    }

    @Test
    void a_load_keeps_few_documents_in_the_heap_and_finds_all_of_them() {
        try (var twin = twin()) {
            twin.load(orders.stream());

            assertThat(state(twin).documents().freshBytes()).isLessThan(200_000);
            assertThat(state(twin).documents().archive().runs()).isNotEmpty();
            assertThat(orders)
                    .allMatch(it -> twin.state().orders().find(it.order()).isPresent());
            assertThat(orders.stream().map(twin::accept)).allMatch(Acceptance.Duplicate.class::isInstance);
        }
    }

    @Test
    void what_is_on_disk_is_there_after_a_start_and_nothing_else_is_left() throws IOException {
        try (var twin = twin()) {
            twin.load(orders.stream());
        }
        try (var twin = twin()) {
            assertThat(state(twin).documents().size()).isEqualTo(orders.size());
            assertThat(orders)
                    .allMatch(it -> twin.state().orders().find(it.order()).isPresent());
        }
        assertThat(disk.openHandles()).isZero();
    }

    @Test
    void an_order_whose_document_cannot_be_read_is_unavailable_and_the_others_are_taken() throws IOException {
        try (var twin = twin()) {
            twin.load(orders.stream());
            damage();
            var unreadable = orders.stream()
                    .filter(it -> !isReadable(twin, it))
                    .findFirst()
                    .orElseThrow();
            var readable = orders.stream()
                    .filter(it -> isReadable(twin, it))
                    .findFirst()
                    .orElseThrow();

            var answers = List.of(taken(unreadable), taken(readable), order(9_999)).stream()
                    .map(twin::offer)
                    .map(it -> it.toCompletableFuture().join())
                    .toList();

            assertThat(answers.get(0))
                    .isInstanceOfSatisfying(Acceptance.Unavailable.class, it -> assertThat(it.reason())
                            .contains(".run is damaged at offset ")
                            .contains("Maybe"));
            assertThat(answers.subList(1, 3)).allMatch(Acceptance.Accepted.class::isInstance);
            assertThat(twin.state().revision()).isEqualTo(orders.size() + 2);
        }
    }

    private static EventRetracted taken(OrderPlaced order) {
        return EventRetracted.of(order, order.header().occurredAt().plusSeconds(1), "a mistake");
    }

    private static boolean isReadable(Twin twin, OrderPlaced order) {
        try {
            return twin.state().orders().find(order.order()).isPresent();
        } catch (UnreadableDocument damaged) {
            return false;
        }
    }

    @Test
    void a_damaged_archive_costs_time_and_no_event() throws IOException {
        try (var twin = twin()) {
            twin.load(orders.stream());
        }
        damage();
        try (var twin = twin()) {
            assertThat(orders)
                    .allMatch(it -> twin.state().orders().find(it.order()).isPresent());
        }
    }

    @Test
    void a_state_of_a_closed_twin_says_that_it_is_closed() {
        var twin = twin();
        twin.load(orders.stream());
        var state = twin.state();
        twin.close();

        assertThatThrownBy(() -> orders.forEach(it -> state.orders().find(it.order())))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("closed")
                .hasMessageContaining("Maybe");
        assertThat(state.orders().count()).isEqualTo(orders.size());
        assertThat(disk.openHandles()).isZero();
    }

    @Test
    void runs_that_no_snapshot_needs_are_gone_after_a_start() throws IOException {
        try (var twin = twin()) {
            twin.load(orders.stream());
        }
        var before = runs();

        twin().close();

        assertThat(before).isNotEmpty();
        assertThat(runs()).doesNotContainAnyElementsOf(before);
    }
}
