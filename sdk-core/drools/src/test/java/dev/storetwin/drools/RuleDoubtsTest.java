package dev.storetwin.drools;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.guardrail.RuleSet;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuleDoubtsTest {

    private static final Path EXAMPLES = Path.of("../../rules-examples/src/main/resources/rules");

    private static List<String> warnings(String rules) {
        return new DroolsRuleCompiler()
                .warnings(Drl.headed(rules)).stream()
                        .map(it -> "%d:%d %s".formatted(it.line(), it.column(), it.problem()))
                        .toList();
    }

    private static String rule(String name, String when, String then) {
        return "rule \"%s\" when %s then %s end\n".formatted(name, when, then);
    }

    @Test
    void two_rules_that_differ_in_names_and_order_alone_say_the_same() {
        var one = rule(
                "one",
                "PriceChange($sku : sku, $p : to) LandedCost(sku == $sku, amount > $p)",
                "guard.block(\"{} too low\", $p);");
        var two = rule(
                "two",
                "PriceChange($price : to, $s : sku) LandedCost(amount > $price, sku == $s)",
                "guard.block(\"{} too low\",  $price);");

        assertThat(warnings(one + two)).containsExactly("6:1 The rule 'two' says the same as 'one' at test.drl:5.");
    }

    @Test
    void another_constant_is_another_rule() {
        assertThat(warnings(rule("one", "PriceChange(to.amount > 50)", "guard.block(\"x\");")
                        + rule("two", "PriceChange(to.amount > 60)", "guard.block(\"x\");")
                        + rule("three", "PriceChange(channel.value == \"a b\", to.amount > 60)", "guard.block(\"x\");")
                        + rule("four", "PriceChange(channel.value == \"ab\", to.amount > 60)", "guard.block(\"x\");")))
                .isEmpty();
    }

    @Test
    void the_same_conditions_with_another_verdict_are_told() {
        assertThat(warnings(rule("one", "PriceChange(to.amount > 50)", "guard.block(\"x\");")
                        + rule("two", "PriceChange( to.amount>50 )", "guard.review(\"y\");")))
                .singleElement()
                .asString()
                .startsWith(
                        "6:1 The rule 'two' fires exactly when 'one' at test.drl:5 does, but that says block and this"
                                + " review.");
    }

    @Test
    void the_same_conditions_with_another_adjustment_are_told_and_another_reason_is_not() {
        var high = rule("high", "$c : PriceChange(to.amount > 50)", "guard.adjust($c.withTo($c.getFrom()), \"x\");")
                .replace("getFrom", "from");
        var low = rule(
                "low", "$d : PriceChange(to.amount > 50)", "guard.adjust($d.withTo($d.from().times(0.5)), \"x\");");
        var reworded =
                rule("reworded", "$e : PriceChange(to.amount > 50)", "guard.adjust($e.withTo($e.from()), \"y\");");

        assertThat(warnings(high + low)).singleElement().asString().contains("'low'", "adjusts to something else");
        assertThat(warnings(high + reworded)).isEmpty();
    }

    @Test
    void comparisons_that_exclude_each_other_never_fire() {
        assertThat(warnings(rule("band", "PriceChange(to.amount > 50, to.amount < 20)", "guard.block(\"x\");")))
                .containsExactly(
                        "5:46 The rule never fires: PriceChange.to.amount>50 and PriceChange.to.amount<20 cannot be"
                                + " true together.");
        assertThat(warnings(rule("edge", "PriceChange(to.amount >= 50 && to.amount < 50)", "guard.block(\"x\");")))
                .hasSize(1);
        assertThat(warnings(rule(
                        "two texts",
                        "PriceChange(channel.value == \"a\", channel.value == \"b\")",
                        "guard.block(\"x\");")))
                .singleElement()
                .asString()
                .contains("== \"a\" and == \"b\"");
        assertThat(warnings(rule(
                        "not the same",
                        "PriceChange(channel.value != \"a\", channel.value == \"a\")",
                        "guard.block(\"x\");")))
                .hasSize(1);
        assertThat(warnings(rule(
                        "by name",
                        "PriceChange($n : channel.value, $n == \"a\", channel.value == \"b\")",
                        "guard.block(\"x\");")))
                .hasSize(1);
    }

    @Test
    void names_without_a_dollar_are_names_too() {
        assertThat(warnings(rule("one", "PriceChange(p : to) LandedCost(amount > p)", "guard.block(\"x\");")
                        + rule("two", "PriceChange(p : from) LandedCost(amount > p)", "guard.block(\"x\");")))
                .isEmpty();
    }

    @Test
    void comparisons_that_leave_something_are_fine() {
        assertThat(warnings(rule("band", "PriceChange(to.amount > 20, to.amount < 50)", "guard.block(\"x\");")
                        + rule("point", "PriceChange(to.amount >= 50, to.amount <= 50)", "guard.block(\"x\");")
                        + rule("either", "PriceChange(to.amount < 20 || to.amount > 50)", "guard.block(\"x\");")
                        + rule(
                                "either and",
                                "PriceChange(to.amount < 20 || from.amount > 5 && to.amount > 50, to.amount < 30)",
                                "guard.block(\"x\");")
                        + rule("two fields", "PriceChange(to.amount < 20, from.amount > 50)", "guard.block(\"x\");")
                        + rule(
                                "two limits",
                                "Limit(name == \"a\") Limit(name == \"b\") PriceChange()",
                                "guard.block(\"x\");")))
                .isEmpty();
    }

    @Test
    void the_examples_are_beyond_doubt() {
        var drl = RuleSet.fromDirectory(EXAMPLES).files().stream()
                .filter(it -> it.name().endsWith(".drl"))
                .toList();

        assertThat(drl).hasSizeGreaterThan(30);
        assertThat(new DroolsRuleCompiler().warnings(new RuleSet("examples", drl)))
                .isEmpty();
    }
}
