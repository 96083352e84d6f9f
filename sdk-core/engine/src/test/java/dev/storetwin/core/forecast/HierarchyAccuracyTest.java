package dev.storetwin.core.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.core.forecast.hierarchy.ErrorWeights;
import dev.storetwin.core.forecast.hierarchy.HierarchyForecasts;
import dev.storetwin.core.forecast.hierarchy.NodeForecasts;
import dev.storetwin.core.forecast.hierarchy.Reconciliation;
import dev.storetwin.forecast.DemandForecaster;
import dev.storetwin.forecast.Hierarchy;
import dev.storetwin.forecast.TimeSeries;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Weekly sales of a wholesaler's items at home and abroad, under item, price band, region, both crossed, and total. */
@Tag("data")
class HierarchyAccuracyTest {

    private static final LocalDate START = LocalDate.of(2010, 12, 1);
    private static final int WEEKS = 39;
    private static final int HORIZON = 4;
    private static final int ORIGINS = 3;
    private static final int FEWEST_SALE_DAYS = 60;
    private static final int FIRST_ERROR = 8;
    /** One order was larger, and cancelled minutes later. */
    private static final double GIANT = 10_000;

    private record Sales(double[] weekly, TreeSet<LocalDate> days, double[] revenue) {

        Sales() {
            this(new double[WEEKS], new TreeSet<>(), new double[1]);
        }
    }

    @Test
    void reconciled_forecasts_are_no_worse_than_those_of_the_items_added_up() throws IOException {
        var sales = sales();
        var hierarchy = hierarchy(sales);
        var histories = HierarchyForecasts.histories(
                hierarchy,
                hierarchy.series().stream()
                        .map(it -> TimeSeries.of(it, sales.get(it).weekly))
                        .toList());
        var ses = ForecastMethods.named("ses").orElseThrow();
        var errors = errors(ses, histories);

        var bottomUp = wape(hierarchy, histories, errors, ses, Reconciliation.bottomUp());
        var reconciled = wape(hierarchy, histories, errors, ses, Reconciliation.nonNegative(ErrorWeights.SHRUNK));

        assertThat(hierarchy.seriesCount()).isGreaterThan(1_000);
        assertThat(reconciled[0]).as("all levels, bottom-up %s", bottomUp[0]).isLessThanOrEqualTo(bottomUp[0]);
        assertThat(reconciled[1]).as("total, bottom-up %s", bottomUp[1]).isLessThanOrEqualTo(bottomUp[1]);
    }

    /** Sum of absolute errors by sum of sales, of all nodes and of the total alone. */
    private static double[] wape(
            Hierarchy hierarchy,
            List<TimeSeries> histories,
            double[][] errors,
            DemandForecaster method,
            Reconciliation how) {
        var wrong = new double[2];
        var sold = new double[2];
        for (int k = 0; k < ORIGINS; k++) {
            int origin = WEEKS - HORIZON * (k + 1);
            var means = histories.stream()
                    .map(it -> method.forecast(it.head(origin), HORIZON).means())
                    .toArray(double[][]::new);
            var known =
                    Arrays.stream(errors).map(row -> Arrays.copyOf(row, origin)).toArray(double[][]::new);
            var coherent = how.reconcile(new NodeForecasts(hierarchy, means, known));
            for (int node = 0; node < coherent.length; node++) {
                for (int step = 0; step < HORIZON; step++) {
                    double value = histories.get(node).value(origin + step);
                    double error = Math.abs(coherent[node][step] - value);
                    wrong[0] += error;
                    sold[0] += value;
                    wrong[1] += node == 0 ? error : 0;
                    sold[1] += node == 0 ? value : 0;
                }
            }
        }
        return new double[] {wrong[0] / sold[0], wrong[1] / sold[1]};
    }

    /** What the method got wrong one week ahead, each time from the weeks before alone. */
    private static double[][] errors(DemandForecaster method, List<TimeSeries> histories) {
        var errors = new double[histories.size()][WEEKS];
        for (int node = 0; node < errors.length; node++) {
            var history = histories.get(node);
            Arrays.fill(errors[node], 0, FIRST_ERROR, Double.NaN);
            for (int t = FIRST_ERROR; t < WEEKS; t++) {
                errors[node][t] =
                        history.value(t) - method.forecast(history.head(t), 1).mean(1);
            }
        }
        return errors;
    }

    private static Hierarchy hierarchy(TreeMap<String, Sales> sales) {
        var builder = Hierarchy.builder("region", "band", "band-region", "item");
        sales.forEach((series, sold) -> {
            var item = series.substring(0, series.indexOf('@'));
            var region = series.substring(series.indexOf('@') + 1);
            var band = band(sales.get(item + "@home"));
            builder.add(series, region, band, band + "-" + region, item);
        });
        return builder.build();
    }

    private static String band(Sales sold) {
        double price = sold.revenue[0] / Math.max(1, Arrays.stream(sold.weekly).sum());
        return price < 1 ? "under 1" : price < 2 ? "under 2" : price < 4 ? "under 4" : "4 and more";
    }

    private static TreeMap<String, Sales> sales() throws IOException {
        var sales = new TreeMap<String, Sales>();
        var file = SharedData.file("uci-online-retail/transactions.csv.gz");
        try (var lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            lines.readLine();
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                add(cells(line), sales);
            }
        }
        sales.keySet()
                .removeIf(series ->
                        saleDays(sales, series.substring(0, series.indexOf('@') + 1) + "home") < FEWEST_SALE_DAYS);
        return sales;
    }

    /** 'abroad' sorts before 'home', so an item's home sales are still there when those abroad are looked at. */
    private static int saleDays(TreeMap<String, Sales> sales, String series) {
        var sold = sales.get(series);
        return sold == null ? 0 : sold.days.size();
    }

    private static void add(List<String> cells, TreeMap<String, Sales> sales) {
        double quantity = Double.parseDouble(cells.get(3));
        if (!cells.get(1).matches("\\d{5}") || quantity <= 0 || quantity > GIANT) {
            return;
        }
        var day = LocalDate.parse(cells.get(4).substring(0, 10));
        int week = (int) ChronoUnit.DAYS.between(START, day) / 7;
        if (week < WEEKS) {
            var region = cells.get(7).equals("United Kingdom") ? "home" : "abroad";
            var sold = sales.computeIfAbsent(cells.get(1) + "@" + region, it -> new Sales());
            sold.weekly[week] += quantity;
            sold.days.add(day);
            sold.revenue[0] += quantity * Double.parseDouble(cells.get(5));
        }
    }

    private static List<String> cells(String line) {
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        boolean quoted = false;
        for (char c : line.toCharArray()) {
            quoted ^= c == '"';
            if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else if (c != '"') {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }
}
