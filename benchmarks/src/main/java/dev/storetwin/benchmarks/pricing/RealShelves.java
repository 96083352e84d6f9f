package dev.storetwin.benchmarks.pricing;

import dev.storetwin.core.numeric.Order;
import dev.storetwin.core.pricing.elasticity.ElasticityEstimator;
import dev.storetwin.core.pricing.elasticity.ElasticityStudy;
import dev.storetwin.core.pricing.elasticity.PanelColumn;
import dev.storetwin.core.pricing.elasticity.PricePanel;
import dev.storetwin.csv.CsvRow;
import dev.storetwin.csv.CsvTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * Units that real shelves sold after elasticities were estimated, told in quantiles with and without the price.
 *
 * <p>The first three quarters of the periods are learned from, the rest is foretold. Both models have a level per store and promotions, by
 * least squares; one also takes the estimated elasticity times the log price. Quantiles are those of its own past errors.
 *
 * <p>Usage: {@code java ... RealShelves DATA}.
 */
public final class RealShelves {

    private static final double[] LEVELS = {.05, .1, .25, .5, .75, .9, .95};
    private static final double LEARNED = .75;

    private RealShelves() {}

    /** One observation: logarithms of price and units, and promotions. */
    private record Row(String series, String store, long period, double price, double units, double[] promotions) {}

    public static void main(String[] args) {
        System.out.println("| shelves | rows foretold | loss without price | loss with price | change |");
        System.out.println("|---|---|---|---|---|");
        var data = Path.of(args[0]);
        show("orange juice: brands, by store", juice(data));
        show("cheese: retailers", cheese(data, false));
        show("cheese: one series, by retailer", cheese(data, true));
    }

    private static List<Row> juice(Path data) {
        var rows = new ArrayList<Row>();
        try (var table = CsvTable.open(data.resolve("orange-juice/store_weeks.csv.gz"))) {
            table.forEach(row -> rows.add(new Row(
                    row.text(table.require("brand")),
                    row.text(table.require("store")),
                    row.whole(table.require("week")),
                    log(table, row, "price"),
                    log(table, row, "units"),
                    new double[] {number(table, row, "deal"), number(table, row, "feat")})));
        }
        return rows;
    }

    private static List<Row> cheese(Path data, boolean together) {
        var rows = new ArrayList<Row>();
        var weeks = new HashMap<String, Long>();
        try (var table = CsvTable.open(data.resolve("cheese/retailer_weeks.csv.gz"))) {
            table.forEach(row -> {
                var retailer = row.text(table.require("retailer"));
                rows.add(new Row(
                        together ? "cheese" : retailer,
                        together ? retailer : "",
                        weeks.merge(retailer, 1L, Long::sum),
                        log(table, row, "price"),
                        log(table, row, "volume"),
                        new double[] {number(table, row, "display")}));
            });
        }
        return rows;
    }

    private static double number(CsvTable table, CsvRow row, String column) {
        return row.decimal(table.require(column)).doubleValue();
    }

    private static double log(CsvTable table, CsvRow row, String column) {
        return StrictMath.log(number(table, row, column));
    }

    private static void show(String name, List<Row> rows) {
        var periods = rows.stream().mapToLong(Row::period).sorted().toArray();
        long split = periods[(int) (LEARNED * periods.length)];
        var study = study(rows.stream().filter(it -> it.period() < split).toList());
        var without = loss(rows, split, any -> 0);
        var with = loss(rows, split, it -> value(study, it));
        System.out.printf(
                java.util.Locale.ROOT,
                "| %s | %d | %.4f | %.4f | %+.1f %% |%n",
                name,
                rows.stream().filter(it -> it.period() >= split).count(),
                without,
                with,
                100 * (with / without - 1));
    }

    private static double value(ElasticityStudy study, String series) {
        return study.of(series)
                .flatMap(it -> it.interval())
                .map(it -> it.value())
                .orElse(0.0);
    }

    private static ElasticityStudy study(List<Row> rows) {
        int promotions = rows.get(0).promotions().length;
        var names = List.of("promo", "feature").subList(0, promotions);
        var panel = PricePanel.builder(names.stream().map(PanelColumn::number).toList());
        rows.forEach(it -> panel.add(
                it.series(),
                "",
                it.store(),
                it.period(),
                StrictMath.exp(it.price()),
                StrictMath.exp(it.units()),
                Double.NaN,
                it.promotions()));
        return ElasticityEstimator.usual().study(panel.build());
    }

    /** Mean quantile loss of what was sold from the split on, per unit of its mean. */
    private static double loss(List<Row> rows, long split, ToDoubleFunction<String> elasticity) {
        var bySeries = new TreeMap<String, List<Row>>();
        rows.forEach(it ->
                bySeries.computeIfAbsent(it.series(), any -> new ArrayList<>()).add(it));
        double loss = 0;
        double units = 0;
        for (var entry : bySeries.entrySet()) {
            double slope = elasticity.applyAsDouble(entry.getKey());
            var learned =
                    entry.getValue().stream().filter(it -> it.period() < split).toList();
            var model = LevelModel.of(learned, slope);
            for (var row : entry.getValue()) {
                if (row.period() >= split) {
                    double sold = StrictMath.exp(row.units());
                    units += sold;
                    loss += model.loss(row, sold);
                }
            }
        }
        return loss / units;
    }

    /** A level per store and the pull of promotions on log units, when the price's part is taken off. */
    private static final class LevelModel {

        private final double slope;
        private final Map<String, Double> levels = new TreeMap<>();
        private double[] pulls = new double[0];
        private double[] errors = new double[0];

        private LevelModel(double slope) {
            this.slope = slope;
        }

        static LevelModel of(List<Row> rows, double slope) {
            var model = new LevelModel(slope);
            int promotions = rows.get(0).promotions().length;
            model.pulls = new double[promotions];
            for (int round = 0; round < 200; round++) {
                model.levels(rows);
                for (int i = 0; i < promotions; i++) {
                    model.pull(rows, i);
                }
            }
            model.levels(rows);
            model.errors = rows.stream()
                    .mapToDouble(it -> it.units() - model.expected(it))
                    .sorted()
                    .toArray();
            return model;
        }

        private double expected(Row row) {
            double sum = levels.getOrDefault(row.store(), 0.0) + slope * row.price();
            for (int i = 0; i < pulls.length; i++) {
                sum += pulls[i] * row.promotions()[i];
            }
            return sum;
        }

        private void levels(List<Row> rows) {
            var sums = new TreeMap<String, double[]>();
            for (var row : rows) {
                var sum = sums.computeIfAbsent(row.store(), it -> new double[2]);
                sum[0] += row.units() - expected(row);
                sum[1]++;
            }
            sums.forEach((store, sum) -> levels.merge(store, sum[0] / sum[1], Double::sum));
        }

        private void pull(List<Row> rows, int promotion) {
            double across = 0;
            double squares = 1e-9;
            for (var row : rows) {
                across += row.promotions()[promotion] * (row.units() - expected(row));
                squares += row.promotions()[promotion] * row.promotions()[promotion];
            }
            pulls[promotion] += across / squares;
        }

        double loss(Row row, double sold) {
            double expected = expected(row);
            return Arrays.stream(LEVELS)
                    .map(level -> {
                        double off = sold - StrictMath.exp(expected + Order.quantile(errors, level));
                        return Math.max(level * off, (level - 1) * off);
                    })
                    .average()
                    .orElse(0);
        }
    }
}
