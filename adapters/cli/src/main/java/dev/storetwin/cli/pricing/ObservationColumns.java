package dev.storetwin.cli.pricing;

import dev.storetwin.core.pricing.elasticity.PanelColumn;
import dev.storetwin.csv.Column;
import dev.storetwin.csv.CsvRow;
import dev.storetwin.csv.CsvTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The columns of a file that may explain demand: {@code promo}, {@code feature}, {@code season} and every {@code competitor...}. A season may be given
 * by name; then its names are codes without order.
 */
final class ObservationColumns {

    private static final String SEASON = "season";
    private static final String COMPETITOR = "competitor";

    private final List<Control> controls = new ArrayList<>();

    private ObservationColumns() {}

    static ObservationColumns of(CsvTable table) {
        var columns = new ObservationColumns();
        for (var name : List.of("promo", "feature", SEASON)) {
            table.find(name).ifPresent(it -> columns.controls.add(new Control(it, PanelColumn.number(name))));
        }
        for (int i = 0; i < table.header().size(); i++) {
            var column = new Column(table.header().get(i), i);
            if (column.name().toLowerCase(Locale.ROOT).startsWith(COMPETITOR)) {
                columns.controls.add(new Control(column, PanelColumn.price(column.name())));
            }
        }
        return columns;
    }

    /** As the panel knows them, once all rows are read. */
    List<PanelColumn> kinds() {
        return controls.stream().map(Control::kind).toList();
    }

    /** The numbers of a row, {@code NaN} where there is none, seasons by name as negative codes until {@link #settle}. */
    double[] read(CsvRow row) {
        return controls.stream().mapToDouble(it -> it.read(row)).toArray();
    }

    /** Where a season has a name anywhere, all of its values are codes. */
    void settle(double[] numbers) {
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = controls.get(i).settled(numbers[i]);
        }
    }

    /** One column and the names that were found in it. */
    private static final class Control {

        private final Column column;
        private final PanelColumn plain;
        private final Map<String, Integer> names = new LinkedHashMap<>();
        private final Map<Double, Integer> codes = new LinkedHashMap<>();

        Control(Column column, PanelColumn plain) {
            this.column = column;
            this.plain = plain;
        }

        PanelColumn kind() {
            return names.isEmpty() ? plain : PanelColumn.code(plain.name());
        }

        double read(CsvRow row) {
            var text = row.text(column);
            return switch (text.toLowerCase(Locale.ROOT)) {
                case "" -> Double.NaN;
                case "true", "yes" -> 1;
                case "false", "no" -> 0;
                default -> number(row, text);
            };
        }

        private double number(CsvRow row, String text) {
            if (plain.name().equals(SEASON) && !isNumber(text)) {
                return -1 - names.computeIfAbsent(text, it -> names.size());
            }
            double number = row.decimal(column).doubleValue();
            if (plain.kind() == PanelColumn.Kind.PRICE && number < 0) {
                throw row.problem(
                        column,
                        "expected a price not below zero, found %s.".formatted(text),
                        "it is a difference of prices.");
            }
            return number;
        }

        private static boolean isNumber(String text) {
            return Optional.of(text)
                    .filter(it -> it.matches("[-+]?[0-9.]+([eE][-+]?[0-9]+)?"))
                    .isPresent();
        }

        double settled(double number) {
            return names.isEmpty() || Double.isNaN(number) ? number : codes.computeIfAbsent(number, it -> codes.size());
        }
    }
}
