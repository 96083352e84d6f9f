package dev.storetwin.cli.prices;

import dev.storetwin.csv.Column;
import dev.storetwin.csv.CsvRow;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A number of a file, as it may stand there: a number, nothing, or a word that says that it is none, such as {@code NaN}.
 *
 * @param number empty when nobody knows it
 * @param isNaN  whether the file says that it is no number
 */
record NumberCell(Optional<BigDecimal> number, boolean isNaN) {

    static final NumberCell EMPTY = new NumberCell(Optional.empty(), false);

    private static final Set<String> NOT_A_NUMBER = Set.of("nan", "inf", "+inf", "-inf", "infinity", "-infinity");
    private static final Set<String> NOTHING = Set.of("na", "n/a", "null", "none", "-");

    static NumberCell of(CsvRow row, Optional<Column> column) {
        var text = row.find(column);
        if (text.isEmpty()) {
            return EMPTY;
        }
        var word = text.get().toLowerCase(Locale.ROOT);
        if (NOT_A_NUMBER.contains(word)) {
            return new NumberCell(Optional.empty(), true);
        }
        if (NOTHING.contains(word)) {
            return EMPTY;
        }
        return new NumberCell(Optional.of(row.decimal(column.orElseThrow())), false);
    }

    boolean isBelowZero() {
        return number.map(it -> it.signum() < 0).orElse(false);
    }
}
