package dev.storetwin.core.pricing.promotion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.core.random.Draws;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class BoughtTogetherTest {

    @Test
    void finds_the_pair_that_shoppers_take_together() {
        var together = BoughtTogether.empty();
        var draw = Draws.of(7).keyed("baskets", "shop", 0);
        for (int basket = 0; basket < 2_000; basket++) {
            var things = new ArrayList<String>();
            for (var thing : List.of("tea", "soap", "rice", "salt", "corn", "oats")) {
                if (draw.nextBoolean(.1)) {
                    things.add(thing);
                }
            }
            if (things.contains("tea") && draw.nextBoolean(.4)) {
                things.add("cups");
            }
            together.add(things);
        }

        var expected = new TreeMap<>();
        expected.put("cups", new TreeSet<>(List.of("tea")));
        expected.put("tea", new TreeSet<>(List.of("cups")));
        assertThat(together.companions()).isEqualTo(expected);
    }

    @Test
    void what_sells_everywhere_is_nobodys_companion() {
        var together = BoughtTogether.empty();
        for (int basket = 0; basket < 100; basket++) {
            together.add(List.of("bag", "thing-" + basket % 10));
        }

        assertThat(together.companions()).isEmpty();
    }

    @Test
    void without_baskets_there_are_no_companions() {
        assertThat(BoughtTogether.empty().companions()).isEmpty();
    }
}
