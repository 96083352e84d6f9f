package dev.storetwin.rules.examples.replenishment;

import static dev.storetwin.rules.examples.Samples.euro;
import static dev.storetwin.rules.examples.Samples.order;
import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.guardrail.Limit;
import dev.storetwin.guardrail.Severity;
import dev.storetwin.guardrail.Spend;
import dev.storetwin.guardrail.WeekSpend;
import dev.storetwin.testing.RuleKit;
import org.junit.jupiter.api.Test;

class WeeklyBudgetTest {

    private static final RuleKit RULE = RuleKit.of("rules/replenishment/weekly-budget.drl");

    @Test
    void blocks_the_order_that_exceeds_the_budget() {
        var budget = new Limit("weekly budget", "*", euro("1000"));

        var ruling = RULE.given(budget, new WeekSpend(euro("950")), new Spend(euro("50.01")))
                .check(order(10));

        assertThat(ruling.severity()).isEqualTo(Severity.BLOCKED);
    }

    @Test
    void lets_the_order_pass_that_uses_the_budget_up() {
        var budget = new Limit("weekly budget", "*", euro("1000"));

        var ruling = RULE.given(budget, new WeekSpend(euro("950")), new Spend(euro("50.00")))
                .check(order(10));

        assertThat(ruling.severity()).isEqualTo(Severity.ALLOWED);
    }
}
