package dev.storetwin.csv;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;

/** A CSV file in the making: a header, then rows of as many cells. Cells are quoted where RFC 4180 asks for it. */
public final class CsvOutput implements AutoCloseable {

    private final CsvWriter writer;
    private final int width;

    private CsvOutput(CsvWriter writer, int width) {
        this.writer = writer;
        this.width = width;
    }

    /** Writes the header; closing closes the target. */
    public static CsvOutput to(Writer target, List<String> header) {
        var writer = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(target);
        writer.writeRecord(header);
        return new CsvOutput(writer, header.size());
    }

    public void write(List<String> cells) {
        if (cells.size() != width) {
            throw new IllegalArgumentException(
                    "A row has %d cells, its header %d.\nMaybe a column was added on one side only."
                            .formatted(cells.size(), width));
        }
        writer.writeRecord(cells);
    }

    @Override
    public void close() {
        try {
            writer.close();
        } catch (IOException failure) {
            throw new UncheckedIOException("A CSV file cannot be written to its end.", failure);
        }
    }
}
