package dev.storetwin.benchmarks.forecasting;

import dev.storetwin.forecast.TimeSeries;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;

/** Series out of compressed files: in long form, or as lines of a shop's transactions. */
record SalesFiles(Path folder) {

    private static final LocalDate GIFTS_FROM = LocalDate.of(2010, 12, 1);
    private static final LocalDate GIFTS_TO = LocalDate.of(2011, 9, 1);
    private static final LocalDate GIFTS_ON_SALE = LocalDate.of(2011, 4, 30);
    private static final int FEWEST_SALE_DAYS = 30;
    private static final int LATEST_SALE = 90;
    private static final Pattern GIFT =
            Pattern.compile("[^,]*,(\\d{5}[A-Za-z]*),(?:\"(?:[^\"]|\"\")*\"|[^,]*),(-?\\d+),(\\d{4}-\\d\\d-\\d\\d)T.*");

    /** Columns name, period, value, in order of time; empty for unknown. A file goes on where the ones before it end. */
    List<TimeSeries> longForm(String... names) {
        var values = new LinkedHashMap<String, List<Double>>();
        for (var name : names) {
            read(name, line -> {
                var cells = line.split(",", -1);
                double value = cells[2].isEmpty() ? Double.NaN : Double.parseDouble(cells[2]);
                values.computeIfAbsent(cells[0], it -> new ArrayList<>()).add(value);
            });
        }
        return values.entrySet().stream()
                .map(it -> TimeSeries.of(it.getKey(), numbers(it.getValue())))
                .toList();
    }

    private static double[] numbers(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /**
     * Units a day of a wholesaler's gifts, less what was cancelled on that day: codes that begin with five digits, sold on enough days,
     * since April and lately, all by what is known before the horizon.
     */
    List<TimeSeries> gifts(String name, int horizon) {
        int days = day(GIFTS_TO);
        var sales = new TreeMap<String, double[]>();
        read(name, line -> {
            var cells = GIFT.matcher(line);
            if (cells.matches()) {
                sales.computeIfAbsent(cells.group(1), code -> new double[days])[day(LocalDate.parse(cells.group(3)))] +=
                        Double.parseDouble(cells.group(2));
            }
        });
        return sales.entrySet().stream()
                .filter(it -> isKnownWell(it.getValue(), days - horizon))
                .map(SalesFiles::notNegative)
                .toList();
    }

    private static int day(LocalDate date) {
        return (int) ChronoUnit.DAYS.between(GIFTS_FROM, date);
    }

    private static boolean isKnownWell(double[] units, int known) {
        var sold = IntStream.range(0, known).filter(it -> units[it] > 0).toArray();
        return sold.length >= FEWEST_SALE_DAYS
                && sold[0] < day(GIFTS_ON_SALE)
                && sold[sold.length - 1] >= units.length - LATEST_SALE;
    }

    private static TimeSeries notNegative(Map.Entry<String, double[]> sku) {
        var units = sku.getValue();
        return TimeSeries.of(
                sku.getKey(),
                IntStream.range(0, units.length)
                        .mapToDouble(it -> Math.max(0, units[it]))
                        .toArray());
    }

    private void read(String name, Consumer<String> reader) {
        try (var lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(folder.resolve(name))), StandardCharsets.UTF_8))) {
            lines.lines().skip(1).forEach(reader);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
