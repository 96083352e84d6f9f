package dev.storetwin.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.storetwin.Twin;
import dev.storetwin.event.OrderLine;
import dev.storetwin.event.OrderPlaced;
import dev.storetwin.event.PriceChanged;
import dev.storetwin.event.StockCounted;
import dev.storetwin.state.Acceptance;
import dev.storetwin.type.Actor;
import dev.storetwin.type.Channel;
import dev.storetwin.type.Money;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.OrderId;
import dev.storetwin.type.Quantity;
import dev.storetwin.type.Role;
import dev.storetwin.type.Sku;
import dev.storetwin.type.Source;
import dev.storetwin.type.TaxMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DurableTwinTest {

    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");
    private static final Source SHOP = Source.of("test");
    private static final Sku MUG = Sku.of("MUG-1");
    private static final Channel WEB = Channel.of("web");
    private static final NodeId LEIPZIG = NodeId.of("LEIPZIG");
    private static final Currency EUR = Currency.getInstance("EUR");

    @TempDir
    private Path folder;

    private StoreTwinBuilder builder() {
        return StoreTwin.builder()
                .clock(Clock.fixed(NOON, ZoneOffset.UTC))
                .vault(new PlainVault())
                .dataDirectory(folder.resolve("twin"));
    }

    private static OrderPlaced order(int number) {
        return OrderPlaced.of(
                SHOP,
                OrderId.of("order-" + number),
                WEB,
                NOON.minusSeconds(number * 3_600L),
                OrderLine.of("1", MUG, Quantity.of(1 + number % 3), Money.of("9.90", EUR), TaxMode.GROSS));
    }

    private static StockCounted count(int units) {
        return StockCounted.of(SHOP, MUG, LEIPZIG, Quantity.of(units), NOON);
    }

    private static double sold(Twin twin) {
        return twin.state()
                .demand()
                .sales(MUG, LocalDate.of(2026, 1, 1), LocalDate.of(2026, 4, 1))
                .totalUnits();
    }

    @Test
    void what_was_accepted_is_there_after_a_restart() {
        double sold;
        try (var twin = builder().build()) {
            IntStream.range(0, 50).forEach(it -> twin.accept(order(it)));
            twin.accept(count(7));
            sold = sold(twin);
        }

        try (var again = builder().build()) {
            assertThat(again.state().revision()).isEqualTo(51);
            assertThat(sold(again)).isEqualTo(sold).isPositive();
            assertThat(again.state().stock().level(MUG, LEIPZIG).onHand()).isEqualTo(Quantity.of(7));
            assertThat(again.accept(count(7))).isInstanceOf(Acceptance.Duplicate.class);
        }
    }

    @Test
    void an_offered_event_is_visible_once_its_stage_completes() {
        try (var twin = builder().build()) {
            var answer = twin.offer(count(3)).toCompletableFuture().join();

            assertThat(answer).isInstanceOf(Acceptance.Accepted.class);
            assertThat(twin.state().stock().level(MUG, LEIPZIG).onHand()).isEqualTo(Quantity.of(3));
            assertThat(twin.backlog().capacity()).isPositive();
        }
    }

    @Test
    void the_kill_switch_survives_a_restart() {
        try (var twin = builder().build()) {
            twin.stop(new Actor(Role.OPERATOR, "night-shift"), "prices look wrong");
        }

        try (var again = builder().build()) {
            assertThat(again.state().commitments().killSwitchEngaged()).isTrue();
        }
    }

    @Test
    void what_was_known_at_a_revision_can_be_asked_for() {
        try (var twin = builder().build()) {
            twin.accept(count(3));
            long before = twin.state().revision();
            twin.accept(PriceChanged.of(SHOP, MUG, WEB, Money.of("5.00", EUR), NOON.minusSeconds(60)));

            var past = twin.knownAt(before).orElseThrow();

            assertThat(past.revision()).isEqualTo(before);
            assertThat(past.catalog().price(MUG, WEB, NOON)).isEmpty();
            assertThat(past.stock().level(MUG, LEIPZIG).onHand()).isEqualTo(Quantity.of(3));
            assertThat(twin.knownAt(twin.state().revision())).contains(twin.state());
            assertThat(twin.knownAt(99)).isEmpty();
        }
    }

    @Test
    void a_second_twin_on_the_directory_is_refused_by_name() {
        try (var first = builder().build()) {
            assertThatThrownBy(() -> builder().build())
                    .hasMessageContaining(folder.resolve("twin").toString());
            assertThat(first.accept(count(1)).isKnown()).isTrue();
        }
    }

    @Test
    void the_directory_of_another_shop_is_refused() {
        try (var twin = builder().build()) {
            twin.accept(count(1));
        }

        assertThatThrownBy(() -> builder().zone(ZoneId.of("Europe/Berlin")).build())
                .hasMessageContaining("Europe/Berlin")
                .hasMessageContaining("keeps its time zone");
        builder().build().close();
    }

    @Test
    void a_directory_with_other_things_in_it_is_left_alone() throws Exception {
        var photos = Files.createDirectories(folder.resolve("twin"));
        Files.writeString(photos.resolve("holiday.jpg"), "sea");

        assertThatThrownBy(() -> builder().build()).hasMessageContaining("holiday.jpg");
        try (var files = Files.list(photos)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void no_thread_is_left_after_closing() {
        var twin = builder().build();
        twin.accept(count(1));

        twin.close();

        assertThat(Thread.getAllStackTraces().keySet())
                .filteredOn(Thread::isAlive)
                .extracting(Thread::getName)
                .noneMatch(it -> it.startsWith("storetwin-"));
        assertThat(twin.accept(count(2))).isInstanceOf(Acceptance.Unavailable.class);
    }

    @Test
    void a_loaded_history_is_kept_too() {
        try (var twin = builder().build()) {
            var report = twin.load(IntStream.range(0, 9_000).mapToObj(DurableTwinTest::order));
            assertThat(report.accepted()).isEqualTo(9_000);
        }

        try (var again = builder().build()) {
            assertThat(again.state().orders().count()).isEqualTo(9_000);
        }
    }
}
