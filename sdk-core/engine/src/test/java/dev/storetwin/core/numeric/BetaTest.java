package dev.storetwin.core.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class BetaTest {

    @Test
    void agrees_with_polynomials_of_whole_numbers() {
        assertThat(Beta.regularized(.5, 2, 3)).isCloseTo(.6875, within(1e-14));
        assertThat(Beta.regularized(.2, 1, 4)).isCloseTo(1 - Math.pow(.8, 4), within(1e-14));
        assertThat(Beta.regularized(0, 2, 3)).isZero();
        assertThat(Beta.regularized(1, 2, 3)).isEqualTo(1);
    }

    @Test
    void quantiles_of_student_are_those_of_the_tables() {
        assertThat(Beta.studentQuantile(.975, 1)).isCloseTo(12.7062, within(1e-4));
        assertThat(Beta.studentQuantile(.975, 10)).isCloseTo(2.228139, within(1e-6));
        assertThat(Beta.studentQuantile(.025, 30)).isCloseTo(-2.042272, within(1e-6));
        assertThat(Beta.studentQuantile(.975, 1e7)).isCloseTo(1.959964, within(1e-6));
    }

    @Test
    void tails_of_student_undo_its_quantiles() {
        assertThat(Beta.studentTwoSided(2.228139, 10)).isCloseTo(.05, within(1e-7));
        assertThat(Beta.studentTwoSided(-2.228139, 10)).isEqualTo(Beta.studentTwoSided(2.228139, 10));
        assertThat(Beta.studentTwoSided(0, 4)).isEqualTo(1);
    }

    @Test
    void tails_of_fisher_are_those_of_the_tables() {
        assertThat(Beta.fisherTail(3.098391, 3, 20)).isCloseTo(.05, within(1e-6));
        assertThat(Beta.fisherTail(4.964603, 1, 10)).isCloseTo(.05, within(1e-6));
        assertThat(Beta.fisherTail(0, 3, 20)).isEqualTo(1);
    }
}
