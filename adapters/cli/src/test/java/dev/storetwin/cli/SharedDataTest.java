package dev.storetwin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.storetwin.csv.CsvTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands on real data, as a stranger would run them. */
@Tag("data")
class SharedDataTest {

    @TempDir
    private Path folder;

    private Shell shell;

    @BeforeEach
    void open() {
        shell = new Shell(folder);
    }

    @Test
    void weekly_series_of_the_m4_competition_are_forecast_better_than_by_exponential_smoothing() throws IOException {
        var train = SharedData.file("m4-weekly/train.csv.gz");
        assertThat(shell.run("forecast --series %s --horizon 13 --season 1 --out @f.csv".formatted(train))
                        .code())
                .isZero();

        var known = values(train, "value");
        var actual = values(SharedData.file("m4-weekly/test.csv.gz"), "value");
        var forecast = values(folder.resolve("f.csv"), "mean");
        double sum = 0;
        for (var entry : known.entrySet()) {
            sum += meanAbsoluteScaledError(entry.getValue(), actual.get(entry.getKey()), forecast.get(entry.getKey()));
        }

        assertThat(forecast.keySet()).containsExactlyElementsOf(known.keySet());
        assertThat(sum / known.size()).isLessThanOrEqualTo(2.68);
        assertThat(shell.read("f.csv")).doesNotContain("NaN");
        assertThat(shell.lines("f.csv").stream().skip(1)).allMatch(SharedDataTest::isOrderedAndNotNegative);
    }

    private static double meanAbsoluteScaledError(List<Double> known, List<Double> actual, List<Double> forecast) {
        double change = 0;
        for (int i = 1; i < known.size(); i++) {
            change += Math.abs(known.get(i) - known.get(i - 1));
        }
        double error = 0;
        for (int i = 0; i < actual.size(); i++) {
            error += Math.abs(actual.get(i) - forecast.get(i));
        }
        return error / actual.size() / (change / (known.size() - 1));
    }

    private static boolean isOrderedAndNotNegative(String line) {
        var cells = line.split(",");
        for (int i = 3; i < cells.length; i++) {
            double quantile = Double.parseDouble(cells[i]);
            if (quantile < 0 || i > 3 && quantile < Double.parseDouble(cells[i - 1])) {
                return false;
            }
        }
        return true;
    }

    private static Map<String, List<Double>> values(Path file, String column) {
        try (var table = CsvTable.open(file)) {
            var series = table.require("series");
            var value = table.require(column);
            var values = new LinkedHashMap<String, List<Double>>();
            table.forEach(row -> values.computeIfAbsent(row.text(series), it -> new ArrayList<>())
                    .add(row.decimal(value).doubleValue()));
            return values;
        }
    }

    @Test
    void every_store_and_product_of_a_chain_gets_its_order() {
        var run = shell.run("replenish --sales %s --in-stock %s --state %s --master %s --out @o.csv"
                .formatted(
                        SharedData.file("vn2/sales.csv.gz"),
                        SharedData.file("vn2/in_stock.csv.gz"),
                        SharedData.file("vn2/initial_state.csv.gz"),
                        SharedData.file("vn2/master.csv.gz")));

        assertThat(run.code()).isZero();
        assertThat(run.err()).contains("Ordering by ").contains("from 2021-04-12 to 2024-04-08");
        assertThat(shell.lines("o.csv")).hasSize(600);
        assertThat(shell.lines("o.csv").stream().skip(1)).allMatch(it -> it.matches("\\d+,\\d+,\\d+"));
    }

    @Test
    void the_chosen_policy_costs_a_chain_less_than_the_organisers_and_than_any_plain_quantile() throws IOException {
        var run = shell.run("policy --sales %s --in-stock %s --master %s --stride 20 --out @p.json"
                .formatted(
                        SharedData.file("vn2/sales.csv.gz"),
                        SharedData.file("vn2/in_stock.csv.gz"),
                        SharedData.file("vn2/master.csv.gz")));

        assertThat(run.code()).as(run.err()).isZero();
        var json = new ObjectMapper().readTree(shell.read("p.json"));
        assertThat(json.at("/panel/items").asInt()).isEqualTo(599);
        assertThat(json.at("/chosen_before_each_window/saving").asDouble()).isGreaterThan(.11);
        assertThat(json.at("/chosen/judged/mean_cost").asDouble())
                .isLessThan(json.at("/best_quantile/mean_cost").asDouble());
    }

    @Test
    void a_wholesalers_nine_months_are_planned_and_the_report_says_how_its_lines_were_understood() {
        var run = shell.run("plan --transactions %s --zone Europe/London --currency GBP --as-of 2011-08-01 --out @out"
                .formatted(SharedData.file("uci-online-retail/transactions.csv.gz")));

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(shell.lines("out/decisions.csv").stream().skip(1))
                .hasSizeGreaterThan(7_000)
                .allMatch(it -> it.contains(",insufficient_data,none,"))
                .noneMatch(it -> it.contains(",POST,") || it.contains(",gift_0001_20,"));
        assertThat(shell.lines("out/decisions.csv")).anyMatch(it -> it.contains(",order-up-to level,"));
        assertThat(shell.read("out/report.html"))
                .contains("order 541431, 23166: 74215 units taken back by C541433 after 16 min")
                .contains("POST (POSTAGE): shipping")
                .contains("Sales without a customer");
    }
}
