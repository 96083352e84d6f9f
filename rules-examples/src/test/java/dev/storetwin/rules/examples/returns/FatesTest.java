package dev.storetwin.rules.examples.returns;

import static dev.storetwin.rules.examples.Samples.MUG;
import static dev.storetwin.rules.examples.Samples.disposition;
import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.guardrail.Category;
import dev.storetwin.guardrail.Severity;
import dev.storetwin.returns.Fate;
import dev.storetwin.testing.RuleKit;
import org.junit.jupiter.api.Test;

class FatesTest {

    private static final RuleKit RULE = RuleKit.of("rules/returns/fates.csv");

    @Test
    void sells_nothing_twice_that_its_row_forbids() {
        var ruling = RULE.given(new Category(MUG, "cosmetics")).check(disposition(Fate.RESTOCK, "20.00", 1));

        assertThat(ruling.severity()).isEqualTo(Severity.ADJUSTED);
        assertThat(ruling.adjustments()).containsExactly(disposition(Fate.WRITE_OFF, "20.00", 1));
        assertThat(RULE.given(new Category(MUG, "food"))
                        .check(disposition(Fate.RESTOCK, "20.00", 1))
                        .severity())
                .isEqualTo(Severity.ADJUSTED);
        assertThat(RULE.given(new Category(MUG, "glass"))
                        .check(disposition(Fate.RESTOCK, "20.00", 1))
                        .severity())
                .isEqualTo(Severity.NEEDS_REVIEW);
    }

    @Test
    void lets_mugs_back_on_the_shelf_and_cosmetics_be_written_off() {
        assertThat(RULE.given(new Category(MUG, "mugs"))
                        .check(disposition(Fate.RESTOCK, "20.00", 1))
                        .severity())
                .isEqualTo(Severity.ALLOWED);
        assertThat(RULE.given(new Category(MUG, "cosmetics"))
                        .check(disposition(Fate.WRITE_OFF, "20.00", 1))
                        .severity())
                .isEqualTo(Severity.ALLOWED);
    }
}
