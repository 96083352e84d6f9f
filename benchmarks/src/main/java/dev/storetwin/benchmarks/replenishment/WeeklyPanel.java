package dev.storetwin.benchmarks.replenishment;

import dev.storetwin.core.inventory.policy.ReplayItem;
import dev.storetwin.core.inventory.policy.ReplayPanel;
import dev.storetwin.core.inventory.policy.StockTerms;
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

/** Weekly sales of many shelves from files whose rows are in the same order. */
final class WeeklyPanel {

    private static final int DEPARTMENT = 4;
    private static final int PRODUCT_GROUP = 2;
    private static final int KEYS = 2;

    private WeeklyPanel() {}

    static ReplayPanel read(Path folder, StockTerms terms) throws IOException {
        var sales = rows(folder.resolve("sales.csv.gz"));
        var flags = rows(folder.resolve("in_stock.csv.gz"));
        var master = rows(folder.resolve("master.csv.gz"));
        var calendar = PeriodCalendar.weekly(LocalDate.parse(sales.get(0)[KEYS]));
        var items = new ArrayList<ReplayItem>();
        for (int row = 1; row < sales.size(); row++) {
            var key = key(sales.get(row));
            if (!key.equals(key(flags.get(row))) || !key.equals(key(master.get(row)))) {
                throw new IOException("Row %d differs between the files of %s.".formatted(row + 1, folder));
            }
            var groups = List.of(master.get(row)[DEPARTMENT], master.get(row)[PRODUCT_GROUP]);
            var series = series(key, sales.get(row), flags.get(row)).withCalendar(calendar);
            items.add(new ReplayItem(series, groups, terms));
        }
        return new ReplayPanel(items);
    }

    private static TimeSeries series(String name, String[] sold, String[] flags) {
        var units = new double[sold.length - KEYS];
        var inStock = new boolean[units.length];
        for (int week = 0; week < units.length; week++) {
            units[week] = Double.parseDouble(sold[week + KEYS]);
            inStock[week] = flags[week + KEYS].equals("True");
        }
        return TimeSeries.of(name, units).withInStock(inStock);
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
}
