package dev.storetwin.core.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

class NormalTest {

    @Test
    void quantiles_agree_with_printed_tables() {
        assertThat(Normal.quantile(.5)).isZero();
        assertThat(Normal.quantile(.975)).isEqualTo(1.959963984540054, within(1e-14));
        assertThat(Normal.quantile(.95)).isEqualTo(1.6448536269514722, within(1e-14));
        assertThat(Normal.quantile(.001)).isEqualTo(-3.090232306167813, within(1e-13));
        assertThat(Normal.quantile(1e-20)).isEqualTo(-9.262340089798408, within(1e-12));
    }

    @Test
    void probabilities_agree_with_printed_tables() {
        assertThat(Normal.cdf(0)).isEqualTo(.5, within(1e-15));
        assertThat(Normal.cdf(1)).isEqualTo(.8413447460685429, within(1e-14));
        assertThat(Normal.cdf(-3)).isEqualTo(.0013498980316300933, within(1e-15));
        assertThat(Normal.cdf(-8)).isEqualTo(6.22096057427178e-16, within(1e-22));
        assertThat(Normal.cdf(40)).isOne();
        assertThat(Normal.cdf(-40)).isZero();
    }

    @Property
    void a_quantile_has_the_probability_it_was_asked_for(
            @ForAll @DoubleRange(min = 1e-9, max = 1 - 1e-9) @Scale(12) double probability) {
        assertThat(Normal.cdf(Normal.quantile(probability))).isEqualTo(probability, within(1e-13));
    }

    @Test
    void a_probability_of_0_or_1_has_no_quantile() {
        assertThatThrownBy(() -> Normal.quantile(0)).hasMessageContaining("0.0");
        assertThatThrownBy(() -> Normal.quantile(1)).hasMessageContaining("1.0");
    }
}
