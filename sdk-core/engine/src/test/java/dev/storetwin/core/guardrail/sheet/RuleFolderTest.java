package dev.storetwin.core.guardrail.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.storetwin.guardrail.Finding;
import dev.storetwin.guardrail.Limit;
import dev.storetwin.guardrail.NumberLimit;
import dev.storetwin.guardrail.RuleFile;
import dev.storetwin.guardrail.RuleSet;
import dev.storetwin.guardrail.RuleSetRefused;
import dev.storetwin.guardrail.TimeLimit;
import dev.storetwin.type.Money;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuleFolderTest {

    private static final String TABLE = """
        rule,"when PriceChange($sku : sku, to.amount > {number})","when Category(sku == $sku, name == {text})","then guard.block(""{text}"")"
        """;

    private static RuleFolder read(String... csv) {
        return RuleFolder.of(set(csv));
    }

    private static RuleSet set(String... csv) {
        var files = new ArrayList<RuleFile>();
        for (var text : csv) {
            files.add(new RuleFile("%d.csv".formatted(files.size() + 1), text));
        }
        return new RuleSet("folder", files);
    }

    private static List<String> findings(String... csv) {
        var refused = catchThrowableOfType(RuleSetRefused.class, () -> read(csv));
        return refused.findings().stream().map(Finding::toString).toList();
    }

    @Test
    void a_limit_is_money_a_number_a_share_or_a_time() {
        var folder = read("""
            limit,scope,value
            price cap,mugs,49.90 EUR
            largest discount,*,12 %
            largest order,"berlin, south",30
            last change,,16:30
            """);

        assertThat(folder.limits())
                .containsExactly(
                        new Limit("price cap", "mugs", Money.of("49.90", "EUR")),
                        new NumberLimit("largest discount", "*", 0.12),
                        new NumberLimit("largest order", "berlin, south", 30),
                        new TimeLimit("last change", "*", LocalTime.of(16, 30)));
        assertThat(folder.hasRules()).isFalse();
    }

    @Test
    void further_columns_empty_rows_a_byte_order_mark_and_windows_lines_do_no_harm() {
        var folder = read("\uFEFFlimit,who,scope,value\r\n\r\ncap,anna,*,5\r\n,,\r\n");

        assertThat(folder.limits()).containsExactly(new NumberLimit("cap", "*", 5));
    }

    @Test
    void a_value_that_says_nothing_is_named_with_row_and_cell() {
        assertThat(findings("""
            limit,scope,value
            cap,*,"49,90 EUR"
            cap,mugs,49.90 €
            cap,web,50 EUX
            cap,app,
            ,app,5
            last,*,25:00
            """))
                .satisfiesExactly(
                        it -> assertThat(it)
                                .startsWith("1.csv:2:3: '49,90 EUR' is no limit")
                                .endsWith("write a point."),
                        it -> assertThat(it).startsWith("1.csv:3:3: '49.90 €'").contains("currency's code"),
                        it -> assertThat(it).startsWith("1.csv:4:3: '50 EUX'").contains("no such currency"),
                        it -> assertThat(it).startsWith("1.csv:5:3: ''").contains("not finished"),
                        it -> assertThat(it).startsWith("1.csv:6:1: The limit has no name."),
                        it -> assertThat(it).startsWith("1.csv:7:3: '25:00'"));
    }

    @Test
    void a_limit_stands_once_for_a_scope_and_is_of_one_kind() {
        assertThat(findings("limit,scope,value\ncap,*,5 EUR\n", "limit,scope,value\ncap,*,6 EUR\ncap,web,6\n"))
                .satisfiesExactly(
                        it -> assertThat(it).startsWith("2.csv:2:1: The limit 'cap' for * stands at 1.csv:2 already."),
                        it -> assertThat(it)
                                .startsWith(
                                        "2.csv:3:3: The limit 'cap' is a NumberLimit here, but a Limit elsewhere."));
    }

    @Test
    void a_column_that_stands_twice_leaves_nobody_to_guess_which_counts() {
        assertThat(findings("limit,scope,value,value,note,note\ncap,*,5 EUR,500 EUR,a,b\n"))
                .singleElement()
                .asString()
                .startsWith("1.csv:1:4: The column 'value' stands here a second time");
        assertThat(findings("limit,scope,value,scope\ncap,mugs,5 EUR,*\n"))
                .singleElement()
                .asString()
                .startsWith("1.csv:1:4: The column 'scope' stands here a second time");
    }

    @Test
    void a_table_is_one_whatever_letters_its_ending_has() {
        var capital = new RuleSet("limits", List.of(new RuleFile("LIMITS.CSV", "limit,scope,value\ncap,*,5\n")));

        assertThat(RuleFolder.of(capital).limits()).containsExactly(new NumberLimit("cap", "*", 5));
    }

    @Test
    void a_table_of_something_else_is_refused() {
        assertThat(findings("sku,price\nMUG,5\n"))
                .singleElement()
                .asString()
                .startsWith("1.csv:1:1: The table begins with 'sku', expected 'limit' or 'rule'.");
        assertThat(findings("limit;scope;value\n")).singleElement().asString().contains("semicolons");
        assertThat(findings("limit,scope\n")).singleElement().asString().contains("no column 'value'");
    }

    @Test
    void a_quote_is_closed_on_its_line() {
        assertThat(findings("limit,scope,value\ncap,\"web\n,5\"\n"))
                .singleElement()
                .asString()
                .startsWith("1.csv:2:2: A quote opens here");
        assertThat(findings("limit,scope,value\ncap,\"web\" shop,5\n"))
                .singleElement()
                .asString()
                .startsWith("1.csv:2:2: After the closing quote stands 'shop'");
    }

    @Test
    void a_row_is_no_longer_than_the_header() {
        assertThat(findings("limit,scope,value\ncap,*,49,90 EUR\n"))
                .singleElement()
                .asString()
                .startsWith("1.csv:2:4: '90 EUR' stands in no column.")
                .contains("decimal comma");
    }

    @Test
    void the_rule_of_a_row_stands_on_the_line_of_that_row() {
        var folder = read(TABLE + "cap mugs,50,mugs,too dear\n\ncap all,80,,\"much \"\"too\"\" dear\"\n");

        var lines = folder.inDrl().files().get(0).content().lines().toList();

        assertThat(lines.get(1))
                .isEqualTo("rule \"cap mugs\" when PriceChange($sku : sku, to.amount > 50)"
                        + " Category(sku == $sku, name == \"mugs\") then guard.block(\"too dear\"); end");
        assertThat(lines.get(2)).isEmpty();
        assertThat(lines.get(3))
                .isEqualTo("rule \"cap all\" when PriceChange($sku : sku, to.amount > 80)"
                        + " then guard.block(\"much \\\"too\\\" dear\"); end");
    }

    @Test
    void each_placeholder_writes_its_kind() {
        var folder = read("rule,when A({money}),when B({time}),\"when C(x in ({list}))\",when D({number}),then"
                + " guard.block({text})\n"
                + "all,49.90 EUR,16:30,web; app,12 %,why\n");

        assertThat(folder.inDrl().files().get(0).content())
                .contains("A(Money.of(\"49.90\", \"EUR\")) B(LocalTime.of(16, 30)) C(x in (\"web\", \"app\")) D(0.12)"
                        + " then guard.block(\"why\");");
    }

    @Test
    void what_a_table_cannot_mean_is_named() {
        assertThat(findings("rule,when A({nummer}),sonst\nx,1,\n"))
                .satisfiesExactly(
                        it -> assertThat(it)
                                .startsWith("1.csv:1:2: '{nummer}' stands for nothing. Maybe one of {text}"),
                        it -> assertThat(it).startsWith("1.csv:1:3: The column 'sonst' is neither"));
        assertThat(findings(
                        "rule,when A({number}),then guard.block({text})\n\"a \"\"b\"\"\",1,x\nc,,x\nd,ten,x\ne,1,\n"))
                .satisfiesExactly(
                        it -> assertThat(it).startsWith("1.csv:2:1: A rule's name"),
                        it -> assertThat(it).startsWith("1.csv:3:1: The rule 'c' has no condition."),
                        it -> assertThat(it).startsWith("1.csv:4:2: 'ten' is not a number"),
                        it -> assertThat(it).startsWith("1.csv:5:1: The rule 'e' has no consequence."));
    }

    @Test
    void a_finding_in_the_rule_of_a_row_is_told_with_its_cell() {
        var folder = read(TABLE + "cap mugs,50,mugs,too dear\ncap all,80,,dear\n");
        var line = folder.inDrl().files().get(0).content().lines().toList().get(1);
        int atMugs = line.indexOf("mugs\")") + 1;

        var found = folder.inPlace(List.of(
                new Finding("1.csv", 2, atMugs, "no such category", ""), new Finding("1.csv", 2, 7, "a bad name", "")));

        assertThat(found)
                .extracting(Finding::toString)
                .containsExactly("1.csv:2:1: a bad name", "1.csv:2:3: no such category");
    }

    @Test
    void what_is_wrong_in_the_header_is_told_once() {
        var folder = read(TABLE + "cap mugs,50,mugs,too dear\ncap all,80,,dear\n");
        var lines = folder.inDrl().files().get(0).content().lines().toList();
        int column = lines.get(1).indexOf("to.amount") + 1;
        int other = lines.get(2).indexOf("to.amount") + 1;

        var everywhere = folder.inPlace(List.of(
                new Finding("1.csv", 2, column, "no field", ""), new Finding("1.csv", 3, other, "no field", "")));
        var inOneRow = folder.inPlace(List.of(new Finding("1.csv", 3, other, "no field", "")));

        assertThat(everywhere).extracting(Finding::toString).containsExactly("1.csv:1:2: no field");
        assertThat(inOneRow).extracting(Finding::toString).containsExactly("1.csv:3:2: no field");
    }
}
