package dev.storetwin.core.pricing.promotion;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FalseDiscoveryTest {

    /** The example of Benjamini and Hochberg (1995), section 3.1. */
    @Test
    void believes_the_four_strongest_of_fifteen() {
        double[] chances = {
            .0001, .0004, .0019, .0095, .0201, .0278, .0298, .0344, .0459, .3240, .4262, .5719, .6528, .7590, 1
        };

        var believed = FalseDiscovery.believed(chances, .05);

        for (int i = 0; i < believed.length; i++) {
            assertThat(believed[i]).as("finding %d", i + 1).isEqualTo(i < 4);
        }
    }

    @Test
    void what_cannot_be_told_is_not_believed_and_does_not_count() {
        assertThat(FalseDiscovery.believed(new double[] {Double.NaN, .04}, .05)).containsExactly(false, true);
    }

    @Test
    void nothing_is_believed_of_nothing() {
        assertThat(FalseDiscovery.believed(new double[0], .05)).isEmpty();
    }
}
