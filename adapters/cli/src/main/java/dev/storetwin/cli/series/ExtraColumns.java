package dev.storetwin.cli.series;

import dev.storetwin.csv.Column;
import dev.storetwin.csv.CsvProblem;
import dev.storetwin.csv.CsvRow;
import dev.storetwin.csv.CsvTable;
import dev.storetwin.forecast.Regressors;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The columns of a file that may explain its values: price, promotion, and whatever else holds numbers. True and False count as 1 and
 * 0. A column with any text is none, but price and promotion must not have any.
 */
final class ExtraColumns {

    private final List<Extra> extras = new ArrayList<>();
    private final double[] cells;

    private ExtraColumns(CsvTable table, Set<Integer> taken) {
        var price = table.find(Regressors.PRICE);
        var promotion = table.find(Regressors.PROMOTION);
        price.ifPresent(it -> extras.add(new Extra(it, Regressors.PRICE, true)));
        promotion.ifPresent(it -> extras.add(new Extra(it, Regressors.PROMOTION, true)));
        var names = new HashSet<String>();
        for (int i = 0; i < table.header().size(); i++) {
            var column = new Column(table.header().get(i), i);
            boolean isKnown = taken.contains(i) || isAt(price, i) || isAt(promotion, i);
            if (!isKnown && !column.name().isBlank() && names.add(column.name())) {
                extras.add(new Extra(column, column.name(), false));
            }
        }
        cells = new double[extras.size()];
    }

    /** All columns but those that mean something else. */
    static ExtraColumns of(CsvTable table, List<Column> taken) {
        return new ExtraColumns(
                table, Set.copyOf(taken.stream().map(Column::index).toList()));
    }

    private static boolean isAt(Optional<Column> column, int index) {
        return column.filter(it -> it.index() == index).isPresent();
    }

    /** The numbers of a row, {@code NaN} where there is none; good until the next row is read. */
    double[] read(CsvRow row) {
        for (int i = 0; i < cells.length; i++) {
            cells[i] = extras.get(i).read(row);
        }
        return cells;
    }

    /** Positions of the columns that hold numbers and nothing else. */
    List<Integer> usable() {
        var usable = new ArrayList<Integer>();
        for (int i = 0; i < extras.size(); i++) {
            if (!extras.get(i).hasText && extras.get(i).hasNumber) {
                usable.add(i);
            }
        }
        return usable;
    }

    String name(int position) {
        return extras.get(position).name;
    }

    List<String> names() {
        return usable().stream().map(this::name).toList();
    }

    /** Names of the columns that were left aside. */
    List<String> ignored() {
        return extras.stream()
                .filter(it -> it.hasText || !it.hasNumber)
                .map(it -> it.name)
                .toList();
    }

    /** One column and what was found in it so far. */
    private static final class Extra {

        private final Column column;
        private final String name;
        private final boolean isStrict;
        private boolean hasText;
        private boolean hasNumber;

        Extra(Column column, String name, boolean isStrict) {
            this.column = column;
            this.name = name;
            this.isStrict = isStrict;
        }

        double read(CsvRow row) {
            if (hasText) {
                return Double.NaN;
            }
            var text = row.text(column);
            if (text.isEmpty()) {
                return Double.NaN;
            }
            double number =
                    switch (text.toLowerCase(Locale.ROOT)) {
                        case "true" -> 1;
                        case "false" -> 0;
                        default -> number(row);
                    };
            hasNumber |= !Double.isNaN(number);
            return number;
        }

        private double number(CsvRow row) {
            try {
                return row.decimal(column).doubleValue();
            } catch (CsvProblem noNumber) {
                if (isStrict) {
                    throw noNumber;
                }
                hasText = true; // told of in a note, once the file is read
                return Double.NaN;
            }
        }
    }
}
