package dev.storetwin.core.forecast.global;

import dev.storetwin.forecast.PeriodCalendar;
import dev.storetwin.forecast.TimeSeries;
import dev.storetwin.model.FeatureColumn;
import dev.storetwin.model.FeatureTable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What a row says about a series at an origin and a step ahead of it. Everything but the calendar and what is {@link KnownAhead} lies
 * before the origin.
 */
final class PanelFeatures {

    private static final int LAGS = 12;
    private static final int[] WINDOWS = {3, 6, 12, 26};
    private static final int[] PANEL_WINDOWS = {1, 3, 12};
    private static final int NEAR = 12;
    private static final int FEWEST_MOMENTS = 100;

    private final List<Feature> features = new ArrayList<>();

    private PanelFeatures() {}

    /** One number of a row. */
    private record Feature(FeatureColumn column, ToDoubleFunction<Row> value) {}

    /**
     * A place to look from.
     *
     * @param origin periods seen
     * @param step   from 1: the first period after those
     */
    record Row(History history, int origin, int step, Ruler ruler) {

        /** Index of the period that is foretold. */
        int target() {
            return origin + step - 1;
        }

        private double lag(int lag) {
            return ruler.scaled(history.value(origin - lag));
        }

        private double mean(int periods) {
            return ruler.scaled(history.mean(origin - periods, origin));
        }

        /** Counted back from the end of the series. */
        private int back(int index) {
            return history.size() - index;
        }

        /** The same place of the last cycle that is known at the origin. */
        private int cycleAgo(int index, int cycle) {
            int cycles = (index - origin) / cycle + 1;
            return index - Math.max(1, cycles) * cycle;
        }
    }

    static PanelFeatures of(List<History> panel, KnownAhead known) {
        var it = new PanelFeatures();
        var cycles = Cycles.of(panel);
        it.past();
        it.cycles(cycles);
        if (panel.stream().anyMatch(history -> history.size() >= FEWEST_MOMENTS)) {
            it.moments(cycles, PanelMeans.of(panel));
        }
        if (panel.stream().allMatch(history -> history.series().calendar().isPresent())) {
            it.calendar();
        }
        it.known(known);
        return it;
    }

    private void past() {
        number("step", Row::step);
        for (int lag = 1; lag <= LAGS; lag++) {
            int back = lag;
            number("lag_" + lag, row -> row.lag(back));
        }
        for (int window : WINDOWS) {
            number("mean_" + window, row -> row.mean(window));
        }
        number("mean_all", row -> row.ruler().scaled(row.history().mean(0, row.origin())));
        number("mean_turn", row -> row.mean(3) - row.mean(NEAR));
        number("change_" + NEAR, row -> change(row, row.origin() - NEAR));
        number("change_all", row -> change(row, 0));
        number("zeros_" + NEAR, row -> row.history().zeroShare(row.origin() - NEAR, row.origin()));
        number("zeros_all", row -> row.history().zeroShare(0, row.origin()));
        number("since_sale", row -> row.history().sinceSale(row.origin()));
        number("sale_size_" + NEAR, row -> saleSize(row, row.origin() - NEAR));
        number("sale_size_all", row -> saleSize(row, 0));
        number("scale", row -> row.ruler().scale());
        number(
                "level",
                row -> row.history().meanSize(0, row.origin()) / row.ruler().scale());
    }

    private static double change(Row row, int from) {
        return row.history().meanChange(from, row.origin()) / row.ruler().scale();
    }

    private static double saleSize(Row row, int from) {
        return row.history().saleSize(from, row.origin()) / row.ruler().scale();
    }

    /** What says which moment it is: the same for all series, so a short history would be learned by heart. */
    private void moments(List<Integer> cycles, PanelMeans means) {
        number("periods", row -> row.history().known(0, row.origin()));
        for (int window : PANEL_WINDOWS) {
            number("panel_" + window, row -> means.mean(row.back(row.origin() - 1), window));
        }
        for (int cycle : cycles) {
            number("panel_cycle_" + cycle, row -> means.value(row.back(row.cycleAgo(row.target(), cycle))));
        }
    }

    private void cycles(List<Integer> cycles) {
        for (int cycle : cycles) {
            number("cycle_" + cycle, row -> row.ruler().scaled(value(row, row.target(), cycle)));
            number(
                    "cycle_turn_" + cycle,
                    row -> (value(row, row.target(), cycle) - value(row, row.origin() - 1, cycle))
                            / row.ruler().scale());
        }
    }

    private static double value(Row row, int index, int cycle) {
        return row.history().value(row.cycleAgo(index, cycle));
    }

    private void calendar() {
        category("month", row -> date(row).getMonthValue());
        category("day_of_week", row -> date(row).getDayOfWeek().getValue());
        number("day_of_month", row -> date(row).getDayOfMonth());
        number("year_sin", row -> StrictMath.sin(angle(date(row))));
        number("year_cos", row -> StrictMath.cos(angle(date(row))));
    }

    private static LocalDate date(Row row) {
        PeriodCalendar calendar = row.history().series().calendar().orElseThrow();
        return calendar.dateOf(row.target());
    }

    private static double angle(LocalDate date) {
        return 2 * Math.PI * (date.getDayOfYear() - 1) / date.lengthOfYear();
    }

    private void known(KnownAhead known) {
        for (var name : known.regressors()) {
            number("known_" + name, row -> known.regressor(name, row.history().series(), row.target()));
            number("known_turn_" + name, row -> turn(known, name, row.history().series(), row));
        }
        for (var name : known.attributes()) {
            category(
                    "attribute_" + name,
                    row -> known.attribute(name, row.history().series()));
        }
    }

    private static double turn(KnownAhead known, String name, TimeSeries series, Row row) {
        return known.regressor(name, series, row.target()) - known.regressor(name, series, row.origin() - 1);
    }

    private void number(String name, ToDoubleFunction<Row> value) {
        features.add(new Feature(FeatureColumn.number(name), value));
    }

    private void category(String name, ToDoubleFunction<Row> value) {
        features.add(new Feature(FeatureColumn.category(name), value));
    }

    FeatureTable table(List<Row> rows) {
        var table = FeatureTable.builder(rows.size());
        for (var feature : features) {
            table.column(feature.column(), column(rows, feature.value()));
        }
        return table.build();
    }

    private static double[] column(List<Row> rows, ToDoubleFunction<Row> value) {
        var numbers = new double[rows.size()];
        for (int i = 0; i < numbers.length; i++) {
            double number = value.applyAsDouble(rows.get(i));
            numbers[i] = Double.isInfinite(number) ? Double.NaN : number;
        }
        return numbers;
    }
}
