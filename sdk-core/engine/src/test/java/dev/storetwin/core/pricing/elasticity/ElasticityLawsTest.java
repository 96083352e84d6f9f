package dev.storetwin.core.pricing.elasticity;

import static dev.storetwin.core.pricing.elasticity.MadeUpShelf.NAN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.storetwin.pricing.ElasticityStatus;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;

class ElasticityLawsTest {

    private static final int TRIES = 60;

    private static MadeUpShelf shelf(long seed) {
        return MadeUpShelf.of(4, 60, seed).add("short", -2, 6, seed, 300).add("odd", 2, 60, seed, 300);
    }

    private static void assertSame(ElasticityStudy one, ElasticityStudy other) {
        var expected = one.byName();
        other.byName().forEach((name, answer) -> {
            assertThat(answer.status()).isEqualTo(expected.get(name).status());
            answer.interval().ifPresent(it -> {
                var before = expected.get(name).interval().orElseThrow();
                assertThat(it.value()).isCloseTo(before.value(), within(1e-6));
                assertThat(it.lower()).isCloseTo(before.lower(), within(1e-6));
            });
        });
    }

    @Property(tries = TRIES)
    void the_unit_of_price_and_of_sales_changes_nothing(
            @ForAll @LongRange(min = 1, max = 1000) long seed,
            @ForAll @DoubleRange(min = .01, max = 100) double price,
            @ForAll @DoubleRange(min = 1, max = 1000) double units) {
        var shelf = shelf(seed);
        var scaled = new MadeUpShelf();
        shelf.lines.forEach(
                it -> scaled.lines.add(it.withPrice(price * it.price()).withUnits(units * it.units())));

        assertSame(shelf.byColumns(), scaled.byColumns());
    }

    @Property(tries = TRIES)
    void the_order_of_rows_changes_no_bit(@ForAll @LongRange(min = 1, max = 1000) long seed) {
        var shelf = shelf(seed);

        assertThat(shelf.shuffled(seed).byColumns().byName())
                .isEqualTo(shelf.byColumns().byName());
        assertThat(shelf.shuffled(seed).byCost().byName())
                .isEqualTo(shelf.byCost().byName());
    }

    @Property(tries = TRIES)
    void a_row_that_comes_twice_counts_once(@ForAll @LongRange(min = 1, max = 1000) long seed) {
        var shelf = shelf(seed);
        var twice = new MadeUpShelf();
        twice.lines.addAll(shelf.lines);
        twice.lines.addAll(shelf.lines.subList(0, 40));

        assertThat(twice.byColumns()).isEqualTo(shelf.byColumns());
    }

    @Property(tries = TRIES)
    void a_column_that_never_moves_and_the_order_of_columns_change_nothing(
            @ForAll @LongRange(min = 1, max = 1000) long seed) {
        var shelf = shelf(seed);
        var panel = PricePanel.builder(
                List.of(PanelColumn.number("season"), PanelColumn.number("store_size"), PanelColumn.number("promo")));
        shelf.lines.forEach(it ->
                panel.add(it.series(), "", "", it.week(), it.price(), it.units(), NAN, it.season(), 7, it.promo()));

        assertSame(shelf.byColumns(), MadeUpShelf.study(panel));
    }

    @Property(tries = TRIES)
    void no_number_is_ever_wrong_signed_or_outside_its_interval(@ForAll @LongRange(min = 1, max = 1000) long seed) {
        var study = MadeUpShelf.of(3, 12, seed).add("flat", 0, 12, seed, 50).byColumns();

        assertThat(study.byName().values())
                .allMatch(it -> it.interval().isPresent() == (it.status() != ElasticityStatus.UNIDENTIFIED))
                .allMatch(it -> it.interval().map(in -> in.value() < 0).orElse(true));
    }
}
