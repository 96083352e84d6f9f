package dev.storetwin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesCommandTest {

    private static final String CAP = """
        package rules
        import dev.storetwin.guardrail.*
        import dev.storetwin.pricing.PriceChange
        global Guard guard
        rule "price cap" when
            PriceChange($price : to)
            Limit(name == "price cap", $cap : amount, $price > $cap)
        then
            guard.block("{} is above {}", $price, $cap);
        end
        """;
    private static final String LIMITS = "limit,scope,value\nprice cap,*,100 EUR\nprice cap,mugs,20 EUR\n";
    private static final String EXAMPLES = """
        # The cap for mugs.
        example: a mug above the cap
        given: Category(sku: MUG-1, name: mugs)
        judge: PriceChange(sku: MUG-1, channel: web, from: 19 EUR, to: 21 EUR)
        expect: blocked
        fired: price cap

        example: something else at that price
        judge: PriceChange(sku: HAT-1, channel: web, from: 19 EUR, to: 21 EUR)
        expect: allowed
        fired: none
        """;

    @TempDir
    private Path folder;

    private Shell shell;

    @BeforeEach
    void write() {
        shell = new Shell(folder);
        shell.write("rules/cap.drl", CAP);
        shell.write("rules/limits.csv", LIMITS);
    }

    @Test
    void a_folder_with_limits_is_checked_and_a_wrong_cell_named() {
        assertThat(shell.run("rules check @rules").out()).startsWith("2 files are in order, content hash ");

        shell.write("rules/limits.csv", LIMITS.replace("20 EUR", "20 euro"));
        var run = shell.run("rules check @rules");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).startsWith("limits.csv:3:3: '20 euro' is no limit");
    }

    @Test
    void a_rule_about_a_limit_that_no_table_has_is_warned_of() {
        shell.write("rules/cap.drl", CAP.replace("name == \"price cap\"", "name == \"prize cap\""));
        var run = shell.run("rules check @rules");

        assertThat(run.code()).isZero();
        assertThat(run.out())
                .startsWith("cap.drl:7:20: Warning: No table has a limit named 'prize cap': the rule never fires")
                .contains("Maybe 'price cap' is meant.");
    }

    @Test
    void a_rule_about_a_limit_of_another_kind_is_warned_of() {
        shell.write("rules/limits.csv", "limit,scope,value\nprice cap,*,100\n");
        var run = shell.run("rules check @rules");

        assertThat(run.out())
                .startsWith("cap.drl:7:20: Warning: The table has 'price cap' as a NumberLimit, not as a Limit")
                .contains("49.90 EUR");
    }

    @Test
    void a_rule_that_asks_for_no_limit_is_not_warned_of() {
        shell.write(
                "rules/cap.drl",
                CAP.replace(
                                "Limit(name == \"price cap\", $cap : amount, $price > $cap)",
                                "not Limit(name == \"other\")")
                        .replace(", $cap);", ", 0);"));

        assertThat(shell.run("rules check @rules").out()).doesNotContain("Warning");
    }

    @Test
    void a_rule_that_never_fires_is_a_warning() {
        shell.write(
                "rules/band.csv",
                "rule,\"when PriceChange(to.amount > {number})\",when PriceChange(to.amount < {number}),then"
                        + " guard.block({text})\n"
                        + "band,50,60,x\n");
        shell.write(
                "rules/never.drl",
                CAP.replace("\"price cap\" when", "\"never\" when")
                        .replace("$price > $cap", "$cap > Money.of(\"9\", \"EUR\"), $cap < Money.of(\"8\", \"EUR\")")
                        .replace(
                                "import dev.storetwin.pricing",
                                "import dev.storetwin.type.Money\nimport dev.storetwin.pricing"));

        var run = shell.run("rules check @rules");

        assertThat(run.code()).as(run.out()).isZero();
        assertThat(run.lines()).hasSize(2);
        assertThat(run.lines().get(0)).startsWith("never.drl:8:").contains("Warning: The rule never fires");
    }

    @Test
    void examples_that_come_out_as_expected_are_counted() {
        shell.write("rules/mugs.examples", EXAMPLES);

        var run = shell.run("rules test @rules");

        assertThat(run.code()).as(run.out() + run.err()).isZero();
        assertThat(run.out())
                .startsWith("2 of 2 examples come out as expected.\n1 of 1 rules fired, ")
                .contains("cap.drl:7:11: In 'price cap' this was never false: name == \"price cap\"");
    }

    @Test
    void an_example_that_comes_out_otherwise_is_a_no_with_its_place() {
        shell.write(
                "rules/mugs.examples",
                EXAMPLES.replace("to: 21 EUR)\nexpect: blocked", "to: 19.50 EUR)\nexpect: blocked"));

        var run = shell.run("rules test @rules");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out())
                .startsWith("mugs.examples:2:1: 'a mug above the cap': expected blocked, but it is allowed.");
    }

    @Test
    void an_example_that_cannot_be_read_or_is_missing_is_bad_input() {
        assertThat(shell.run("rules test @rules").code()).isEqualTo(2);

        shell.write("rules/mugs.examples", EXAMPLES.replace("name: mugs", "nome: mugs"));
        var run = shell.run("rules test @rules");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("mugs.examples:3:8: Category has no field 'nome'. It has: sku, name.");
    }

    @Test
    void past_decisions_that_would_be_judged_otherwise_are_rows() {
        shell.write("other/cap.drl", CAP);
        shell.write("other/limits.csv", LIMITS.replace("100 EUR", "30 EUR"));
        shell.write("decisions.csv", """
            decision_id,sku,channel,node,action,value,unit
            d1,HAT-1,web,,price,40,EUR
            d2,HAT-1,web,,price,25,EUR
            d3,HAT-1,,main,order,12,units
            d4,HAT-1,,main,none,,
            """);

        var run = shell.run("rules diff @rules @other --decisions @decisions.csv");

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.lines())
                .containsExactly(
                        "decision_id,sku,channel,node,action,old_verdict,new_verdict,old_rules,new_rules,reason",
                        "d1,HAT-1,web,,price 40.00 EUR -> 40.00 EUR,allowed,blocked,,cap.drl:5:1: price cap,price cap:"
                                + " 40.00 EUR is above 30.00 EUR");
        assertThat(run.err()).contains("1 of 3 actions would be judged otherwise.");
    }

    @Test
    void a_trail_tells_all_that_was_weighed() {
        shell.write("trail.jsonl", """
            {"format":"storetwin-audit","version":1}
            {"leaf":"00","root":"00","entry":{"seq":0,"at":"2025-03-03T10:00:00Z","kind":"decision","id":"d1","asOf":"2025-03-03T10:00:00Z","alternatives":[{"proposed":{"action":{"capability":"pricing","target":{"sku":"HAT-1","channel":"web"},"words":"price 20.00 EUR -> 40.00 EUR","commitment":{"price":{"amount":40.00,"currency":"EUR"}}}}},{"proposed":{"expectedValue":0}}]}}
            """);
        shell.write("other/cap.drl", CAP.replace("$price > $cap", "$price > $cap || $cap > $price"));
        shell.write("other/limits.csv", LIMITS);

        var run = shell.run("rules diff @rules @other --decisions @trail.jsonl");

        assertThat(run.lines()).hasSize(2);
        assertThat(run.lines().get(1))
                .startsWith("d1,HAT-1,web,,price 20.00 EUR -> 40.00 EUR,allowed,blocked,,cap.drl:5:1: price cap,");
        shell.write("trail.jsonl", "nonsense\n");
        assertThat(shell.run("rules diff @rules @other --decisions @trail.jsonl")
                        .code())
                .isEqualTo(2);
    }
}
