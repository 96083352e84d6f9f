package dev.storetwin.core.feature;

import dev.storetwin.feature.Feature;
import dev.storetwin.feature.FeatureSet;
import dev.storetwin.feature.Label;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Training rows as CSV (RFC 4180, lines end in CR LF): grain, entity, part, moment in UTC, label, features. A missing number is an empty
 * cell, and every other is written so that it reads back to the same bits.
 */
public final class TrainingCsv {

    private static final List<String> KEYS = List.of("grain", "entity", "part", "at");

    private final FeatureSet set;
    private final Label label;
    private final Appendable out;

    /**
     * @param label gives its column the name
     * @throws IllegalArgumentException when two columns would share a name
     */
    public TrainingCsv(FeatureSet set, Label label, Appendable out) {
        if (KEYS.contains(label.name()) || set.place(label.name()).isPresent()) {
            throw new IllegalArgumentException(
                    "The label is named %s, and so is another column.\nMaybe '%s_label' is meant."
                            .formatted(label.name(), label.name()));
        }
        this.set = set;
        this.label = label;
        this.out = out;
    }

    /** Writes the header and one line per row; answers how many rows. */
    public long write(Iterator<TrainingSets.Row> rows) throws IOException {
        line(header());
        long written = 0;
        while (rows.hasNext()) {
            line(cells(rows.next()));
            written++;
        }
        return written;
    }

    private List<String> header() {
        var cells = new ArrayList<>(KEYS);
        cells.add(label.name());
        set.features().stream().map(Feature::name).forEach(cells::add);
        return cells;
    }

    private static List<String> cells(TrainingSets.Row row) {
        var vector = row.vector();
        var entity = row.moment().entity();
        var cells = new ArrayList<String>(KEYS.size() + 1 + vector.size());
        cells.add(entity.grain().name());
        cells.add(entity.id());
        cells.add(entity.part());
        cells.add(row.moment().at().toString());
        cells.add(number(row.moment().label()));
        for (int place = 0; place < vector.size(); place++) {
            cells.add(number(vector.value(place)));
        }
        return cells;
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "" : Double.toString(value);
    }

    private void line(List<String> cells) throws IOException {
        out.append(cells.stream().map(TrainingCsv::quoted).collect(Collectors.joining(",", "", "\r\n")));
    }

    private static String quoted(String cell) {
        boolean isPlain = cell.chars().noneMatch(it -> it == ',' || it == '"' || it == '\r' || it == '\n');
        return isPlain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
