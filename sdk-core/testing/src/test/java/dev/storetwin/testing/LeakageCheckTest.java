package dev.storetwin.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.core.feature.LeakageCheck;
import dev.storetwin.core.feature.ShopFeatures;
import dev.storetwin.core.state.ShopState;
import dev.storetwin.feature.Feature;
import dev.storetwin.feature.FeatureEntity;
import dev.storetwin.feature.FeatureReading;
import dev.storetwin.feature.Features;
import dev.storetwin.feature.Grain;
import dev.storetwin.feature.Label;
import dev.storetwin.feature.LabeledMoment;
import dev.storetwin.feature.Measure;
import dev.storetwin.feature.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Fifty features that look past their label, and fifty that look like them and do not. */
class LeakageCheckTest {

    private static final Label NEXT = Label.of("units_next_7d", "Units of the seven days from the moment on.");
    private static final Label LAST_WEEK = new Label("units_last_7d", -7, "Units of the seven days before the moment.");

    private final SyntheticShop shop = SyntheticShop.small(11);
    private final LeakageCheck check =
            new LeakageCheck(shop.events().toList(), events -> ShopState.empty(shop.zone(), shop.currency())
                    .after(events)
                    .state());
    private final List<LabeledMoment> rows = rows();

    private List<LabeledMoment> rows() {
        int days = Math.toIntExact(shop.until().toEpochDay() - shop.from().toEpochDay());
        var at = shop.from()
                .plusDays(days / 2)
                .atTime(10, 30)
                .atZone(shop.zone())
                .toInstant();
        return shop.skus().stream()
                .limit(6)
                .map(it ->
                        new LabeledMoment(FeatureEntity.of(it, shop.channels().get(0)), at, 0))
                .toList();
    }

    /** Days before the moment that begin {@code lag} days before its day: the same number, honestly declared or not. */
    private static Features named(String name, int number) {
        return Features.define(name + "_" + number).unit("units").meaning("Made for a test.");
    }

    private static double sold(FeatureReading reading, LocalDate from, LocalDate until) {
        return reading.state()
                .demand()
                .sales(reading.entity().sku(), from, until)
                .totalUnits();
    }

    private static List<Feature> numbered(int count, IntFunction<Feature> maker) {
        return IntStream.rangeClosed(1, count).mapToObj(maker).toList();
    }

    /** What is wrong shows in the declaration. */
    private static List<Feature> declared() {
        return numbered(10, days -> named("units_ahead", days)
                .window(Window.of(7).before(-days))
                .computedBy("sum", it -> it.daily(Measure.UNITS).sum()));
    }

    /** The declaration says nothing of it: the kernel goes past its window. */
    private static List<Feature> hidden() {
        var leaks = new ArrayList<Feature>();
        leaks.addAll(numbered(10, days -> named("sold_ahead", days)
                .window(Window.of(7))
                .computedBy(
                        "peek",
                        it -> sold(it, it.today().minusDays(7), it.today().plusDays(6L + days)))));
        leaks.addAll(numbered(10, weeks -> named("sold_since", weeks)
                .window(Window.of(28))
                .computedBy(
                        "peek",
                        it -> sold(it, it.today().minusDays(28), it.today().plusWeeks(weeks)) / (28 + 7 * weeks))));
        leaks.addAll(numbered(10, days -> named("stock_later", days)
                .computedBy("peek", it -> units(it, it.moment().plus(Duration.ofDays(6L + days))))));
        leaks.addAll(numbered(5, days -> named("stock_at_the_end", days)
                .computedBy(
                        "peek",
                        it -> days
                                * it.state()
                                        .stock()
                                        .total(it.entity().sku())
                                        .onHand()
                                        .toDouble())));
        leaks.addAll(numbered(5, days -> named("too_early", days)
                .knownAfter(Duration.ofDays(7L + days))
                .computedBy("peek", it -> sold(it, it.today(), it.today().plusDays(6L + days)))));
        return leaks;
    }

    private static double units(FeatureReading reading, Instant at) {
        return reading.state()
                .stock()
                .availableAt(reading.entity().sku(), at)
                .map(it -> it.toDouble())
                .orElse(-1.0);
    }

    /** The same, within what was known. */
    private static List<Feature> lawful() {
        var lawful = new ArrayList<Feature>();
        lawful.addAll(numbered(10, days -> named("units_behind", days)
                .window(Window.of(7).before(days))
                .computedBy("sum", it -> it.daily(Measure.UNITS).sum())));
        lawful.addAll(numbered(10, days -> named("sold_behind", days)
                .window(Window.of(7))
                .computedBy("look", it -> sold(it, it.today().minusDays(7L + days), it.today()))));
        lawful.addAll(numbered(10, weeks -> named("sold_last_weeks", weeks)
                .window(Window.of(28))
                .computedBy(
                        "look",
                        it -> sold(it, it.today().minusWeeks(weeks), it.today().minusDays(weeks % 3)) / weeks)));
        lawful.addAll(numbered(10, days -> named("stock_earlier", days)
                .computedBy("look", it -> units(it, it.moment().minus(Duration.ofDays(days - 1L))))));
        lawful.addAll(numbered(5, days -> named("stock_now", days)
                .computedBy("look", it -> days * it.available().orElse(-1))));
        lawful.addAll(numbered(5, days -> named("late_enough", days)
                .knownAfter(Duration.ofDays(7L + days))
                .computedBy("look", it -> sold(it, it.today().minusDays(days), it.today()))));
        return lawful;
    }

    private List<String> refused(List<Feature> features) {
        return features.stream()
                .filter(it -> check.leak(it, NEXT, rows).isPresent())
                .map(Feature::name)
                .toList();
    }

    @Test
    void fifty_leaks_are_refused_and_fifty_lawful_features_that_look_alike_are_not() {
        var leaks = new ArrayList<>(declared());
        leaks.addAll(hidden());

        assertThat(leaks).hasSize(50);
        assertThat(refused(leaks))
                .containsExactlyElementsOf(leaks.stream().map(Feature::name).toList());
        assertThat(lawful()).hasSize(50);
        assertThat(refused(lawful())).isEmpty();
    }

    @Test
    void a_leak_is_told_with_the_numbers_that_show_it() {
        assertThat(check.leak(hidden().get(0), NEXT, rows).orElseThrow())
                .contains("sold_ahead_1/1")
                .contains("without what happened after the cut-off");
        assertThat(check.leak(declared().get(2), NEXT, rows).orElseThrow()).contains("up to 3 after its moment");
    }

    @Test
    void a_label_that_begins_before_the_moment_needs_windows_that_end_before_it() {
        var recent = ShopFeatures.all(Grain.SKU).feature("units_sum_28d");
        var earlier = named("units_earlier", 7)
                .window(Window.of(28).before(7))
                .computedBy("sum", it -> it.daily(Measure.UNITS).sum());

        assertThat(check.leak(recent, NEXT, rows)).isEmpty();
        assertThat(check.leak(recent, LAST_WEEK, rows)).isPresent();
        assertThat(check.leak(earlier, LAST_WEEK, rows)).isEmpty();
    }

    @Test
    void nothing_of_the_catalogue_looks_ahead() {
        var features = new ArrayList<>(ShopFeatures.all(Grain.SKU).features());
        features.addAll(ShopFeatures.all(Grain.SKU_CHANNEL).features());

        assertThat(refused(features)).isEmpty();
    }
}
