package dev.storetwin.drools;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.guardrail.RuleOutline.Condition;
import dev.storetwin.guardrail.RuleSet;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuleOutlinesTest {

    private static final RuleSet RULES = Drl.headed("""
        rule "dear" when
            PriceChange($sku : sku, to.amount > 50, channel.value == "web")
            not Category(sku == $sku)
        then
            guard.block("dear");
        end
        rule "any" when PriceChange() then end
        """);

    @Test
    void it_has_all_rules_and_the_conditions_that_can_be_left_out() {
        var outline = new DroolsRuleCompiler().outline(RULES);

        assertThat(outline).extracting(it -> it.name() + " " + it.line()).containsExactly("dear 5", "any 11");
        assertThat(outline.get(0).conditions())
                .extracting(Condition::text)
                .containsExactly("to.amount > 50", "channel.value == \"web\"", "not Category(sku == $sku)");
        assertThat(outline.get(0).conditions())
                .extracting(it -> it.line() + ":" + it.column())
                .containsExactly("6:29", "6:45", "7:5");
        assertThat(outline.get(1).conditions()).isEmpty();
    }

    @Test
    void a_probe_fires_where_only_its_condition_held_the_rule_back() {
        var dear = new DroolsRuleCompiler().outline(RULES).get(0);
        var probes = dear.conditions().stream().map(Condition::probe).toList();
        try (var compiled = Drl.compile(new RuleSet("probes", probes))) {
            var fired = new ArrayList<String>();

            compiled.check(Drl.price("1", "20"), Drl.given(), fired::add);

            assertThat(fired).isEqualTo(List.of(dear.conditions().get(0).probeName()));
        }
    }

    @Test
    void rules_that_fire_are_told_also_when_they_say_nothing() {
        try (var compiled = Drl.compile(RULES)) {
            var fired = new ArrayList<String>();

            var ruling = compiled.check(Drl.price("1", "60"), Drl.given(), fired::add);

            assertThat(fired).containsExactly("any", "dear");
            assertThat(ruling.hits()).hasSize(1);
        }
    }
}
