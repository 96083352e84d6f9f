package dev.storetwin.benchmarks.forecasting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.storetwin.benchmarks.forecasting.Panel.Peer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForecastAccuracyTest {

    @TempDir
    Path folder;

    @Test
    void by_hand_owa_is_the_mean_of_both_ratios() {
        assertThat(new Peer(10, 2).owa(9, 1.6)).isEqualTo((.9 + .8) / 2, within(1e-12));
    }

    @Test
    void a_panel_gives_the_same_table_twice() {
        var panel = Frequency.QUARTERLY.panel(7).withMethods(List.of("naive", "theta"));

        var once = lines(panel);

        assertThat(once).hasSize(2).isEqualTo(lines(panel));
        assertThat(once.get(0)).startsWith("naive").doesNotContain("NaN");
    }

    @Test
    void a_method_that_is_not_there_is_refused_with_those_that_are() {
        var panel = Frequency.YEARLY.panel(1);

        assertThatThrownBy(() -> panel.withMethods(List.of("oracle")))
                .hasMessageContaining("oracle")
                .hasMessageContaining("theta");
    }

    @Test
    void empty_cells_are_unknown_and_a_second_file_goes_on() throws IOException {
        write("train.csv.gz", "series,index,value\na,1,2\nb,1,5\na,2,\n");
        write("test.csv.gz", "series,index,value\na,3,4\nb,2,6\n");

        var series = new SalesFiles(folder).longForm("train.csv.gz", "test.csv.gz");

        assertThat(series).extracting("name").containsExactly("a", "b");
        assertThat(series.get(0).values()).containsExactly(2, Double.NaN, 4);
        assertThat(series.get(1).values()).containsExactly(5, 6);
    }

    @Test
    void gifts_are_those_sold_early_often_and_lately() throws IOException {
        var lines = new StringBuilder("InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice\n");
        for (int day = 0; day < 240; day++) {
            lines.append(line("10001", 2, day)).append(line("POST", 1, day));
            lines.append(day < 29 ? line("10002", 1, day) : "").append(day > 160 ? line("10003", 1, day) : "");
            lines.append(day < 40 ? line("10004", 1, day) : "");
        }
        write("gifts.csv.gz", lines.append(line("10001", -5, 239)).toString());

        var gifts = new SalesFiles(folder).gifts("gifts.csv.gz", 28);

        assertThat(gifts).extracting("name").containsExactly("10001");
        assertThat(gifts.get(0).size()).isEqualTo(274);
        assertThat(gifts.get(0).value(0)).isEqualTo(2);
        assertThat(gifts.get(0).value(239)).isZero();
    }

    private static List<String> lines(Panel panel) {
        return ForecastAccuracy.results(panel).stream()
                .map(it -> ForecastAccuracy.line(it.method(), it, panel).substring(0, 89))
                .toList();
    }

    private static String line(String code, int units, int day) {
        return "5,%s,\"CUP, RED\",%d,%sT10:00:00,1.5%n"
                .formatted(code, units, LocalDate.of(2010, 12, 1).plusDays(day));
    }

    private void write(String name, String text) throws IOException {
        try (var file = new GZIPOutputStream(Files.newOutputStream(folder.resolve(name)))) {
            file.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }
}
