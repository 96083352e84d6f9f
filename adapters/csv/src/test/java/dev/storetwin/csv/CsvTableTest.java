package dev.storetwin.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvTableTest {

    @TempDir
    private Path folder;

    @Test
    void a_byte_order_mark_before_a_quoted_header_is_no_part_of_it() throws IOException {
        var file = Files.writeString(folder.resolve("a.csv"), "\uFEFF\"sku\",name\r\nA1,\"a \"\"b\"\", c\"\r\n");

        assertThat(cells(file, "sku", "name")).containsExactly("A1", "a \"b\", c");
    }

    @Test
    void gzip_is_told_by_its_bytes_whatever_the_name() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(bytes)) {
            zip.write("sku\nA1\n".getBytes(StandardCharsets.UTF_8));
        }
        var file = Files.write(folder.resolve("plain.csv"), bytes.toByteArray());

        assertThat(cells(file, "sku")).containsExactly("A1");
    }

    @Test
    void headers_are_found_whatever_their_case_spaces_and_marks() throws IOException {
        var file = Files.writeString(folder.resolve("a.csv"), " Lead Time (days) ,x\n3,\n");

        assertThat(cells(file, "lead_time_days")).containsExactly("3");
    }

    @Test
    void a_missing_column_is_named_with_those_that_are_there() throws IOException {
        var file = Files.writeString(folder.resolve("a.csv"), "sku,nom\nA1,x\n");

        assertThatThrownBy(() -> cells(file, "name"))
                .isInstanceOf(CsvProblem.class)
                .hasMessageStartingWith("a.csv:1: there is no column 'name' among sku,nom.");
    }

    @Test
    void a_column_that_stands_twice_is_refused() throws IOException {
        var file = Files.writeString(folder.resolve("a.csv"), "sku,SKU\nA1,x\n");

        assertThatThrownBy(() -> cells(file, "sku")).hasMessageContaining("stands there 2 times");
    }

    @Test
    void a_number_with_a_comma_is_told_with_file_line_column_and_hint() throws IOException {
        var file = Files.writeString(folder.resolve("a.csv"), "sku,cost\n\nA1,\"1,50\"\n");

        assertThatThrownBy(() -> numbers(file, "cost")).hasMessage("""
                        a.csv:3:2: cost: expected a number such as 12 or 0.5, found '1,50'.
                        Maybe it has a decimal comma, a thousands separator or a currency sign.""");
    }

    @Test
    void a_row_with_more_cells_than_the_header_is_refused_even_when_they_are_empty() throws IOException {
        var shifted = Files.writeString(folder.resolve("a.csv"), "sku,name,cost\nA1,tea,2\nB2,cups, white,3\n");
        var comma = Files.writeString(folder.resolve("b.csv"), "sku,name,cost\nA1,1,50,\n");

        assertThatThrownBy(() -> cells(shifted, "sku"))
                .isInstanceOf(CsvProblem.class)
                .hasMessage("""
                        a.csv:3:4: the row has 4 cells, expected 3 as in the header.
                        Maybe a text with a comma in it has no quotes around it, or a number has a decimal comma.""");
        assertThatThrownBy(() -> cells(comma, "sku")).hasMessageStartingWith("b.csv:2:4: the row has 4 cells");
    }

    @Test
    void a_row_with_fewer_cells_than_the_header_is_refused_since_nobody_knows_which_is_missing() throws IOException {
        var file = Files.writeString(folder.resolve("a.csv"), "sku,units,promo,cost\nA1,4,0,1\nB2,0,1");

        assertThatThrownBy(() -> cells(file, "sku"))
                .isInstanceOf(CsvProblem.class)
                .hasMessageStartingWith("a.csv:3:4: cost: the row ends before it: it has 3 cells, expected 4")
                .hasMessageContaining("Maybe a comma is missing");
    }

    @Test
    void a_line_of_spaces_is_an_empty_line() throws IOException {
        var file = Files.writeString(folder.resolve("a.csv"), "sku,name\n  \nA1,tea\n \t\n");

        assertThat(cells(file, "sku")).containsExactly("A1");
    }

    @Test
    void text_that_is_not_utf_8_is_refused() throws IOException {
        var file = Files.write(folder.resolve("a.csv"), "sku\nM\u00fctze\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> cells(file, "sku"))
                .hasMessageContaining("not UTF-8")
                .hasMessageContaining("iconv");
    }

    @Test
    void a_gzip_file_that_breaks_off_is_refused() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(bytes)) {
            for (int i = 0; i < 10_000; i++) {
                zip.write(("A" + i * 7919 + "\n").getBytes(StandardCharsets.UTF_8));
            }
        }
        var file = Files.write(folder.resolve("a.csv.gz"), Arrays.copyOf(bytes.toByteArray(), bytes.size() / 2));

        assertThatThrownBy(() -> cells(file, "A0"))
                .isInstanceOf(CsvProblem.class)
                .hasMessageContaining("breaks off");
    }

    @Test
    void a_quote_that_nobody_closes_is_refused_and_does_not_swallow_the_rest() throws IOException {
        var file = Files.writeString(folder.resolve("a.csv"), "sku,name\nA1,\"x\n" + "A2,y\n".repeat(2_000));

        assertThatThrownBy(() -> cells(file, "sku"))
                .isInstanceOf(CsvProblem.class)
                .hasMessageContaining("a.csv:2");
    }

    @Test
    void an_empty_or_missing_file_is_refused() throws IOException {
        var empty = Files.writeString(folder.resolve("a.csv"), "");

        assertThatThrownBy(() -> CsvTable.open(empty)).hasMessageContaining("expected a header row");
        assertThatThrownBy(() -> CsvTable.open(folder.resolve("b.csv"))).hasMessageContaining("no such file");
        assertThatThrownBy(() -> CsvTable.open(folder)).isInstanceOf(CsvProblem.class);
    }

    @Test
    void what_is_written_is_read_back() throws IOException {
        var row = List.of("a,b", "say \"x\"", "two\nlines", "", " edge ", "=1+1");
        var text = new StringWriter();
        try (var output = CsvOutput.to(text, List.of("a", "b", "c", "d", "e", "f"))) {
            output.write(row);
        }

        var file = Files.writeString(folder.resolve("a.csv"), text.toString());

        assertThat(cells(file, "a", "b", "c", "d", "e", "f"))
                .containsExactlyElementsOf(row.stream().map(String::strip).toList());
    }

    private static List<String> cells(Path file, String... names) {
        try (var table = CsvTable.open(file)) {
            var cells = new ArrayList<String>();
            var columns = List.of(names).stream().map(table::require).toList();
            table.forEach(row -> columns.forEach(it -> cells.add(row.text(it))));
            return cells;
        }
    }

    private static void numbers(Path file, String name) {
        try (var table = CsvTable.open(file)) {
            table.forEach(row -> row.findDecimal(Optional.of(table.require(name))));
        }
    }
}
