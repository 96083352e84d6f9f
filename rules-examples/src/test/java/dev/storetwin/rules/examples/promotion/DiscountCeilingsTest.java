package dev.storetwin.rules.examples.promotion;

import static dev.storetwin.rules.examples.Samples.MUG;
import static dev.storetwin.rules.examples.Samples.promotion;
import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.guardrail.Category;
import dev.storetwin.guardrail.Severity;
import dev.storetwin.testing.RuleKit;
import org.junit.jupiter.api.Test;

class DiscountCeilingsTest {

    private static final RuleKit RULE = RuleKit.of("rules/promotion/discount-ceilings.csv");

    @Test
    void blocks_and_reviews_what_is_deeper_than_its_row_allows() {
        assertThat(RULE.given(new Category(MUG, "phones"))
                        .check(promotion("16.80", 7))
                        .severity())
                .isEqualTo(Severity.BLOCKED);
        assertThat(RULE.given(new Category(MUG, "mugs"))
                        .check(promotion("13.80", 7))
                        .severity())
                .isEqualTo(Severity.NEEDS_REVIEW);
        assertThat(RULE.given(new Category(MUG, "mugs"))
                        .check(promotion("9.99", 7))
                        .severity())
                .isEqualTo(Severity.BLOCKED);
    }

    @Test
    void lets_pass_what_is_just_as_deep() {
        assertThat(RULE.given(new Category(MUG, "phones"))
                        .check(promotion("17.00", 7))
                        .severity())
                .isEqualTo(Severity.ALLOWED);
        assertThat(RULE.given(new Category(MUG, "mugs"))
                        .check(promotion("14.00", 7))
                        .severity())
                .isEqualTo(Severity.ALLOWED);
    }
}
