package dev.storetwin.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.storetwin.Twin;
import dev.storetwin.core.feature.ServedLogOptions;
import dev.storetwin.event.OrderLine;
import dev.storetwin.event.OrderPlaced;
import dev.storetwin.event.StockCounted;
import dev.storetwin.feature.Feature;
import dev.storetwin.feature.FeatureDefinition;
import dev.storetwin.feature.FeatureEntity;
import dev.storetwin.feature.Features;
import dev.storetwin.feature.Grain;
import dev.storetwin.feature.Label;
import dev.storetwin.feature.LabeledMoment;
import dev.storetwin.feature.Measure;
import dev.storetwin.feature.PointInTime;
import dev.storetwin.feature.Window;
import dev.storetwin.testing.PlainVault;
import dev.storetwin.testing.SettableClock;
import dev.storetwin.type.Channel;
import dev.storetwin.type.Money;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.OrderId;
import dev.storetwin.type.Quantity;
import dev.storetwin.type.Sku;
import dev.storetwin.type.Source;
import dev.storetwin.type.TaxMode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TwinFeaturesTest {

    private static final Instant MONDAY = Instant.parse("2025-06-30T10:00:00Z");
    private static final Source SHOP = Source.of("shop");
    private static final Sku MUG = Sku.of("MUG");
    private static final FeatureEntity OF_MUG = FeatureEntity.of(MUG);
    private static final NodeId BERLIN = NodeId.of("BERLIN");
    private static final Label UNITS = Label.of("units_next_7d", "Units of the next seven days.");

    @TempDir
    private Path folder;

    private final SettableClock clock = SettableClock.at(MONDAY);

    private static Feature bestDay(int days) {
        return Features.define("best_day")
                .unit("units")
                .window(Window.of(days))
                .meaning("Units of the best day.")
                .computedBy("best-day", reading -> reading.daily(Measure.UNITS).max());
    }

    private StoreTwinBuilder inMemory() {
        return StoreTwin.builder().clock(clock);
    }

    private StoreTwinBuilder durable() {
        return inMemory().vault(new PlainVault()).dataDirectory(folder.resolve("twin"));
    }

    private static OrderPlaced order(String id, int daysAgo, long units) {
        return OrderPlaced.of(
                SHOP,
                OrderId.of(id),
                Channel.of("web"),
                MONDAY.minus(Duration.ofDays(daysAgo)),
                OrderLine.of("1", MUG, Quantity.of(units), Money.of("10", "EUR"), TaxMode.NET));
    }

    private static OrderPlaced heardLate(OrderPlaced order, int daysAgo) {
        return new OrderPlaced(
                order.header().withReceivedAt(MONDAY.minus(Duration.ofDays(daysAgo))),
                order.order(),
                order.channel(),
                order.subject(),
                order.shipTo(),
                order.taxMode(),
                order.lines(),
                order.totals());
    }

    private static StockCounted count(int units, int minute) {
        return StockCounted.of(SHOP, MUG, BERLIN, Quantity.of(units), MONDAY.plusSeconds(60L * minute));
    }

    private static LabeledMoment row(int daysAgo, double label) {
        return new LabeledMoment(OF_MUG, MONDAY.minus(Duration.ofDays(daysAgo)), label);
    }

    @Test
    void numbers_are_asked_for_by_name() {
        try (var twin = inMemory().build()) {
            twin.accept(order("a", 3, 7));
            twin.accept(count(40, 0));

            var vector = twin.features().vector(OF_MUG, "units_sum_28d", "available_units");

            // Seven of the forty are promised to the order.
            assertThat(vector.value("units_sum_28d")).hasValue(7);
            assertThat(vector.value("available_units")).hasValue(33);
            assertThat(vector.get("units_sum_28d").orElseThrow().age()).isEqualTo(Duration.ofHours(10));
        }
    }

    @Test
    void a_name_that_nobody_knows_is_answered_with_the_nearest() {
        try (var twin = inMemory().build()) {
            assertThatThrownBy(() -> twin.features().vector(OF_MUG, "sale_velocity_28d"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("Maybe 'sales_velocity_28d' is meant");
            assertThatThrownBy(() -> twin.features().feature("moon_phase_of_the_week"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("StoreTwinBuilder.feature");
        }
    }

    @Test
    void a_feature_of_the_hosts_own_stands_in_the_catalogue() {
        try (var twin = inMemory().feature(bestDay(28)).build()) {
            twin.accept(order("a", 3, 2));
            twin.accept(order("b", 3, 5));

            assertThat(twin.features().catalogue())
                    .extracting(FeatureDefinition::name)
                    .contains("best_day");
            assertThat(twin.features().vector(OF_MUG, "best_day").value("best_day"))
                    .hasValue(7);
        }
    }

    @Test
    void a_name_keeps_its_meaning() {
        var builder = inMemory().feature(bestDay(28)).feature(bestDay(28));

        assertThatThrownBy(() -> builder.feature(bestDay(14)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("best_day")
                .hasMessageContaining("28d")
                .hasMessageContaining("14d")
                .hasMessageContaining("Maybe another name");
    }

    @Test
    void what_has_just_changed_is_never_served_from_before() {
        try (var twin = inMemory().build()) {
            var set = twin.features().set("stock", Grain.SKU, List.of("available_units"));
            for (int minute = 0; minute < 200; minute++) {
                clock.advance(Duration.ofMinutes(1));
                twin.accept(count(minute, minute));

                assertThat(twin.features().vector(OF_MUG, set).value(0)).isEqualTo(minute);
                assertThat(twin.features().vectors(List.of(OF_MUG, OF_MUG), set))
                        .allMatch(it -> it.revision() == twin.state().revision());
            }
        }
    }

    @Test
    void a_number_that_was_published_is_served() {
        var risk = Features.define("stock_out_risk").unit("share").published();
        try (var twin = inMemory().feature(risk).build()) {
            twin.features().publisher().publish(risk.definition(), OF_MUG, 0.2, MONDAY);

            assertThat(twin.features().vector(OF_MUG, "stock_out_risk").value(0))
                    .isEqualTo(0.2);
        }
    }

    @Test
    void a_training_set_knows_what_the_twin_knew() {
        try (var twin = durable().build()) {
            twin.accept(order("a", 9, 1));
            twin.accept(heardLate(order("late", 8, 5), 1));
            twin.accept(order("b", 4, 3));
            var set = twin.features().set("units", Grain.SKU, List.of("units_sum_28d"));
            var rows = List.of(row(0, 2), row(7, 1), row(2, 0));

            var known = twin.features().trainingSet(set, UNITS, rows, PointInTime.AS_KNOWN);
            var happened = twin.features().trainingSet(set, UNITS, rows, PointInTime.AS_HAPPENED);

            assertThat(known.column(0)).containsExactly(9, 1, 4);
            assertThat(happened.column(0)).containsExactly(9, 6, 9);
            assertThat(known.labels()).containsExactly(2, 1, 0);
        }
    }

    @Test
    void a_twin_in_memory_says_that_it_does_not_remember_what_it_knew() {
        try (var twin = inMemory().build()) {
            twin.accept(order("a", 9, 1));
            var set = twin.features().set("units", Grain.SKU, List.of("units_sum_28d"));

            assertThat(twin.features()
                            .trainingSet(set, UNITS, List.of(row(7, 1)), PointInTime.AS_HAPPENED)
                            .column(0))
                    .containsExactly(1);
            assertThatThrownBy(() -> twin.features().trainingSet(set, UNITS, List.of(row(7, 1)), PointInTime.AS_KNOWN))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("Maybe PointInTime.AS_HAPPENED");
        }
    }

    @Test
    void a_training_set_is_written_as_csv() throws IOException {
        try (var twin = durable().build()) {
            twin.accept(order("a", 9, 1));
            twin.accept(count(4, 0));
            var set = twin.features().set("stock", Grain.SKU, List.of("units_sum_28d", "available_units"));
            var odd = new LabeledMoment(FeatureEntity.of(Sku.of("5\" mug, blue")), MONDAY, 0);
            var csv = new StringBuilder();

            long rows =
                    twin.features().writeTrainingSet(set, UNITS, List.of(odd, row(7, 1)), PointInTime.AS_KNOWN, csv);

            assertThat(rows).isEqualTo(2);
            assertThat(csv.toString().split("\r\n"))
                    .containsExactly(
                            "grain,entity,part,at,units_next_7d,units_sum_28d,available_units",
                            "SKU,MUG,,2025-06-23T10:00:00Z,1.0,1.0,",
                            "SKU,\"5\"\" mug, blue\",,2025-06-30T10:00:00Z,0.0,0.0,");
        }
    }

    @Test
    void a_leak_is_refused_with_its_reason() {
        var peek = Features.define("units_next_week").computedBy("peek", reading -> reading.state()
                .demand()
                .sales(
                        reading.entity().sku(),
                        reading.today().minusDays(7),
                        reading.today().plusDays(7))
                .totalUnits());
        try (var twin = durable().build()) {
            twin.accept(order("a", 9, 1));
            twin.accept(order("b", 3, 6));
            var sum = twin.features().feature("units_sum_28d");
            var set = twin.features().set("units", Grain.SKU, List.of("units_sum_28d"));
            var lastWeek = new Label("units_last_7d", -7, "Units of the last seven days.");

            assertThat(twin.features().leak(peek, UNITS, List.of(row(5, 1))))
                    .hasValueSatisfying(it -> assertThat(it).contains("without what happened after the cut-off"));
            assertThat(twin.features().leak(sum, UNITS, List.of(row(5, 1)))).isEmpty();
            assertThatThrownBy(
                            () -> twin.features().trainingSet(set, lastWeek, List.of(row(5, 1)), PointInTime.AS_KNOWN))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("units_sum_28d");
        }
    }

    private void serve(Twin twin, int from, int until) {
        var set = twin.features().set("stock", Grain.SKU, List.of("units_sum_28d", "available_units"));
        for (int minute = from; minute < until; minute++) {
            clock.advance(Duration.ofMinutes(1));
            twin.accept(count(minute, minute));
            twin.accept(order("order-" + minute, minute % 20, 1));
            twin.features().vector(OF_MUG, set);
        }
    }

    @Test
    void what_was_served_comes_out_again_also_after_a_restart() throws IOException {
        try (var twin = durable().servedLog(ServedLogOptions.DEFAULT).build()) {
            serve(twin, 0, 30);
        }
        try (var twin = durable().servedLog(ServedLogOptions.DEFAULT).build()) {
            serve(twin, 30, 50);
            var set = twin.features().set("stock", Grain.SKU, List.of("units_sum_28d", "available_units"));

            var report = twin.features().checkServed(List.of(set));

            assertThat(report.vectors()).isEqualTo(50);
            assertThat(report.values()).isEqualTo(100);
            assertThat(report.isSame()).isTrue();
            assertThat(report.lost()).isZero();
            assertThat(twin.features().checkServed(List.of()).unknown()).isEqualTo(50);
        }
    }

    @Test
    void what_was_served_otherwise_is_found() throws IOException {
        var drifting = new int[1];
        var unsteady = Features.define("unsteady").computedBy("unsteady", reading -> drifting[0]);
        try (var twin =
                durable().feature(unsteady).servedLog(ServedLogOptions.DEFAULT).build()) {
            var set = twin.features().set("unsteady", Grain.SKU, List.of("unsteady", "units_sum_28d"));
            twin.features().vector(OF_MUG, set);
            drifting[0] = 5;

            var report = twin.features().checkServed(List.of(set));

            assertThat(report.differences()).isEqualTo(1);
            assertThat(report.first().get(0).served()).isEqualTo("0.0");
            assertThat(report.first().get(0).recomputed()).isEqualTo("5.0");
        }
    }

    @Test
    void a_twin_in_memory_compares_the_newest() throws IOException {
        try (var twin =
                inMemory().servedLog(ServedLogOptions.DEFAULT.withInMemory(10)).build()) {
            serve(twin, 0, 30);
            var set = twin.features().set("stock", Grain.SKU, List.of("units_sum_28d", "available_units"));

            var report = twin.features().checkServed(List.of(set));

            assertThat(report.vectors()).isEqualTo(10);
            assertThat(report.isSame()).isTrue();
            assertThat(report.lost()).isEqualTo(20);
        }
    }

    @Test
    void a_number_that_was_told_is_not_compared() throws IOException {
        var risk = Features.define("stock_out_risk").unit("share").published();
        try (var twin =
                durable().feature(risk).servedLog(ServedLogOptions.DEFAULT).build()) {
            twin.features().publisher().publish(risk.definition(), OF_MUG, 0.2, MONDAY);
            twin.features().vector(OF_MUG, "stock_out_risk", "units_sum_28d");
            var set = twin.features().set("any", Grain.SKU, List.of("stock_out_risk", "units_sum_28d"));

            var report = twin.features().checkServed(List.of(set));

            assertThat(report.values()).isEqualTo(1);
            assertThat(report.told()).isEqualTo(1);
            assertThat(report.isSame()).isTrue();
        }
    }

    @Test
    void without_a_log_the_comparison_says_what_to_do() {
        try (var twin = inMemory().build()) {
            assertThatThrownBy(() -> twin.features().checkServed(List.of()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("servedLog");
        }
    }

    @Test
    void nothing_runs_after_the_twin_is_closed() {
        var twin = durable().servedLog(ServedLogOptions.DEFAULT).build();
        serve(twin, 0, 3);

        twin.close();

        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .doesNotContain("storetwin-served-features");
    }
}
