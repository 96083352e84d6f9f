package dev.storetwin.csv;

import de.siegmar.fastcsv.reader.CsvRecord;
import dev.storetwin.type.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/** One line of a table. Cells are text without spaces around it; an empty one is unknown. */
public final class CsvRow {

    private static final int DATE = 10;

    private final String file;
    private final List<String> header;
    private final CsvRecord record;

    CsvRow(String file, List<String> header, CsvRecord record) {
        this.file = file;
        this.header = header;
        this.record = record;
    }

    /** Counted from 1, the header being the first. */
    public long line() {
        return record.getStartingLineNumber();
    }

    /** How many cells it has. */
    public int size() {
        return record.getFieldCount();
    }

    /** How many cells the header has. */
    public int expectedSize() {
        return header.size();
    }

    /** Whether there is something beyond the last column. */
    public boolean isTooLong() {
        return IntStream.range(header.size(), Math.max(header.size(), size()))
                .anyMatch(it -> !record.getField(it).isBlank());
    }

    /** Refuses a row that goes on beyond the last column, be it with empty cells: they too tell that something moved. */
    public void requireNoMore() {
        if (size() > header.size()) {
            throw CsvProblem.of(
                    file,
                    line(),
                    header.size() + 1,
                    "the row has %d cells, expected %d as in the header.".formatted(size(), header.size()),
                    "a text with a comma in it has no quotes around it, or a number has a decimal comma.");
        }
    }

    /** Refuses a row that ends before the last column. What is unknown is an empty cell. */
    public void requireNoFewer() {
        if (size() < header.size()) {
            throw problem(
                    new Column(header.get(size()), size()),
                    "the row ends before it: it has %d cells, expected %d as in the header."
                            .formatted(size(), header.size()),
                    hasLineBreak()
                            ? "a quote is not closed: the last cell goes on in the next line."
                            : "a comma is missing, or the file was not copied to its end. What is unknown is an empty cell.");
        }
    }

    /**
     * Refuses a row of the wrong length whose last cell goes on in the next line: a quote is not closed, and who passes over the row passes over all lines
     * that it has swallowed.
     */
    void refuseSwallowed() {
        if (hasLineBreak()) {
            throw problem(
                    "the row has %d cells, expected %d, and goes on over %d lines more."
                            .formatted(
                                    size(),
                                    header.size(),
                                    record.getField(size() - 1).lines().count() - 1),
                    "a quote is not closed.");
        }
    }

    private boolean hasLineBreak() {
        return record.getField(size() - 1).indexOf('\n') >= 0;
    }

    /** The cell, empty when the line is too short for it. */
    public String text(Column column) {
        return column.index() < record.getFieldCount()
                ? record.getField(column.index()).strip()
                : "";
    }

    public Optional<String> find(Column column) {
        var text = text(column);
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    /** A cell of a column that the table may not have. */
    public Optional<String> find(Optional<Column> column) {
        return column.flatMap(this::find);
    }

    public String require(Column column) {
        return find(column)
                .orElseThrow(
                        () -> problem(column, "it is empty, expected a value.", "the line is a subtotal or a remark."));
    }

    /** A name that has a type of its own, as that allows it to be. */
    <T> T name(Column column, Function<String, T> type) {
        try {
            return type.apply(require(column));
        } catch (CsvProblem empty) {
            throw empty;
        } catch (IllegalArgumentException impossible) {
            throw problem(
                    column,
                    String.valueOf(impossible.getMessage()).lines().findFirst().orElse("it cannot be a name."),
                    "a line break or a control character got into it.");
        }
    }

    /** The same of a cell that may be empty, in a column that the table may not have. */
    <T> Optional<T> findName(Optional<Column> column, Function<String, T> type) {
        return column.filter(it -> find(it).isPresent()).map(it -> name(it, type));
    }

    /** A number with a point. */
    public BigDecimal decimal(Column column) {
        return decimal(column, require(column));
    }

    public Optional<BigDecimal> findDecimal(Optional<Column> column) {
        return column.flatMap(it -> find(it).map(text -> decimal(it, text)));
    }

    private BigDecimal decimal(Column column, String text) {
        return Numbers.parse(text).orElseThrow(() -> notANumber(column, text));
    }

    private CsvProblem notANumber(Column column, String text) {
        return problem(
                column,
                "expected a number such as 12 or 0.5, found %s.".formatted(CsvProblem.quoted(text)),
                "it has a decimal comma, a thousands separator, a currency sign or digits other than 0 to 9.");
    }

    /** A whole number. */
    public long whole(Column column) {
        try {
            return decimal(column).longValueExact();
        } catch (ArithmeticException fraction) {
            throw problem(
                    column,
                    "expected a whole number, found %s.".formatted(CsvProblem.quoted(text(column))),
                    "another column was meant.");
        }
    }

    /** Units, to the nearest thousandth. */
    public Optional<Quantity> findQuantity(Optional<Column> column) {
        return column.flatMap(it -> find(it).map(text -> quantity(it, text)));
    }

    private Quantity quantity(Column column, String text) {
        try {
            var thousandths = decimal(column, text).movePointRight(3).setScale(0, RoundingMode.HALF_EVEN);
            return new Quantity(thousandths.longValueExact());
        } catch (ArithmeticException tooLarge) {
            throw problem(column, "%s units are too many.".formatted(CsvProblem.quoted(text)), "it is an identifier.");
        }
    }

    /** An ISO date. */
    public Optional<LocalDate> findDate(Optional<Column> column) {
        return column.flatMap(it -> find(it).map(text -> date(it, text)));
    }

    private LocalDate date(Column column, String text) {
        try {
            return hasTime(text)
                    ? LocalDateTime.parse(text.replace(' ', 'T'), DateTimeFormatter.ISO_DATE_TIME)
                            .toLocalDate()
                    : LocalDate.parse(text);
        } catch (DateTimeException notADate) {
            throw problem(
                    column,
                    "expected a date such as 2024-03-31, found %s.".formatted(CsvProblem.quoted(text)),
                    "day and month stand in another order.");
        }
    }

    private static boolean hasTime(String text) {
        return text.length() > DATE && "T ".indexOf(text.charAt(DATE)) >= 0;
    }

    /** Yes or no: {@code True}, {@code 1}, {@code yes} and their opposites. */
    public boolean flag(Column column) {
        var text = require(column);
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "1", "1.0", "yes", "y", "t" -> true;
            case "false", "0", "0.0", "no", "n", "f" -> false;
            default ->
                throw problem(
                        column,
                        "expected True or False, found %s.".formatted(CsvProblem.quoted(text)),
                        "it holds a number of days.");
        };
    }

    public CsvProblem problem(Column column, String what, String hint) {
        return CsvProblem.of(file, line(), column, what, hint);
    }

    public CsvProblem problem(String what, String hint) {
        return CsvProblem.of(file, line(), what, hint);
    }
}
