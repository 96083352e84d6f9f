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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
                        Maybe it has a decimal comma, a thousands separator, a currency sign or digits other than 0 to 9.""");
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

    @ParameterizedTest
    @ValueSource(
            strings = {"\uff11\uff12", "\u0663", "1_000", "1 000", "0x10", "NaN", "1d", "\u22125", ".", "1e400", "e5"})
    void only_plain_digits_make_a_number(String number) throws IOException {
        var file = Files.writeString(folder.resolve("a.csv"), "sku,cost\nA1," + number + "\n");

        assertThatThrownBy(() -> numbers(file, "cost"))
                .isInstanceOf(CsvProblem.class)
                .hasMessageStartingWith("a.csv:2:2: cost: expected a number such as 12 or 0.5, found");
    }

    @Test
    void a_zero_byte_is_refused_with_its_place() throws IOException {
        var file = Files.writeString(folder.resolve("a.csv"), "sku,name\nA1,tea\nB2,o\0il\n");

        assertThatThrownBy(() -> cells(file, "sku")).hasMessageStartingWith("a.csv:3:2: a zero byte");
    }

    @Test
    void a_cell_beyond_all_measure_is_refused_with_its_place() throws IOException {
        var file = Files.writeString(folder.resolve("a.csv"), "sku,name\nA1," + "x".repeat(10_000_000) + "\n");

        assertThatThrownBy(() -> cells(file, "sku"))
                .hasMessageStartingWith("a.csv:2:2: one field has 10000000 characters");
    }

    @Test
    void a_hundred_thousand_columns_are_refused_in_few_words() throws IOException {
        var file = Files.writeString(folder.resolve("a.csv"), "c,".repeat(100_000) + "\n");
        var some = Files.writeString(folder.resolve("b.csv"), "c,".repeat(10_000) + "\n");

        assertThatThrownBy(() -> CsvTable.open(file))
                .isInstanceOf(CsvProblem.class)
                .hasMessageContaining("rows stand in columns");
        assertThatThrownBy(() -> cells(some, "sku")).message().hasSizeLessThan(600);
    }

    @Test
    void semicolons_and_tabs_are_told_for_what_they_are() throws IOException {
        var semicolons = Files.writeString(folder.resolve("a.csv"), "sku;cost\nA1;1,5\n");
        var tabs = Files.writeString(folder.resolve("b.csv"), "sku\tcost\nA1\t1.5\n");

        assertThatThrownBy(() -> cells(semicolons, "sku")).hasMessageContaining("separated by semicolons");
        assertThatThrownBy(() -> cells(tabs, "sku")).hasMessageContaining("separated by tabs");
    }

    @Test
    void a_message_commands_no_terminal() throws IOException {
        var file = Files.writeString(folder.resolve("a.csv"), "sku,cost\nA1,\u001b[31m5\n");

        assertThatThrownBy(() -> numbers(file, "cost"))
                .message()
                .doesNotContain("\u001b")
                .contains("[31m5");
    }

    @Test
    void a_quote_that_is_closed_nowhere_near_is_told_of() throws IOException {
        var file = Files.writeString(folder.resolve("a.csv"), "sku,name\n\"A1,tea\nB2,oil\n");

        assertThatThrownBy(() -> cells(file, "sku"))
                .hasMessageStartingWith("a.csv:2:2: name: the row ends before it")
                .hasMessageContaining("a quote is not closed");
    }

    @Test
    void utf_16_is_told_for_what_it_is() throws IOException {
        var file = Files.write(folder.resolve("a.csv"), "\uFEFFsku\nA1\n".getBytes(StandardCharsets.UTF_16LE));

        assertThatThrownBy(() -> cells(file, "sku")).hasMessageContaining("iconv -f UTF-16");
    }

    @Test
    void a_broken_gzip_file_is_told_for_what_it_is() throws IOException {
        var whole = zipped("sku\nA1\n");
        var head = Files.write(folder.resolve("a.gz"), Arrays.copyOf(whole, 5));
        var sum = whole.clone();
        sum[whole.length - 8] ^= 1;

        assertThatThrownBy(() -> cells(head, "sku"))
                .hasMessageContaining("begins as a gzip file and cannot be unpacked")
                .message()
                .doesNotContain("null");
        assertThatThrownBy(() -> cells(Files.write(folder.resolve("b.gz"), sum), "sku"))
                .isInstanceOf(CsvProblem.class);
    }

    @Test
    void what_follows_packed_text_is_read_or_refused_but_never_lost() throws IOException {
        var two = joined(zipped("sku\nA1\n"), zipped("B2\n"));
        var cut = joined(zipped("sku\nA1\n"), Arrays.copyOf(zipped("B2\n"), 6));
        var junk = joined(
                zipped("sku\nA1\n"),
                "B2\nC3 and what else there was to be told of it\n".getBytes(StandardCharsets.UTF_8));

        assertThat(cells(Files.write(folder.resolve("a.gz"), two), "sku")).containsExactly("A1", "B2");
        for (var broken : List.of(cut, junk)) {
            assertThatThrownBy(() -> cells(Files.write(folder.resolve("b.gz"), broken), "sku"))
                    .isInstanceOf(CsvProblem.class);
        }
    }

    @Test
    void a_date_may_have_a_time_but_no_hour_of_twenty_five() throws IOException {
        var file = Files.writeString(
                folder.resolve("a.csv"),
                "day\n2024-01-05\n2024-01-05T10:30\n2024-01-05 10:30:00\n2024-01-05T10:30:00+02:00\n2024-01-05T25:00\n");

        assertThatThrownBy(() -> dates(file, "day"))
                .hasMessageStartingWith("a.csv:6:1: day: expected a date such as 2024-03-31");
    }

    private static byte[] zipped(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(bytes)) {
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static byte[] joined(byte[] one, byte[] other) {
        var both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    private static void dates(Path file, String name) {
        try (var table = CsvTable.open(file)) {
            table.forEach(row -> row.findDate(Optional.of(table.require(name))));
        }
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
