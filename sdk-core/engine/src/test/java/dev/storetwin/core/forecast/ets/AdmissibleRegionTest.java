package dev.storetwin.core.forecast.ets;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AdmissibleRegionTest {

    @Test
    void roots_within_the_unit_circle_are_found_to_be_so() {
        assertThat(within(-.06, .1, 1)).as("(z - .2)(z + .3)").isTrue();
        assertThat(within(.81, 0, 1)).as("z = +-.9 i").isTrue();
        assertThat(within(0, 0, 0, 1)).as("z^3").isTrue();
    }

    @Test
    void roots_outside_or_on_it_are_found_to_be_so() {
        assertThat(within(-.6, -.7, 1)).as("(z - 1.2)(z + .5)").isFalse();
        assertThat(within(-.2, .8, 1)).as("(z - .2)(z + 1)").isFalse();
        assertThat(within(1.21, 0, 1)).as("z = +-1.1 i").isFalse();
    }

    @Test
    void a_restless_trend_upsets_a_season() {
        var region = new AdmissibleRegion(12);

        assertThat(region.isStable(.3, .01, .1, 1)).isTrue();
        assertThat(region.isStable(.9, .85, .09, 1)).isFalse();
    }

    @Test
    void the_usual_region_bounds_each_parameter_by_those_before() {
        var model = EtsModel.of("AAdA");

        assertThat(AdmissibleRegion.isUsual(model, .3, .2, .5, .9)).isTrue();
        assertThat(AdmissibleRegion.isUsual(model, .3, .4, .5, .9))
                .as("beta above alpha")
                .isFalse();
        assertThat(AdmissibleRegion.isUsual(model, .3, .2, .8, .9))
                .as("gamma above 1 - alpha")
                .isFalse();
        assertThat(AdmissibleRegion.isUsual(model, .3, .2, .5, .99))
                .as("phi too high")
                .isFalse();
        assertThat(AdmissibleRegion.isUsual(model, 1.1, .2, .5, .9))
                .as("alpha too high")
                .isFalse();
    }

    /** Coefficients from the constant up. */
    private static boolean within(double... polynomial) {
        return AdmissibleRegion.rootsAreWithinUnitCircle(polynomial);
    }
}
