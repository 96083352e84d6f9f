package dev.storetwin.core.pricing.promotion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.storetwin.core.random.Draws;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LiftCurveTest {

    /** Forty things, six promotions each: height .3 and what each thing has of its own (.2), slope 2, each time other (.15), error .1. */
    private static List<LiftCurve.Response> responses(int seed, double ofFirst) {
        var all = new ArrayList<LiftCurve.Response>();
        for (int thing = 0; thing < 40; thing++) {
            var draw = Draws.of(seed).keyed("lift-curve", "thing", thing);
            double own = thing == 0 ? ofFirst : .2 * draw.nextGaussian();
            for (int time = 0; time < 6; time++) {
                double discount = .1 + .3 * draw.nextDouble();
                double log = .3 + own + 2 * discount + .15 * draw.nextGaussian() + .1 * draw.nextGaussian();
                all.add(new LiftCurve.Response("thing-" + thing, discount, log, .01));
            }
        }
        return all;
    }

    /** Forty heights of .2 leave .03 of one curve's line uncertain, and ten curves .01. */
    @Test
    void finds_the_line_of_things_it_has_not_seen() {
        var curves = IntStream.range(0, 10)
                .mapToObj(seed -> LiftCurve.of(responses(seed, 0)))
                .toList();

        assertThat(mean(curves, it -> it.at("new", .1).log())).isCloseTo(.3 + 2 * .1, within(.05));
        assertThat(mean(curves, it -> it.at("new", .4).log())).isCloseTo(.3 + 2 * .4, within(.05));
        assertThat(mean(curves, it -> it.at("new", .2).deviation())).isCloseTo(Math.hypot(.2, .15), within(.03));
    }

    private static double mean(List<LiftCurve> curves, ToDoubleFunction<LiftCurve> value) {
        return curves.stream().mapToDouble(value).average().orElseThrow();
    }

    @Test
    void a_thing_with_promotions_of_its_own_is_known_better_and_lies_where_they_lay() {
        var curve = LiftCurve.of(responses(1, .8));

        assertThat(curve.at("thing-0", .2).log()).isCloseTo(.3 + .8 + 2 * .2, within(.25));
        assertThat(curve.at("thing-0", .2).deviation())
                .isLessThan(curve.at("new", .2).deviation());
    }

    /** Two deviations hold 95.4 in 100; of 400 new promotions. */
    @Test
    void the_next_promotion_lies_within_its_bounds() {
        int inside = 0;
        for (int seed = 0; seed < 10; seed++) {
            var curve = LiftCurve.of(responses(seed, 0));
            for (int next = 0; next < 40; next++) {
                var draw = Draws.of(seed).keyed("lift-curve", "next", next);
                double discount = .1 + .3 * draw.nextDouble();
                double log = .3 + .2 * draw.nextGaussian() + 2 * discount + .15 * draw.nextGaussian();
                var expected = curve.at("new", discount);
                inside += Math.abs(log - expected.log()) <= 2 * expected.deviation() ? 1 : 0;
            }
        }

        assertThat(inside / 400.0).isBetween(.92, .98);
    }

    @Test
    void a_discount_that_nobody_tried_is_not_answered_for() {
        var curve = LiftCurve.of(responses(1, 0));

        assertThat(curve.refusal(.25)).isEmpty();
        assertThat(curve.refusal(.7)).contains("none like 70 %");
    }

    @Test
    void from_four_promotions_nothing_is_learned() {
        var curve = LiftCurve.of(responses(1, 0).subList(0, 4));

        assertThat(curve.refusal(.25)).isEqualTo("4 promotions of it and its like are too few to learn from");
    }

    @Test
    void no_promotions_are_no_error() {
        assertThat(LiftCurve.of(List.of()).refusal(.1)).startsWith("0 promotions");
    }
}
