package dev.storetwin.core.forecast.global;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.core.forecast.global.PanelFeatures.Row;
import dev.storetwin.forecast.PeriodCalendar;
import dev.storetwin.forecast.TimeSeries;
import dev.storetwin.model.FeatureTable;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PanelRowsTest {

    /** What came after the origin is changed beyond recognition; the rows at the origin must not notice. */
    @Test
    void a_row_knows_nothing_of_what_came_after_its_origin() {
        var panel = GlobalForecasterTest.slowSellers(5, 130);
        var changed = panel.stream().map(it -> changedFrom(it, 110)).toList();

        var before = rowAt(panel, 110);
        var after = rowAt(changed, 110);

        assertThat(after).isEqualTo(before);
    }

    private static TimeSeries changedFrom(TimeSeries series, int index) {
        var values = series.values();
        for (int i = index; i < values.length; i++) {
            values[i] = 1e6 + i;
        }
        return TimeSeries.of(series.name(), values);
    }

    private static List<Double> rowAt(List<TimeSeries> panel, int origin) {
        var histories = panel.stream().map(History::of).toList();
        var features = PanelFeatures.of(histories, KnownAhead.NOTHING);
        var history = histories.get(2);
        var table = features.table(List.of(new Row(history, origin, 3, Kind.SLOW.ruler(history, origin))));
        return IntStream.range(0, table.columns().size())
                .mapToObj(it -> table.value(0, it))
                .toList();
    }

    @Test
    void the_columns_of_a_row_by_hand() {
        var history = History.of(TimeSeries.of("x", 0, 0, 4, 0, 2, 6, 0, 3)
                .withCalendar(PeriodCalendar.monthly(LocalDate.of(2024, 1, 1))));
        var row = new Row(history, 7, 1, Kind.SLOW.ruler(history, 7));

        var table = PanelFeatures.of(List.of(history), KnownAhead.NOTHING).table(List.of(row));

        // Known at the origin from the first sale on: 4 0 2 6 0, so the level is 12 / 5.
        double level = 2.4;
        assertThat(row.ruler()).isEqualTo(new Ruler(0, level));
        assertThat(value(table, "lag_1")).isZero();
        assertThat(value(table, "lag_2")).isEqualTo(6 / level);
        assertThat(value(table, "lag_6")).isNaN();
        assertThat(value(table, "mean_3")).isEqualTo(8. / 3 / level);
        assertThat(value(table, "zeros_all")).isEqualTo(.4);
        assertThat(value(table, "since_sale")).isEqualTo(1);
        assertThat(value(table, "sale_size_all")).isEqualTo(4 / level);
        assertThat(value(table, "change_all")).isEqualTo((4 + 2 + 4 + 6) / 4. / level);
        assertThat(value(table, "month")).isEqualTo(8);
        assertThat(value(table, "step")).isEqualTo(1);
    }

    private static double value(FeatureTable table, String name) {
        return table.value(0, table.indexOf(name).orElseThrow());
    }

    @Test
    void rows_are_thinned_out_to_about_as_many_as_are_allowed() {
        var panel = GlobalForecasterTest.slowSellers(40, 60).stream()
                .map(History::of)
                .toList();

        var all = PanelRows.of(panel, Kind.SLOW, 6, GlobalSettings.defaults());
        var some = PanelRows.of(panel, Kind.SLOW, 6, GlobalSettings.defaults().withMostRows(1000));

        assertThat(all.size()).isBetween(11_000, 12_600);
        assertThat(some.size()).isBetween(850, 1150);
    }

    @Test
    void what_is_known_ahead_is_read_at_the_period_that_is_foretold() {
        var known = new KnownAhead() {
            @Override
            public List<String> regressors() {
                return List.of("price");
            }

            @Override
            public double regressor(String name, TimeSeries series, int index) {
                return 10 + index;
            }

            @Override
            public List<String> attributes() {
                return List.of("category");
            }

            @Override
            public double attribute(String name, TimeSeries series) {
                return 3;
            }
        };
        var history = History.of(TimeSeries.of("x", 1, 2, 3, 4));

        var table = PanelFeatures.of(List.of(history), known)
                .table(List.of(new Row(history, 4, 2, Kind.MOVING.ruler(history, 4))));

        assertThat(value(table, "known_price")).isEqualTo(15);
        assertThat(value(table, "known_turn_price")).isEqualTo(2);
        assertThat(value(table, "attribute_category")).isEqualTo(3);
    }
}
