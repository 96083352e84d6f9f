package dev.storetwin.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.storetwin.csv.CsvTable;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Elasticities of orange juice and cheese, against regressions with a level per store on the same columns. */
@Tag("data")
class RealShelvesTest {

    /** Of brands 1 to 6 with all prices, deal and feature advertising, and twice the standard errors of that. */
    private static final double[] JUICE = {-2.560, -1.700, -3.100, -3.578, -2.682, -2.427};

    private static final double[] TWO_ERRORS = {.086, .112, .160, .160, .142, .120};

    @TempDir
    private Path folder;

    private Shell shell;

    @BeforeEach
    void open() {
        shell = new Shell(folder);
    }

    private Map<String, Double> elasticities(String observations) {
        shell.write("o.csv", observations);
        var run = shell.run("elasticity --observations @o.csv --out @e.csv");
        assertThat(run.code()).as(run.err()).isZero();
        var values = new TreeMap<String, Double>();
        try (var table = CsvTable.open(folder.resolve("e.csv"))) {
            table.forEach(row -> values.put(
                    row.text(table.require("series")),
                    row.decimal(table.require("elasticity")).doubleValue()));
        }
        return values;
    }

    private static String juice(boolean bySeries) {
        var text = new StringBuilder("series,store,group,period,price,units,promo,feature");
        for (int i = 1; i <= 11; i++) {
            text.append(",competitor_").append(i);
        }
        try (var table = CsvTable.open(SharedData.file("orange-juice/store_weeks.csv.gz"))) {
            table.forEach(row -> {
                var brand = row.text(table.require("brand"));
                var store = row.text(table.require("store"));
                text.append('\n').append(bySeries ? brand + "-" + store + ",," + brand : brand + "," + store + ",");
                for (var column : new String[] {"week", "price", "units", "deal", "feat"}) {
                    text.append(',').append(row.text(table.require(column)));
                }
                for (int i = 1; i <= 11; i++) {
                    text.append(',').append(row.text(table.require("price" + i)));
                }
            });
        }
        return text.append('\n').toString();
    }

    private static String cheese(boolean bySeries) {
        var text = new StringBuilder("series,store,group,period,price,units,promo\n");
        var weeks = new HashMap<String, Integer>();
        try (var table = CsvTable.open(SharedData.file("cheese/retailer_weeks.csv.gz"))) {
            table.forEach(row -> {
                var retailer = row.text(table.require("retailer"));
                int week = weeks.merge(retailer, 1, Integer::sum);
                text.append(bySeries ? "\"" + retailer + "\",,cheese," : "cheese,\"" + retailer + "\",,")
                        .append(week)
                        .append(',')
                        .append(row.text(table.require("price")))
                        .append(',')
                        .append(row.text(table.require("volume")))
                        .append(',')
                        .append(row.text(table.require("display")))
                        .append('\n');
            });
        }
        return text.toString();
    }

    @Test
    void brands_of_orange_juice_answer_to_price_as_a_regression_with_stores_says() {
        var found = elasticities(juice(false));

        for (int brand = 1; brand <= 6; brand++) {
            assertThat(found.get(Integer.toString(brand)))
                    .as("brand %d", brand)
                    .isCloseTo(JUICE[brand - 1], within(TWO_ERRORS[brand - 1]));
        }
    }

    @Test
    void each_brand_in_each_store_is_negative_and_its_brand_s_mean_near_the_brand_s_regression() {
        var found = elasticities(juice(true));

        assertThat(found).hasSize(6 * 28 + 6 + 1);
        assertThat(found.values()).allMatch(it -> it < 0);
        for (int brand = 1; brand <= 6; brand++) {
            assertThat(found.get("group:" + brand)).isCloseTo(JUICE[brand - 1], within(.4));
        }
    }

    @Test
    void cheese_answers_to_price_as_a_regression_with_retailers_says() {
        assertThat(elasticities(cheese(false)).get("cheese")).isCloseTo(-2.388, within(.066));
        assertThat(elasticities(cheese(true)).values()).hasSize(90).allMatch(it -> it < 0);
    }
}
