package dev.storetwin.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A CSV file with a header row, read line by line. RFC 4180 in UTF-8, plain or gzipped; a byte order mark is skipped.
 *
 * <p>Columns are found by name, whatever their case, spaces and marks; those that nobody asks for are ignored. A row has as many cells as the header: one
 * that has more or fewer is refused, for nobody knows which of its cells moved.
 */
public final class CsvTable implements AutoCloseable {

    /** A field with more line breaks than this is a quote that nobody closed. */
    private static final int MOST_LINES_OF_A_ROW = 500;

    /** Longer than any name, number or remark. */
    private static final int LONGEST_CELL = 100_000;

    private final String file;
    private final List<String> header;
    private final CsvReader<CsvRecord> reader;
    private final Iterator<CsvRecord> records;
    private long line;

    private CsvTable(String file, CsvReader<CsvRecord> reader) {
        this.file = file;
        this.reader = reader;
        this.records = reader.iterator();
        var first = next().orElseThrow(() ->
                CsvProblem.of(file, "the file is empty, expected a header row.", "the export that wrote it failed."));
        this.header = first.getFields().stream().map(String::strip).toList();
    }

    /** Opens a file and reads its header. */
    @SuppressWarnings(
            "removal") // lines of other lengths are for us to judge, and there is no other way yet to be handed them
    public static CsvTable open(Path path) {
        var file = path.getFileName().toString();
        var reader = CsvReader.builder()
                .allowExtraFields(true)
                .allowMissingFields(true)
                .skipEmptyLines(true)
                .ofCsvRecord(TextSource.open(path));
        return new CsvTable(file, reader);
    }

    /** The file's own name, as messages show it. */
    public String file() {
        return file;
    }

    /** The names of all columns, in order. */
    public List<String> header() {
        return header;
    }

    public Optional<Column> find(String name) {
        var wanted = Column.plain(name);
        var found = new ArrayList<Column>();
        for (int i = 0; i < header.size(); i++) {
            if (Column.plain(header.get(i)).equals(wanted)) {
                found.add(new Column(header.get(i), i));
            }
        }
        if (found.size() > 1) {
            throw CsvProblem.of(
                    file,
                    1,
                    "column '%s' stands there %d times, expected once.".formatted(name, found.size()),
                    "two tables were joined: rename one of them.");
        }
        return found.stream().findFirst();
    }

    public Column require(String name) {
        return find(name)
                .orElseThrow(() -> CsvProblem.of(
                        file,
                        1,
                        "there is no column '%s' among %s.".formatted(name, String.join(",", header)),
                        separator()
                                .map("the cells are separated by %s: write commas and a point in numbers."::formatted)
                                .orElse("it has another name here, or the first line is not a header.")));
    }

    /** What stands between the cells, where it is no comma. */
    private Optional<String> separator() {
        if (header.size() > 1) {
            return Optional.empty();
        }
        return header.get(0).indexOf(';') >= 0
                ? Optional.of("semicolons")
                : header.get(0).indexOf('\t') >= 0 ? Optional.of("tabs") : Optional.empty();
    }

    /**
     * Hands on every row after the header, in order.
     *
     * @throws CsvProblem for a row that has more or fewer cells than the header
     */
    public void forEach(Consumer<CsvRow> use) {
        forEachAsItIs(row -> {
            row.requireNoMore();
            row.requireNoFewer();
            use.accept(row);
        });
    }

    /** Hands on every row after the header, in order, however many cells it has: that is for the reader to judge. */
    public void forEachAsItIs(Consumer<CsvRow> use) {
        for (var record = next(); record.isPresent(); record = next()) {
            if (!isBlank(record.get())) {
                use.accept(new CsvRow(file, header, record.get()));
            }
        }
    }

    /** A line of spaces is an empty line. */
    private static boolean isBlank(CsvRecord record) {
        return record.getFieldCount() == 1 && record.getField(0).isBlank();
    }

    private Optional<CsvRecord> next() {
        try {
            if (!records.hasNext()) {
                return Optional.empty();
            }
            var record = records.next();
            line = record.getStartingLineNumber();
            refuseUnreadable(record);
            return Optional.of(record);
        } catch (CsvParseException malformed) {
            throw CsvProblem.of(
                    file,
                    line + 1,
                    "from here on the text cannot be read as CSV (RFC 4180): %s.".formatted(reason(malformed)),
                    "a quote is not closed, a quote within a field is not doubled, or rows stand in columns.");
        } catch (UncheckedIOException unreadable) {
            throw unreadable(unreadable);
        }
    }

    private RuntimeException unreadable(UncheckedIOException failure) {
        if (failure.getCause() instanceof CharacterCodingException) {
            return CsvProblem.of(
                    file,
                    line + 1,
                    "at or after this line the text is not UTF-8.",
                    "it was saved as Latin-1: convert it with iconv -f ISO-8859-1 -t UTF-8.");
        }
        return CsvProblem.of(
                file, line + 1, "the file breaks off: %s.".formatted(reason(failure)), "it was not copied to its end.");
    }

    private static String reason(Throwable failure) {
        var cause = Optional.ofNullable(failure.getCause()).orElse(failure);
        return Optional.ofNullable(cause.getMessage()).orElse(cause.getClass().getSimpleName());
    }

    /** What no text of a table has in a cell: it would be told of, and kept, as a name or a number. */
    private void refuseUnreadable(CsvRecord record) {
        for (int i = 0; i < record.getFieldCount(); i++) {
            var text = record.getField(i);
            if (text.length() > LONGEST_CELL) {
                throw CsvProblem.of(
                        file,
                        line,
                        i + 1,
                        "one field has %d characters, expected %d at most.".formatted(text.length(), LONGEST_CELL),
                        "a quote is not closed, or the file is no table.");
            }
            refuseUnreadable(text, i + 1);
        }
    }

    private void refuseUnreadable(String text, int cell) {
        int breaks = 0;
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            breaks += sign == '\n' ? 1 : 0;
            if (sign == 0) {
                throw CsvProblem.of(
                        file,
                        line,
                        cell,
                        "a zero byte stands in the text.",
                        "the file is UTF-16 or no text, or was not written to its end.");
            }
        }
        if (breaks >= MOST_LINES_OF_A_ROW) {
            throw CsvProblem.of(
                    file,
                    line,
                    cell,
                    "one field runs over %d lines or more.".formatted(MOST_LINES_OF_A_ROW),
                    "a quote is not closed.");
        }
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException failure) {
            throw new UncheckedIOException("The file %s cannot be closed.".formatted(file), failure);
        }
    }
}
