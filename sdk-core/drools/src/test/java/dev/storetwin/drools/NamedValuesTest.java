package dev.storetwin.drools;

import static dev.storetwin.drools.Drl.ask;
import static dev.storetwin.drools.Drl.cost;
import static dev.storetwin.drools.Drl.headed;
import static dev.storetwin.drools.Drl.price;
import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.guardrail.RuleHit;
import dev.storetwin.guardrail.Severity;
import org.junit.jupiter.api.Test;

/** A name may stand for a call with other names in it, which the rule compiler alone does not know. */
class NamedValuesTest {

    @Test
    void it_is_known_within_its_pattern_after_it_and_in_the_consequence() {
        var rules = headed("""
                rule "r"
                when
                    PriceChange($sku : sku, $to : to)
                    LandedCost(sku == $sku, $ratio : $to.ratioTo(amount), $ratio > 2)
                    not Spend($ratio < 3)
                then
                    guard.review("{} times the cost", $ratio);
                end
                """);

        assertThat(ask(rules, price("20", "30"), cost("10")).hits())
                .containsExactly(new RuleHit("r", Severity.NEEDS_REVIEW, "3 times the cost"));
        assertThat(ask(rules, price("20", "19"), cost("10")).hits()).isEmpty();
    }

    @Test
    void one_may_stand_for_a_call_on_another() {
        var rules = headed("""
                rule "r"
                when
                    PriceChange($to : to)
                    $cost : LandedCost($sum : amount.plus($to), $twice : $sum.times(2), $twice > $to)
                then
                    guard.review("{}, {}, {}", $cost.amount(), $sum, $twice);
                end
                """);

        assertThat(ask(rules, price("20", "30"), cost("10")).hits())
                .extracting(RuleHit::reason)
                .containsExactly("10.00 EUR, 40.00 EUR, 80.00 EUR");
    }

    @Test
    void within_a_not_it_is_known_there() {
        var rules = headed("""
                rule "r"
                when
                    PriceChange($to : to)
                    not LandedCost($ratio : ($to.ratioTo(amount)), $ratio > 2)
                then
                    guard.review("cheap");
                end
                """);

        assertThat(ask(rules, price("20", "19"), cost("10")).severity()).isEqualTo(Severity.NEEDS_REVIEW);
        assertThat(ask(rules, price("20", "21"), cost("10")).severity()).isEqualTo(Severity.ALLOWED);
    }

    @Test
    void a_mistake_after_it_is_still_told_with_its_own_place() {
        var rules = headed("""
                rule "r"
                when
                    PriceChange($to : to)
                    LandedCost($sum : amount.plus($to),
                               $sum.times("x") > $to)
                then
                    guard.review("{}", $sum);
                end
                """);

        assertThat(Drl.problems(rules))
                .containsExactly("9:16 Method times on Money with arguments [String] is missing.");
    }

    @Test
    void arithmetic_with_other_names_has_no_name() {
        var rules = headed("""
                rule "r"
                when
                    PriceChange($to : to)
                    LandedCost($left : ($to.amount - amount.amount), $left < 1)
                then
                    guard.review("x");
                end
                """);

        assertThat(Drl.problems(rules))
                .singleElement()
                .asString()
                .startsWith("8:16 What is calculated with other names");
    }
}
