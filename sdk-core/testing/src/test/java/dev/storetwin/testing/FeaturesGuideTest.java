package dev.storetwin.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.storetwin.core.StoreTwin;
import dev.storetwin.core.feature.ServedLogOptions;
import dev.storetwin.event.OrderLine;
import dev.storetwin.event.OrderPlaced;
import dev.storetwin.feature.Feature;
import dev.storetwin.feature.FeatureEntity;
import dev.storetwin.feature.Features;
import dev.storetwin.feature.Grain;
import dev.storetwin.feature.Label;
import dev.storetwin.feature.LabeledMoment;
import dev.storetwin.feature.Measure;
import dev.storetwin.feature.PointInTime;
import dev.storetwin.feature.Window;
import dev.storetwin.type.Channel;
import dev.storetwin.type.Money;
import dev.storetwin.type.OrderId;
import dev.storetwin.type.Quantity;
import dev.storetwin.type.Sku;
import dev.storetwin.type.Source;
import dev.storetwin.type.TaxMode;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The examples of docs/guide/features.md, word for word but for the clock. */
class FeaturesGuideTest {

    private static final Sku MUG = Sku.of("MUG");
    private static final Sku CUP = Sku.of("CUP");
    private static final Channel WEB = Channel.of("web");
    private static final Instant MONDAY = Instant.parse("2025-06-30T10:00:00Z");

    private final Feature bestDay = Features.define("best_day_28d")
            .about(Grain.SKU)
            .unit("units")
            .window(Window.of(28))
            .meaning("Units of the best of the last 28 whole days.")
            .computedBy("best-day", reading -> reading.daily(Measure.UNITS).max());

    private static OrderPlaced order(String id, int daysAgo, long units) {
        var line = OrderLine.of("1", MUG, Quantity.of(units), Money.of("10", "EUR"), TaxMode.NET);
        return OrderPlaced.of(Source.of("shop"), OrderId.of(id), WEB, MONDAY.minus(Duration.ofDays(daysAgo)), line);
    }

    @Test
    void a_feature_of_ones_own() {
        FeatureKit.of(bestDay)
                .given(order("a", 3, 2), order("b", 3, 5), order("c", 1, 4))
                .given(order("tomorrow", -1, 90))
                .at(MONDAY)
                .expect(FeatureEntity.of(MUG), 7);
    }

    @Test
    void a_feature_that_looks_ahead_fails_its_test() {
        var tomorrow = Features.define("units_so_far").computedBy("peek", reading -> reading.state()
                .demand()
                .sales(
                        reading.entity().sku(),
                        reading.today().minusDays(7),
                        reading.today().plusDays(7))
                .totalUnits());

        var kit = FeatureKit.of(tomorrow)
                .given(order("a", 3, 2), order("tomorrow", -1, 90))
                .at(MONDAY);

        assertThatThrownBy(() -> kit.expect(FeatureEntity.of(MUG), 92))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("without what happened after the cut-off");
    }

    @Test
    void a_feature_that_remembers_fails_its_test() {
        var calls = new int[1];
        var counting = Features.define("calls").computedBy("counting", reading -> calls[0]++);

        assertThatThrownBy(() -> FeatureKit.of(counting).at(MONDAY).expect(FeatureEntity.of(MUG), 0))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("computed again");
    }

    @Test
    void asking_publishing_checking_and_learning() throws IOException {
        var clock = Clock.fixed(MONDAY, ZoneOffset.UTC);
        var risk = Features.define("stock_out_risk").unit("share").published();
        try (var twin = StoreTwin.builder()
                .clock(clock)
                .feature(bestDay)
                .feature(risk)
                .servedLog(ServedLogOptions.DEFAULT)
                .build()) {
            twin.accept(order("a", 9, 2));
            twin.features().publisher().publish(risk.definition(), FeatureEntity.of(MUG), 0.2, MONDAY);

            var now = twin.features().vector(FeatureEntity.of(MUG), "sales_velocity_28d", "best_day_28d");
            var pricing = twin.features()
                    .set("pricing", Grain.SKU, List.of("sales_velocity_28d", "best_day_28d", "stock_out_risk"));
            var many = twin.features().vectors(List.of(FeatureEntity.of(MUG), FeatureEntity.of(CUP)), pricing);

            assertThat(now.value("best_day_28d")).hasValue(2);
            assertThat(many.get(0).value("stock_out_risk")).hasValue(0.2);
            assertThat(many.get(1).value("stock_out_risk")).isEmpty();

            var report = twin.features().checkServed(List.of(pricing));

            assertThat(report.vectors()).isEqualTo(2);
            assertThat(report.isSame()).isTrue();

            var units = Label.of("units_next_7d", "Units of the next seven days.");
            var rows = List.of(new LabeledMoment(FeatureEntity.of(MUG), MONDAY.minus(Duration.ofDays(7)), 7));
            var csv = new StringBuilder();

            var training = twin.features().trainingSet(pricing, units, rows, PointInTime.AS_HAPPENED);
            twin.features().writeTrainingSet(pricing, units, rows, PointInTime.AS_HAPPENED, csv);

            assertThat(training.column(1)).containsExactly(2);
            assertThat(csv.toString()).contains("best_day_28d").hasLineCount(2);
        }
    }
}
