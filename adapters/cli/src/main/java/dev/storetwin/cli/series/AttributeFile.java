package dev.storetwin.cli.series;

import dev.storetwin.csv.CsvProblem;
import dev.storetwin.csv.CsvTable;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** A file of what series are like: {@code series,key,value}. */
public final class AttributeFile {

    private final Map<String, Map<String, String>> attributes;

    private AttributeFile(Map<String, Map<String, String>> attributes) {
        this.attributes = attributes;
    }

    /**
     * Reads a whole file; rows of other series are passed over.
     *
     * @throws CsvProblem with file, line and column of what cannot be used
     */
    public static AttributeFile read(Path file, Set<String> series) {
        var attributes = new LinkedHashMap<String, Map<String, String>>();
        try (var table = CsvTable.open(file)) {
            var name = table.require("series");
            var key = table.require("key");
            var value = table.require("value");
            table.forEach(row -> {
                var whose = row.require(name);
                var what = row.require(key);
                if (series.contains(whose) && row.find(value).isPresent()) {
                    var known = attributes.computeIfAbsent(whose, it -> new LinkedHashMap<>());
                    if (known.putIfAbsent(what, row.text(value)) != null) {
                        throw row.problem(
                                key,
                                "series %s has '%s' twice.".formatted(whose, what),
                                "a key with several values is better split into several keys.");
                    }
                }
            });
            if (attributes.isEmpty()) {
                throw CsvProblem.of(
                        table.file(),
                        "no row tells anything of the series.",
                        "the names are spelled otherwise than in --series.");
            }
        }
        return new AttributeFile(attributes);
    }

    /** By name of the series and key. */
    public Map<String, Map<String, String>> attributes() {
        return attributes;
    }
}
