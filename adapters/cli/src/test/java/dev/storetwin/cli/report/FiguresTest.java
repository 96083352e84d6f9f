package dev.storetwin.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | 0",
                "-0.0 | 0",
                "0.000012345 | 0.0000123",
                "-0.004 | −0.004",
                "0.0456 | 0.0456",
                "0.5 | 0.5",
                "3 | 3",
                "3.14159 | 3.14",
                "-17.5 | −17.5",
                "123.456 | 123.5",
                "1234.5 | 1,235",
                "-9876543.2 | −9,876,543"
            })
    void a_number_has_the_digits_that_tell_something(double value, String text) {
        assertThat(Figures.number(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1234.5 | GBP | 1,234.50 GBP",
                "-0.001 | EUR | 0.00 EUR",
                "1234.5 | JPY | 1,235 JPY",
                "12.5 | units | 12.5 units",
                "96.4 | % | 96.4 %"
            })
    void money_has_the_digits_of_its_currency(double value, String unit, String text) {
        assertThat(Figures.with(value, unit)).isEqualTo(text);
    }

    @Test
    void a_gain_has_a_sign() {
        assertThat(Figures.gain(22.5, "GBP")).isEqualTo("+22.50 GBP");
        assertThat(Figures.gain(-22.5, "GBP")).isEqualTo("−22.50 GBP");
        assertThat(Figures.gain(0, "")).isEqualTo("0");
    }

    @Test
    void large_print_leaves_out_the_pennies_of_big_sums() {
        assertThat(Figures.headline(184_320.55, "GBP")).isEqualTo("184,321");
        assertThat(Figures.headline(320.55, "GBP")).isEqualTo("320.55");
    }

    @Test
    void a_share_is_in_percent() {
        assertThat(Figures.percent(.9 - .1)).isEqualTo("80 %");
        assertThat(Figures.percent(.975 - .025)).isEqualTo("95 %");
        assertThat(Figures.percent(.835 - .165)).isEqualTo("67 %");
    }

    @Test
    void moments_are_those_of_the_shop() {
        var instant = Instant.parse("2011-07-31T23:05:00Z");

        assertThat(Figures.moment(instant, ZoneId.of("Europe/London"))).isEqualTo("1 Aug 2011, 00:05");
        assertThat(Figures.day(LocalDate.of(2011, 12, 24))).isEqualTo("24 Dec");
    }
}
