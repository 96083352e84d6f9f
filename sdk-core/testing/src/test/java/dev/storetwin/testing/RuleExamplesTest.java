package dev.storetwin.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.storetwin.guardrail.Category;
import dev.storetwin.guardrail.Moment;
import dev.storetwin.guardrail.Severity;
import dev.storetwin.inventory.Replenishment;
import dev.storetwin.pricing.PriceChange;
import dev.storetwin.type.Channel;
import dev.storetwin.type.Money;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.Quantity;
import dev.storetwin.type.Sku;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleExamplesTest {

    private static final String JUDGE =
            "judge: PriceChange(sku: MUG-1, channel: web, from: 19.99 EUR, to: 17.20 EUR)\n";

    @Test
    void an_example_has_facts_an_action_and_what_is_expected() {
        var examples = RuleExamples.of("a.examples", """
            # first
            example: the first
            given: Category(sku: MUG-1, name: "mugs, cups")
            given: Moment(at: 2025-03-03T10:00:00Z, date: 2025-03-03, time: 10:00, day: Monday)
            judge: PriceChange(sku: MUG-1, channel: web, from: 19.99 EUR, to: 17.20 EUR)
            expect: adjusted
            to: PriceChange(sku: MUG-1, channel: web, from: 19.99 EUR, to: 17.99 EUR)
            fired: one; another

            example: the second
            judge: Replenishment(sku: MUG-1, node: berlin, quantity: 12)
            expect: needs review
            """);

        assertThat(examples)
                .containsExactly(
                        new RuleExample(
                                "a.examples",
                                2,
                                "the first",
                                List.of(
                                        new Category(Sku.of("MUG-1"), "mugs, cups"),
                                        new Moment(
                                                Instant.parse("2025-03-03T10:00:00Z"),
                                                LocalDate.of(2025, 3, 3),
                                                LocalTime.of(10, 0),
                                                DayOfWeek.MONDAY)),
                                price("17.20"),
                                Severity.ADJUSTED,
                                Optional.of(price("17.99")),
                                Optional.of(List.of("one", "another"))),
                        new RuleExample(
                                "a.examples",
                                10,
                                "the second",
                                List.of(),
                                new Replenishment(
                                        Sku.of("MUG-1"), NodeId.of("berlin"), Quantity.of(12), Optional.empty()),
                                Severity.NEEDS_REVIEW,
                                Optional.empty(),
                                Optional.empty()));
    }

    private static PriceChange price(String to) {
        return new PriceChange(Sku.of("MUG-1"), Channel.of("web"), Money.of("19.99", "EUR"), Money.of(to, "EUR"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "given: Categorie(sku: MUG-1) | a:2:8: There is no 'Categorie' here, expected one of Campaign,",
                "given: Category(sku: MUG-1) | a:2:8: Category needs a value for 'name'.",
                "given: Category(sku: A, sku: B) | a:2:8: The field 'sku' stands there twice.",
                "given: Category(MUG-1) | a:2:8: 'MUG-1' is no field with a value, expected such as 'sku: MUG-1'.",
                "given: a mug | a:2:8: 'a mug' is neither a fact nor an action",
                "given: LandedCost(sku: A, amount: 10) | a:2:8: The field 'amount' of LandedCost cannot be '10'"
                        + " (expected",
                "given: Moment(at: noon, date: x) | a:2:8: The field 'at' of Moment cannot be 'noon'",
                "expect: refused | a:2:9: 'refused' is no verdict, expected one of allowed, adjusted, needs review,"
                        + " blocked.",
                "expects: blocked | a:2:10: 'expects' is not known here, expected example, given, judge",
                "judge: PriceChange(sku: A, channel: web, from: 1 EUR, to: 0 EUR) | a:2:8: PriceChange: A price of A"
                        + " must be"
            })
    void what_cannot_be_read_is_named_with_line_and_column(String line, String problem) {
        assertThatThrownBy(() -> RuleExamples.of("a", "example: x\n" + line + "\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(problem);
    }

    @Test
    void an_example_is_whole() {
        assertThatThrownBy(() -> RuleExamples.of("a", "example: x\n" + JUDGE))
                .hasMessage("a:3:1: The example 'x' ends without 'expect: ...'.");
        assertThatThrownBy(() -> RuleExamples.of("a", "expect: blocked\n"))
                .hasMessage("a:1:1: Before 'expect' stands no 'example: ...'.");
        assertThatThrownBy(() -> RuleExamples.of("a", "example: x\n" + JUDGE + JUDGE))
                .hasMessageStartingWith("a:3:8: 'judge' stands there a second time.");
    }
}
