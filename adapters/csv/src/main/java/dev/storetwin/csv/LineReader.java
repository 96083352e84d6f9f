package dev.storetwin.csv;

import dev.storetwin.csv.LineTable.Field;
import dev.storetwin.identity.SubjectTokens;
import dev.storetwin.type.Source;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Reads order lines from a file into a table. A line that cannot be read is noted with file, line, column and reason, and the rest goes on.
 *
 * <p>A reason tells the shape of a bad cell, never its text: in a shifted line it may be somebody's e-mail address. A customer's id is turned into a
 * token here and goes no further.
 */
final class LineReader {

    private static final int LONGEST_WORD = 512;
    private static final int PRICE_DIGITS = 6;
    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000_000L);

    private final String file;
    private final LineColumns columns;
    private final NoteTaker notes;
    private final IsoMoment moments;
    private final long until;
    private final String defaultChannel;
    private final SubjectTokens tokens;
    private final Source source;

    private final LineTable table = new LineTable();
    private final Map<String, Integer> customers = new HashMap<>();
    private final Map<String, Integer> prices = new HashMap<>();
    private long lines;

    LineReader(String file, LineColumns columns, TransactionSettings settings, NoteTaker notes) {
        this.file = file;
        this.columns = columns;
        this.notes = notes;
        this.moments = new IsoMoment(settings.zone());
        this.until = settings.until().map(Instant::toEpochMilli).orElse(Long.MAX_VALUE);
        this.defaultChannel = settings.defaultChannel().value();
        this.tokens = settings.tokens();
        this.source = settings.source();
    }

    /** The table of all lines read so far. */
    LineTable table() {
        return table;
    }

    /** How many lines came, readable or not. */
    long lines() {
        return lines;
    }

    void read(CsvRow row) {
        lines++;
        try {
            add(row);
        } catch (UnreadableCell reason) {
            notes.note(NoteKind.QUARANTINED, reason::getMessage);
        }
    }

    private void add(CsvRow row) throws UnreadableCell {
        refuseShifted(row);
        var order = word(row, LineRole.ORDER);
        var sku = word(row, LineRole.SKU);
        var quantity = quantity(row);
        var price = price(row);
        long time = time(row);
        if (time >= until) {
            notes.note(NoteKind.LATER, () -> "order %s".formatted(order));
            return;
        }
        int line = table.add(time, quantity);
        int channel = table.channels.number(optional(row, LineRole.CHANNEL).orElse(defaultChannel));
        table.set(Field.CHANNEL, line, channel);
        table.set(Field.ORDER, line, table.orders.number(channel + "/" + order));
        table.set(Field.SKU, line, table.skus.number(sku));
        table.set(Field.PRICE, line, price);
        table.set(
                Field.CUSTOMER,
                line,
                optional(row, LineRole.CUSTOMER).map(this::customer).orElse(LineTable.UNKNOWN));
        table.set(
                Field.COUNTRY,
                line,
                optional(row, LineRole.COUNTRY).map(table.countries::number).orElse(LineTable.UNKNOWN));
        table.set(
                Field.TYPE,
                line,
                table.types.number(optional(row, LineRole.LINE_TYPE).orElse("")));
        table.set(
                Field.DESCRIPTION,
                line,
                table.descriptions.number(optional(row, LineRole.DESCRIPTION).orElse("")));
        table.set(Field.FILE_LINE, line, (int) Math.min(Integer.MAX_VALUE, row.line()));
    }

    /** A comma in text without quotes moves all cells after it. */
    private void refuseShifted(CsvRow row) throws UnreadableCell {
        if (row.size() <= columns.last() || row.isTooLong()) {
            row.refuseSwallowed();
            throw new UnreadableCell("%s:%d: the line has %d cells, expected %d"
                    .formatted(file, row.line(), row.size(), row.expectedSize()));
        }
    }

    private int customer(String id) {
        return customers.computeIfAbsent(id, it -> tokens.token(source, it)
                .map(token -> {
                    table.customers.add(token);
                    return table.customers.size() - 1;
                })
                .orElse(LineTable.UNKNOWN));
    }

    private Optional<String> optional(CsvRow row, LineRole role) {
        return columns.find(role).flatMap(row::find).filter(it -> it.length() <= LONGEST_WORD && !hasControl(it));
    }

    private static boolean hasControl(String text) {
        return text.chars().anyMatch(Character::isISOControl);
    }

    private String word(CsvRow row, LineRole role) throws UnreadableCell {
        var column = columns.require(role);
        var text = row.text(column);
        if (text.isEmpty()) {
            throw unreadable(row, column, "empty, expected the " + role.label());
        }
        if (text.length() > LONGEST_WORD || hasControl(text)) {
            throw unreadable(row, column, "expected an identifier, found " + shape(text));
        }
        return text;
    }

    private long quantity(CsvRow row) throws UnreadableCell {
        var column = columns.require(LineRole.QUANTITY);
        var number = number(row, column, row.text(column));
        if (number.abs().compareTo(MOST) > 0) {
            throw unreadable(row, column, "expected fewer units, found " + shape(row.text(column)));
        }
        var thousandths = number.movePointRight(3);
        if (thousandths.stripTrailingZeros().scale() > 0) {
            notes.note(NoteKind.ROUNDED, () -> "%s:%d".formatted(file, row.line()));
        }
        return thousandths.setScale(0, RoundingMode.HALF_EVEN).longValueExact();
    }

    private int price(CsvRow row) throws UnreadableCell {
        var column = columns.find(LineRole.UNIT_PRICE);
        if (column.isEmpty() || row.text(column.get()).isEmpty()) {
            return LineTable.UNKNOWN;
        }
        var text = row.text(column.get());
        var known = prices.get(text);
        if (known != null) {
            return known;
        }
        table.prices.add(unitPrice(row, column.get(), text));
        prices.put(text, table.prices.size() - 1);
        return table.prices.size() - 1;
    }

    /** To the millionth: what is finer is noise of an export. */
    private BigDecimal unitPrice(CsvRow row, Column column, String text) throws UnreadableCell {
        var price = number(row, column, text);
        if (price.abs().compareTo(MOST) > 0) {
            throw unreadable(row, column, "expected a smaller price, found " + shape(text));
        }
        return price.setScale(PRICE_DIGITS, RoundingMode.HALF_EVEN).stripTrailingZeros();
    }

    private BigDecimal number(CsvRow row, Column column, String text) throws UnreadableCell {
        return Numbers.parse(text)
                .orElseThrow(
                        () -> unreadable(row, column, "expected a number such as 12 or 0.5, found " + shape(text)));
    }

    private long time(CsvRow row) throws UnreadableCell {
        var column = columns.require(LineRole.TIME);
        var text = row.text(column);
        return moments.millis(text)
                .orElseThrow(() ->
                        unreadable(row, column, "expected a time such as 2024-03-31T14:05, found " + shape(text)));
    }

    private UnreadableCell unreadable(CsvRow row, Column column, String what) {
        return new UnreadableCell(
                "%s:%d:%d: %s: %s".formatted(file, row.line(), column.index() + 1, column.name(), what));
    }

    /** What a cell looks like, without what it says. */
    private static String shape(String text) {
        if (text.isEmpty()) {
            return "nothing";
        }
        boolean digits = text.chars().anyMatch(Character::isDigit);
        boolean letters = text.chars().anyMatch(Character::isLetter);
        var made =
                digits && letters ? "letters and digits" : digits ? "digits and marks" : letters ? "letters" : "marks";
        return "%d characters of %s".formatted(text.length(), made);
    }

    /** Why a line is left out. It never leaves this class. */
    private static final class UnreadableCell extends Exception {

        private static final long serialVersionUID = 1;

        UnreadableCell(String reason) {
            super(reason, null, false, false);
        }
    }
}
