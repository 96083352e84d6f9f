package dev.storetwin.drools;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.type.Money;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class ReasonTest {

    @Test
    void values_take_their_places_in_order() {
        assertThat(Reason.of("{} is below {}", Money.of("5", "EUR"), 7)).isEqualTo("5.00 EUR is below 7");
    }

    @Test
    void numbers_are_shortened_to_two_digits_after_the_point_in_every_country() {
        assertThat(Reason.of("{} {} {} {}", 1234.5678, -0.001, 3.0, new BigDecimal("2.50")))
                .isEqualTo("1234.57 0 3 2.5");
        assertThat(Reason.of("{}", Double.NaN)).isEqualTo("NaN");
    }

    @Test
    void signs_of_other_formats_are_only_text() {
        assertThat(Reason.of("10 % off %s {0}")).isEqualTo("10 % off %s {0}");
    }

    @Test
    void a_value_that_looks_like_a_place_is_not_one() {
        assertThat(Reason.of("{} and {}", "{}", "x")).isEqualTo("{} and x");
    }

    @Test
    void places_without_a_value_stay() {
        assertThat(Reason.of("{} of {}", 1)).isEqualTo("1 of {}");
    }
}
