package dev.storetwin.drools;

import static dev.storetwin.drools.Drl.ask;
import static dev.storetwin.drools.Drl.cost;
import static dev.storetwin.drools.Drl.headed;
import static dev.storetwin.drools.Drl.price;
import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.guardrail.CarrierOutage;
import dev.storetwin.guardrail.Fact;
import dev.storetwin.guardrail.Figure;
import dev.storetwin.guardrail.Limit;
import dev.storetwin.guardrail.RuleFile;
import dev.storetwin.guardrail.RuleHit;
import dev.storetwin.guardrail.RuleSet;
import dev.storetwin.guardrail.Ruling;
import dev.storetwin.guardrail.Severity;
import dev.storetwin.guardrail.Standing;
import dev.storetwin.type.CarrierId;
import dev.storetwin.type.Money;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerdictTest {

    private static final RuleSet FLOOR = headed("""
            rule "margin floor"
            when
                PriceChange($sku : sku, $to : to)
                LandedCost(sku == $sku, $floor : amount.times(1.1), $to < $floor)
            then
                guard.block("{} is below the floor of {}", $to, $floor);
            end
            """);

    @Test
    void a_rule_that_fires_blocks_with_its_name_and_reason() {
        var ruling = ask(FLOOR, price("20.00", "10.50"), cost("10.00"));

        assertThat(ruling.hits())
                .containsExactly(
                        new RuleHit("margin floor", Severity.BLOCKED, "10.50 EUR is below the floor of 11.00 EUR"));
    }

    @Test
    void a_rule_that_does_not_fire_says_nothing() {
        assertThat(ask(FLOOR, price("20.00", "11.00"), cost("10.00"))).isEqualTo(Ruling.allowed());
    }

    @Test
    void what_is_not_known_is_no_fact() {
        assertThat(ask(FLOOR, price("20.00", "10.50"))).isEqualTo(Ruling.allowed());
    }

    @Test
    void a_rule_can_look_at_alternatives_features_and_outages() {
        var rules = headed("""
                rule "not worth it" when PriceChange() Standing(rank > 1 || expectedGain < 5)
                then guard.block("too little is gained"); end
                rule "not the favourite" when PriceChange() not Standing(favourite)
                then guard.review("why not the best?"); end
                rule "slow" when PriceChange() Figure(name == "sales_velocity_28d", $pace : value, value < 1)
                then guard.review("sells {} a day", $pace); end
                rule "strike" when PriceChange() CarrierOutage(carrier.value == "DHL", $why : reason)
                then guard.review("DHL: {}", $why); end
                """);
        var slow = new Figure("sales_velocity_28d", "MUG-1", 0.5);
        var strike = new CarrierOutage(new CarrierId("DHL"), Instant.EPOCH, "strike");

        assertThat(fired(rules, new Standing(3, 1, 30, 8))).isEmpty();
        assertThat(fired(rules, new Standing(3, 2, 30, 8))).containsExactly("not the favourite", "not worth it");
        assertThat(fired(rules, new Standing(3, 1, 30, 8), slow, strike)).containsExactly("slow", "strike");
    }

    private static List<String> fired(RuleSet rules, Fact... facts) {
        return ask(rules, price("20.00", "21.00"), facts).hits().stream()
                .map(RuleHit::rule)
                .sorted()
                .toList();
    }

    @Test
    void a_rule_can_ask_for_a_review() {
        var rules = headed("""
                rule "large move" when PriceChange($move : (move * 100), move < -0.2)
                then guard.review("moves by {} %", $move); end
                """);

        assertThat(ask(rules, price("30.00", "20.00")).hits())
                .containsExactly(new RuleHit("large move", Severity.NEEDS_REVIEW, "moves by -33.33 %"));
    }

    @Test
    void a_rule_can_adjust() {
        var rules = headed("""
                rule "price ending" when $change : PriceChange($to : to, !to.endsWith("99"))
                then guard.adjust($change.withTo($to.roundedUpToEnding("99")), "prices end in 99"); end
                """);

        var ruling = ask(rules, price("20.00", "17.20"));

        assertThat(ruling.severity()).isEqualTo(Severity.ADJUSTED);
        assertThat(ruling.adjustments()).containsExactly(price("20.00", "17.99"));
    }

    @Test
    void an_adjustment_to_the_very_same_action_says_nothing() {
        var rules = headed("""
                rule "round" when $change : PriceChange($to : to)
                then guard.adjust($change.withTo($to.rounded()), "whole cents"); end
                """);

        assertThat(ask(rules, price("20.00", "17.20"))).isEqualTo(Ruling.allowed());
    }

    @Test
    void an_adjustment_to_something_else_blocks() {
        var rules = headed("""
                import dev.storetwin.type.*
                rule "other" when $change : PriceChange($to : to)
                then guard.adjust(new PriceChange(Sku.of("OTHER"), $change.channel(), $to, $to), "swap"); end
                """);

        var ruling = ask(rules, price("20.00", "17.20"));

        assertThat(ruling.severity()).isEqualTo(Severity.BLOCKED);
        assertThat(ruling.adjustments()).isEmpty();
        assertThat(ruling.hits().get(0).rule()).isEqualTo("other");
    }

    @Test
    void the_most_severe_of_several_rules_stands_first() {
        var rules = headed("""
                rule "a" when PriceChange() then guard.review("look"); end
                rule "b" when PriceChange() then guard.block("no"); end
                rule "c" when $c : PriceChange($to : to) then guard.adjust($c.withTo($to.times(2)), "dearer"); end
                """);

        var ruling = ask(rules, price("20.00", "17.20"));

        assertThat(ruling.hits()).extracting(RuleHit::rule).containsExactly("b", "a", "c");
        assertThat(ruling.severity()).isEqualTo(Severity.BLOCKED);
    }

    @Test
    void a_rule_that_fires_for_many_facts_speaks_once_for_each_reason() {
        var rules = headed("""
                rule "cap" when PriceChange($to : to) Limit(name == "cap", $to > amount, $scope : scope)
                then guard.block("above the cap of {}", $scope); end
                """);

        var ruling = ask(rules, price("20.00", "17.20"), cap("*", 5), cap("mugs", 6), cap("*", 7), cap("*", 18));

        assertThat(ruling.hits())
                .extracting(RuleHit::reason)
                .containsExactly("above the cap of *", "above the cap of mugs");
    }

    @Test
    void two_files_may_share_a_package() {
        var one = new RuleFile("one.drl", Drl.HEAD + "rule \"one\" when PriceChange() then guard.review(\"1\"); end");
        var two = new RuleFile("two.drl", Drl.HEAD + "rule \"two\" when PriceChange() then guard.review(\"2\"); end");

        var ruling = ask(new RuleSet("both", List.of(two, one)), price("20.00", "17.20"));

        assertThat(ruling.hits()).extracting(RuleHit::rule).containsExactly("one", "two");
    }

    @Test
    void a_file_may_have_a_package_of_its_own_or_none() {
        var one = new RuleFile("one.drl", Drl.HEAD + "rule \"one\" when PriceChange() then guard.review(\"1\"); end");
        var two = new RuleFile("two.drl", """
                import dev.storetwin.guardrail.Guard
                import dev.storetwin.pricing.PriceChange
                global Guard guard
                rule "two" when PriceChange() then guard.review("2"); end
                """);

        var ruling = ask(new RuleSet("both", List.of(one, two)), price("20.00", "17.20"));

        assertThat(ruling.hits()).extracting(RuleHit::rule).containsExactly("one", "two");
    }

    @Test
    void letters_of_all_languages_come_through() {
        var rules = headed("rule \"Größe\" when PriceChange() then guard.block(\"zu groß – {} ☕\", \"naïve\"); end");

        assertThat(ask(rules, price("20.00", "17.20")).hits())
                .containsExactly(new RuleHit("Größe", Severity.BLOCKED, "zu groß – naïve ☕"));
    }

    @Test
    void quotes_and_backslashes_in_conditions_are_only_text() {
        var rules = headed("""
                rule "odd" when Limit(name == "a\\"+System.exit(1)+\\"b", scope matches "\\\\d+") then guard.block("odd"); end
                """);

        var fires =
                ask(rules, price("20.00", "17.20"), new Limit("a\"+System.exit(1)+\"b", "42", Money.of("1", "EUR")));

        assertThat(fires.severity()).isEqualTo(Severity.BLOCKED);
    }

    private static Limit cap(String scope, long amount) {
        return new Limit("cap", scope, Money.of(Long.toString(amount), "EUR"));
    }
}
