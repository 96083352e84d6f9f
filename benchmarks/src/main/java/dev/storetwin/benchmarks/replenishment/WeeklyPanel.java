package dev.storetwin.benchmarks.replenishment;

import dev.storetwin.forecast.PeriodCalendar;
import dev.storetwin.forecast.TimeSeries;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * Weekly sales of many shelves, with their in-stock flags and groups.
 *
 * @param firstWeek Monday of the first week
 * @param sales     one row per shelf, one column per week
 * @param inStock   the same
 * @param groups    department and product group of each shelf
 */
record WeeklyPanel(LocalDate firstWeek, double[][] sales, boolean[][] inStock, List<List<String>> groups) {

    private static final int DEPARTMENT = 4;
    private static final int PRODUCT_GROUP = 2;
    private static final int KEYS = 2;

    static WeeklyPanel read(Path folder) throws IOException {
        var sales = rows(folder.resolve("sales.csv.gz"));
        var flags = rows(folder.resolve("in_stock.csv.gz"));
        var master = rows(folder.resolve("master.csv.gz"));
        int shelves = sales.size() - 1;
        int weeks = sales.get(0).length - KEYS;
        var units = new double[shelves][weeks];
        var inStock = new boolean[shelves][weeks];
        var groups = new ArrayList<List<String>>();
        for (int i = 0; i < shelves; i++) {
            var key = key(sales.get(i + 1));
            if (!key.equals(key(flags.get(i + 1))) || !key.equals(key(master.get(i + 1)))) {
                throw new IOException("Row %d differs between the files of %s.".formatted(i + 2, folder));
            }
            for (int week = 0; week < weeks; week++) {
                units[i][week] = Double.parseDouble(sales.get(i + 1)[week + KEYS]);
                inStock[i][week] = flags.get(i + 1)[week + KEYS].equals("True");
            }
            groups.add(List.of(master.get(i + 1)[DEPARTMENT], master.get(i + 1)[PRODUCT_GROUP]));
        }
        return new WeeklyPanel(LocalDate.parse(sales.get(0)[KEYS]), units, inStock, groups);
    }

    private static String key(String[] row) {
        return row[0] + "/" + row[1];
    }

    private static List<String[]> rows(Path file) throws IOException {
        try (var reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            return reader.lines().map(it -> it.split(",", -1)).toList();
        }
    }

    int shelves() {
        return sales.length;
    }

    int weeks() {
        return sales[0].length;
    }

    /** What was known of a shelf before a week. */
    TimeSeries history(int shelf, int week) {
        return TimeSeries.of("shelf " + shelf, sales[shelf])
                .withInStock(inStock[shelf])
                .withCalendar(PeriodCalendar.weekly(firstWeek))
                .head(week);
    }

    LocalDate monday(int week) {
        return firstWeek.plusWeeks(week);
    }
}
