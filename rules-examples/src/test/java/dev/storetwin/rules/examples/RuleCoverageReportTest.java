package dev.storetwin.rules.examples;

import static dev.storetwin.rules.examples.Samples.MUG;
import static dev.storetwin.rules.examples.Samples.euro;
import static dev.storetwin.rules.examples.Samples.price;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.storetwin.guardrail.LandedCost;
import dev.storetwin.testing.RuleCoverageReport;
import dev.storetwin.testing.RuleKit;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionContext;

class RuleCoverageReportTest {

    private final List<String> entries = new ArrayList<>();

    /** A run that only takes report entries. */
    private ExtensionContext run() {
        return (ExtensionContext) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {ExtensionContext.class}, (proxy, method, arguments) -> {
                    assertThat(method.getName()).isEqualTo("publishReportEntry");
                    entries.add(
                            arguments[0] instanceof Map<?, ?> map
                                    ? map.toString()
                                    : arguments[0] + ": " + arguments[1]);
                    return null;
                });
    }

    @Test
    void it_reports_what_no_test_tried() {
        try (var kit = RuleKit.of("rules/price/margin-floor.drl")) {
            RuleCoverageReport.of(kit).afterAll(run());

            assertThat(entries).singleElement().asString().contains("0 of 1 rules fired", "'margin floor' never fired");
        }
    }

    @Test
    void it_fails_when_asked_to_until_every_rule_fired() {
        try (var kit = RuleKit.of("rules/price/margin-floor.drl")) {
            var report = RuleCoverageReport.of(kit).failing();

            assertThatThrownBy(() -> report.afterAll(run()))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("margin-floor.drl:10:1: The rule 'margin floor' never fired.");

            kit.given(new LandedCost(MUG, euro("10.00"))).check(price("12.99", "10.99"));
            report.afterAll(run());
        }
    }
}
