package dev.storetwin.drools;

import static dev.storetwin.drools.Drl.findings;
import static dev.storetwin.drools.Drl.headed;
import static dev.storetwin.drools.Drl.problems;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.storetwin.guardrail.RuleFile;
import dev.storetwin.guardrail.RuleSet;
import dev.storetwin.guardrail.RuleSetRefused;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SyntaxRefusalTest {

    @Test
    void an_open_bracket_is_named_where_it_opens() {
        var rules = headed("""
                rule "open"
                when
                    Spend(amount.amount > 3
                then
                    guard.block("x");
                end
                """);

        assertThat(findings(rules)).containsExactly("test.drl:7:10: This bracket is not closed.");
    }

    @Test
    void an_open_quote_is_named_where_it_opens() {
        var rules = headed("""
                rule "quote"
                when
                    Limit(name == "cap)
                then
                    guard.block("x");
                end
                """);

        assertThat(problems(rules)).containsExactly("7:19 A quote or comment begins here and does not end.");
    }

    @Test
    void an_open_comment_is_named_where_it_opens() {
        assertThat(problems(headed("/* never closed\nrule \"r\" when Spend() then end\n")))
                .containsExactly("5:1 A quote or comment begins here and does not end.");
    }

    @Test
    void a_missing_end_is_named() {
        assertThat(findings(headed("rule \"r\"\nwhen\n Spend()\nthen\n guard.block(\"x\");\n")))
                .containsExactly("test.drl:10:1: The file ends too early in rule \"r\". Maybe an 'end' is missing.");
    }

    @Test
    void a_missing_then_is_named() {
        assertThat(problems(headed("rule \"r\"\nwhen\n Spend()\n guard.block(\"x\");\nend\n")))
                .containsExactly("9:1 Unexpected 'end' in rule \"r\".");
    }

    @Test
    void a_misspelled_word_is_named_with_a_suggestion() {
        assertThat(findings(headed("rule \"r\"\n  saliense 10\nwhen\n Spend()\nthen\nend\n")))
                .containsExactly("test.drl:6:3: Unexpected 'saliense' in rule \"r\". Maybe 'salience'?");
    }

    @Test
    void a_word_that_is_not_drl_is_named() {
        assertThat(findings(headed("Rule \"r\"\nwhen\n Spend()\nthen\nend\n")))
                .containsExactly("test.drl:5:1: Unexpected 'Rule'. Maybe 'rule'?");
    }

    @Test
    void a_rule_without_a_name_is_refused() {
        assertThat(findings(headed("rule\nwhen\n Spend()\nthen\nend\n")))
                .containsExactly("test.drl:6:1: Unexpected 'when' in rule. Maybe the rule has no name.");
    }

    @Test
    void a_condition_that_breaks_off_is_named() {
        assertThat(problems(headed("rule \"r\"\nwhen\n  Spend(amount > )\nthen\nend\n")))
                .containsExactly("7:18 Unexpected ')' in rule \"r\".");
    }

    @Test
    void a_condition_of_which_the_parser_would_forget_the_end_is_refused() {
        assertThat(problems(headed("rule \"r\"\nwhen\n  Spend(this.class.name == \"x\")\nthen\nend\n")))
                .containsExactly("7:9 This condition cannot be read.");
    }

    @Test
    void a_missing_semicolon_is_named_where_it_belongs() {
        var rules = headed("""
                rule "r"
                when
                    Spend()
                then
                    guard.block("x")

                    // and nothing more
                end
                """);

        assertThat(findings(rules)).containsExactly("test.drl:9:20: A ';' is missing after this.");
    }

    @Test
    void a_missing_semicolon_between_two_statements_is_named_where_it_belongs() {
        var rules = headed("""
                rule "r"
                when
                    Spend()
                then
                    var reason = "x"
                    guard.block(reason);
                end
                """);

        assertThat(problems(rules)).containsExactly("9:18 A ';' is missing after this.");
    }

    @Test
    void an_open_bracket_in_a_consequence_is_named_where_it_opens() {
        var rules = headed("""
                rule "r"
                when
                    Spend()
                then
                    if (true) {
                        guard.block("x");
                end
                """);

        assertThat(problems(rules)).containsExactly("9:15 This bracket is not closed.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "\n\n", "// only a comment\n", "/* rule \"r\" when then end */", "package rules\n", Drl.HEAD
            })
    void a_file_without_a_rule_is_refused(String content) {
        assertThat(findings(RuleSet.of("empty.drl", content)))
                .containsExactly(
                        "empty.drl:0:0: The file has no rule. Maybe it is empty, or all of it stands in a comment.");
    }

    @Test
    void one_empty_file_among_good_ones_is_refused() {
        var good = new RuleFile("good.drl", Drl.HEAD + "rule \"r\" when Spend() then guard.block(\"x\"); end");
        var rules = new RuleSet("both", List.of(good, new RuleFile("empty.drl", "// later")));

        assertThat(problems(rules)).containsExactly("0:0 The file has no rule.");
    }

    @Test
    void a_name_that_is_taken_in_the_same_file_is_refused() {
        var rules = headed("""
                rule "r" when Spend() then guard.block("x"); end

                rule "r" when Spend() then guard.block("y"); end
                """);

        assertThat(findings(rules))
                .containsExactly("test.drl:7:1: The rule name 'r' is taken. It is the name of the rule at test.drl:5.");
    }

    @Test
    void a_name_that_is_taken_in_another_file_is_refused_whatever_the_package() {
        var one = new RuleFile("one.drl", Drl.HEAD + "rule \"r\" when Spend() then guard.block(\"x\"); end");
        var two = new RuleFile("two.drl", one.content().replace("package rules", "package other"));

        assertThat(findings(new RuleSet("both", List.of(one, two))))
                .containsExactly("two.drl:5:1: The rule name 'r' is taken. It is the name of the rule at one.drl:5.");
    }

    @Test
    void findings_of_all_files_are_told_at_once_in_order_of_place() {
        var one = new RuleFile(
                "one.drl", Drl.HEAD + "rule \"a\" when Spent() then end\nrule \"b\" when Sku() then end\n");
        var two = new RuleFile("two.drl", "rule");

        assertThatThrownBy(() -> Drl.compile(new RuleSet("mugs", List.of(two, one))))
                .isInstanceOf(RuleSetRefused.class)
                .hasMessage("""
                        Rule set 'mugs' is refused:
                        one.drl:5:15: There is no type 'Spent'. Maybe 'Spend'?
                        one.drl:6:15: There is no type 'Sku'. Maybe an import is missing.
                        two.drl:1:5: The file ends too early in rule. Maybe an 'end' is missing.""");
    }

    @Test
    void line_ends_of_windows_and_a_byte_order_mark_do_not_move_the_place() {
        var rules = RuleSet.of(
                "win.drl", "\uFEFF" + (Drl.HEAD + "rule \"r\"\nwhen\n  Spent()\nthen\nend\n").replace("\n", "\r\n"));

        assertThat(problems(rules)).containsExactly("7:3 There is no type 'Spent'.");
    }
}
