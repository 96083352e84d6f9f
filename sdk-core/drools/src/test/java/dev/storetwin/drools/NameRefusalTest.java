package dev.storetwin.drools;

import static dev.storetwin.drools.Drl.findings;
import static dev.storetwin.drools.Drl.headed;
import static dev.storetwin.drools.Drl.problems;
import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.guardrail.RuleSet;
import org.junit.jupiter.api.Test;

/** Names and types that do not fit are named with file, line, column and what is there instead. */
class NameRefusalTest {

    @Test
    void an_unknown_type() {
        var rules = headed("""
                rule "r"
                when
                    Spend()
                    PriceChnge(to.amount > 5)
                then
                    guard.block("x");
                end
                """);

        assertThat(findings(rules))
                .containsExactly("test.drl:8:5: There is no type 'PriceChnge'. Maybe 'PriceChange'?");
    }

    @Test
    void a_type_that_is_not_imported() {
        var rules = RuleSet.of("r.drl", "rule \"r\" when\n LandedCost()\nthen end");

        assertThat(findings(rules))
                .containsExactly(
                        "r.drl:2:2: There is no type 'LandedCost'. Maybe 'import dev.storetwin.guardrail.LandedCost' is missing.");
    }

    @Test
    void an_import_of_a_type_that_does_not_exist() {
        var rules = headed("""
                import dev.storetwin.pricing.PriceChanges
                import dev.storetwin.Nonsense
                rule "r" when Spend() then guard.block("x"); end
                """);

        assertThat(findings(rules))
                .containsExactly(
                        "test.drl:5:1: There is no type 'dev.storetwin.pricing.PriceChanges' to import. Maybe 'dev.storetwin.pricing.PriceChange'?",
                        "test.drl:6:1: There is no type 'dev.storetwin.Nonsense' to import. Maybe it stands in another package, or its artifact is missing.");
    }

    @Test
    void an_import_of_a_package_that_does_not_exist() {
        var rules = headed("import dev.storetwin.nowhere.*\nrule \"r\" when Spend() then guard.block(\"x\"); end\n");

        assertThat(problems(rules)).containsExactly("5:1 There is no package 'dev.storetwin.nowhere'.");
    }

    @Test
    void an_unknown_field() {
        var rules = headed("""
                rule "r"
                when
                    PriceChange($sku : sku,
                                chanel == "web")
                then
                    guard.block("x");
                end
                """);

        assertThat(findings(rules))
                .containsExactly(
                        "test.drl:8:17: PriceChange has no field 'chanel'. Maybe 'channel'? It has: sku, channel, from, to.");
    }

    @Test
    void an_unknown_field_in_a_binding_in_a_path_and_in_a_later_pattern() {
        var rules = headed("""
                rule "r"
                when
                    PriceChange($sku : skuu, $to : to)
                    PriceChange(to.amuont > 5)
                    not LandedCost($to < cost.times(1.1))
                then
                    guard.block("x");
                end
                """);

        assertThat(problems(rules))
                .containsExactly(
                        "7:24 PriceChange has no field 'skuu'.",
                        "8:20 Money has no field 'amuont'.",
                        "9:26 LandedCost has no field 'cost'.");
    }

    @Test
    void a_field_of_the_class_behind_every_object() {
        assertThat(problems(headed("rule \"r\" when PriceChange(sku.class == \"x\") then guard.block(\"x\"); end")))
                .containsExactly("5:27 A condition cannot contain '.class'.");
    }

    @Test
    void an_unknown_method() {
        var rules = headed("rule \"r\" when PriceChange(!to.endWith(\"99\")) then guard.block(\"x\"); end");

        assertThat(findings(rules)).containsExactly("test.drl:5:31: Money has no method 'endWith'. Maybe 'endsWith'?");
    }

    @Test
    void a_variable_that_is_bound_nowhere_or_only_inside_a_not() {
        var rules = headed("""
                rule "r"
                when
                    PriceChange($to : to)
                    not LandedCost($cost : amount)
                    Spend(amount > $too)
                    Spend(amount > $cost)
                then
                    guard.block("x");
                end
                """);

        assertThat(findings(rules))
                .containsExactly(
                        "test.drl:9:20: Nothing is bound to '$too' before this. Maybe '$to'?",
                        "test.drl:10:20: Nothing is bound to '$cost' before this.");
    }

    @Test
    void a_comparison_that_could_never_be_true() {
        var rules = headed("""
                rule "r"
                when
                    PriceChange($sku : sku, channel == "web", to < 5)
                    Limit(scope == $sku)
                    Moment(day == "MONDAY", time > "16:30")
                    StockCover(days < "x")
                then
                    guard.block("x");
                end
                """);

        assertThat(findings(rules))
                .containsExactly(
                        "test.drl:7:29: Channel cannot be compared with a text. Maybe channel.value.",
                        "test.drl:7:47: Money cannot be compared with a number. Maybe to.amount, or Money.of(\"5.00\", \"EUR\") on the other side.",
                        "test.drl:8:11: A text cannot be compared with Sku. Maybe .value on the right.",
                        "test.drl:9:12: DayOfWeek cannot be compared with a text. Maybe DayOfWeek.MONDAY on the other side, with 'import java.time.DayOfWeek'.",
                        "test.drl:9:29: LocalTime cannot be compared with a text. Maybe LocalTime.of(16, 30) on the other side, with 'import java.time.LocalTime'.",
                        "test.drl:10:16: A number cannot be compared with a text.");
    }

