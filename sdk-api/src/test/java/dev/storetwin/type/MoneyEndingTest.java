package dev.storetwin.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.Currency;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class MoneyEndingTest {

    private static final Currency EUR = Currency.getInstance("EUR");

    @Test
    void an_amount_is_rounded_up_to_its_next_ending() {
        assertThat(Money.of("17.20", "EUR").roundedUpToEnding("99")).isEqualTo(Money.of("17.99", "EUR"));
        assertThat(Money.of("17.99", "EUR").roundedUpToEnding("99")).isEqualTo(Money.of("17.99", "EUR"));
        assertThat(Money.of("17.991", "EUR").roundedUpToEnding("99")).isEqualTo(Money.of("18.99", "EUR"));
        assertThat(Money.of("17.20", "EUR").roundedUpToEnding("5")).isEqualTo(Money.of("17.25", "EUR"));
        assertThat(Money.of("17.20", "EUR").roundedUpToEnding("900")).isEqualTo(Money.of("19.00", "EUR"));
    }

    @Test
    void a_currency_without_cents_ends_in_its_whole_units() {
        assertThat(Money.of("1234", "JPY").roundedUpToEnding("80")).isEqualTo(Money.of("1280", "JPY"));
    }

    @Property
    void the_result_ends_so_and_is_the_least_that_is_not_below(
            @ForAll @IntRange(min = 0, max = 1_000_000) int cents, @ForAll @IntRange(min = 0, max = 99) int ending) {
        var amount = new Money(BigDecimal.valueOf(cents, 2), EUR);
        var digits = "%02d".formatted(ending);

        var rounded = amount.roundedUpToEnding(digits);

        assertThat(rounded.endsWith(digits)).isTrue();
        assertThat(rounded).isBetween(amount, amount.plus(Money.of("0.99", "EUR")));
    }

    @Test
    void an_ending_is_made_of_digits() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Money.of("1", "EUR").roundedUpToEnding(".99"))
                .withMessageContaining("not in '.99'");
    }
}