    @Test
    void arithmetic_on_money_by_signs() {
        var rules = headed("rule \"r\" when PriceChange(to < from * 0.9) then guard.block(\"x\"); end");

        assertThat(findings(rules))
                .containsExactly(
                        "test.drl:5:27: '*' does not work on Money and a number. Maybe Money's own words: from.times(1.1), .plus(...), .minus(...), .ratioTo(...).");
    }

    @Test
    void a_path_through_something_optional() {
        var rules = headed(
                "import dev.storetwin.inventory.*\nrule \"r\" when Replenishment(spend.amount > 5) then guard.block(\"x\"); end");

        assertThat(findings(rules))
                .containsExactly(
                        "test.drl:6:35: Optional has no field 'amount'. Maybe match on a fact instead, such as Spend: what is not known is no fact.");
    }

    @Test
    void arithmetic_that_the_rule_compiler_chokes_on() {
        var rules = headed("""
                rule "sound" when Spend() then guard.block("x"); end
                rule "nested"
                when
                    PriceChange($sku : sku, $to : to)
                    LandedCost(sku == $sku,
                               $to.amount < amount.amount * 1.1)
                then
                    guard.block("x");
                end
                """);

        assertThat(findings(rules))
                .containsExactly(
                        "test.drl:10:16: The rule compiler fails here (ClassCastException). Maybe it calculates with nested numbers; Money does its own: to < landed.times(1.1).");
    }

    @Test
    void a_wrong_argument_in_a_condition() {
        var rules = headed("""
                rule "r"
                when
                    PriceChange($to : to)
                    LandedCost($to < amount.times("x"))
                then
                    guard.block("x");
                end
                """);

        assertThat(problems(rules)).hasSize(1).first().asString().startsWith("8:16 ");
    }

    @Test
    void a_wrong_word_in_a_consequence() {
        var rules = headed("""
                rule "r"
                when
                    $change : PriceChange($to : to)
                then
                    var half = $to.times(0.5);   // fine
                    guard.blok("{}", half);
                end
                """);

        assertThat(findings(rules))
                .containsExactly(
                        "test.drl:10:11: The method blok(String, Money) is undefined for the type Guard. Maybe 'block'?");
    }

    @Test
    void wrong_types_and_names_in_consequences_of_several_rules() {
        var rules = headed("""
                rule "a"
                when
                    $change : PriceChange($to : to)
                then
                    int price = $to;
                    guard.adjust($to, "ä ö ü");
                end

                rule "b" when PriceChange($to : to) then guard.block("é {}", $tu);
                    guard.block("{}", price);
                end
                """);

        assertThat(findings(rules))
                .containsExactly(
                        "test.drl:9:17: Type mismatch: cannot convert from Money to int.",
                        "test.drl:10:11: The method adjust(Action, String, Object...) in the type Guard is not applicable for the arguments (Money, String).",
                        "test.drl:13:62: $tu cannot be resolved to a variable. Maybe '$to'?",
                        "test.drl:14:23: price cannot be resolved to a variable.");
    }

    @Test
    void a_wrong_word_on_a_variable_whose_type_only_the_rule_compiler_knows() {
        var rules = headed("""
                import java.util.List
                rule "sound" when Spend() then guard.block("x"); end
                rule "r"
                when
                    $all : List(size > 1) from collect(Spend())
                then
                    guard.block("{}", $all.length());
                end
                """);

        assertThat(problems(rules)).containsExactly("11:5 The method length() is undefined for the type List.");
    }

    @Test
    void a_comparison_with_the_least_of_something_which_is_no_number_for_java() {
        var rules = headed("""
                rule "least" when
                    Spend($own : amount.toDouble)
                    accumulate(LandedCost($one : amount.toDouble); $least : min($one))
                then
                    if ($own < $least) { guard.block("{} is the least", $least); }
                end
                """);

        assertThat(findings(rules))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("test.drl:9:")
                .contains("<", "Number");
    }

    @Test
    void a_guard_that_was_not_declared() {
        var rules = RuleSet.of(
                "r.drl",
                "import dev.storetwin.guardrail.Spend\nrule \"r\" when Spend() then\n  guard.block(\"x\");\nend");

        assertThat(findings(rules))
                .containsExactly(
                        "r.drl:3:3: guard cannot be resolved. Maybe 'global Guard guard' is missing below the imports.");
    }

    @Test
    void another_global_than_the_guard() {
        var rules = RuleSet.of(
                "r.drl",
                "import dev.storetwin.guardrail.Spend\nglobal java.util.List list\nrule \"r\" when Spend() then\nend");

        assertThat(problems(rules)).containsExactly("2:1 The only global is 'guard'.");
    }
}
