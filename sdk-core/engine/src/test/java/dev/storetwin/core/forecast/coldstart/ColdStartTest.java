package dev.storetwin.core.forecast.coldstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.storetwin.core.numeric.NegativeBinomial;
import dev.storetwin.core.random.Draws;
import dev.storetwin.forecast.TimeSeries;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ColdStartTest {

    private static final Draws DRAWS = Draws.of(5);
    private static final String[] CATEGORIES = {"mug", "plate", "lamp", "chair"};
    private static final double[] LEVELS = {40, 12, 4, 1};
    private static final int WEEKS = 40;
    private static final int AHEAD = 8;

    private final Map<String, Map<String, String>> attributes = new TreeMap<>();
    private final List<TimeSeries> shop = shop();

    @Test
    void expects_of_a_new_thing_what_things_like_it_sell() {
        var start = ColdStart.fit(attributes, shop);

        var mug = start.expect(newcomer("new mug", "mug"), AHEAD).orElseThrow();
        var chair = start.expect(newcomer("new chair", "chair"), AHEAD).orElseThrow();

        assertThat(mug.neighbours()).allMatch(name -> name.startsWith("mug"));
        assertThat(mug.means()[AHEAD - 1]).isCloseTo(40, within(15.0));
        assertThat(chair.means()[AHEAD - 1]).isCloseTo(1, within(.6));
        assertThat(mug.ownShare()).isZero();
        assertThat(mug.reason()).contains("0 % from its own sales");
    }

    @Test
    void follows_the_launch_curve_of_its_neighbours() {
        var mug = ColdStart.fit(attributes, shop)
                .expect(newcomer("new mug", "mug"), 20)
                .orElseThrow();

        assertThat(mug.means()[0]).isLessThan(.8 * mug.means()[19]);
    }

    @Test
    void hands_over_to_its_own_sales_as_they_arrive() {
        var start = ColdStart.fit(attributes, shop);
        var sales = new double[20];
        double[] shares = new double[4];
        double[] means = new double[4];
        for (int i = 0; i < sales.length; i++) {
            sales[i] = 120;
        }

        int[] ages = {0, 1, 5, 20};
        for (int i = 0; i < ages.length; i++) {
            var young = newcomer("new mug", "mug", Arrays.copyOf(sales, ages[i]));
            var expected = start.expect(young, AHEAD).orElseThrow();
            shares[i] = expected.ownShare();
            means[i] = expected.means()[0];
        }

        assertThat(shares).isSorted();
        assertThat(shares[3]).isGreaterThan(.9);
        assertThat(means[0]).isLessThan(60);
        assertThat(means[3]).isCloseTo(120, within(25.0));
    }

    @Test
    void is_less_sure_of_a_thing_with_no_sales_than_of_one_with_some() {
        var start = ColdStart.fit(attributes, shop);
        var fresh = start.expect(newcomer("new lamp", "lamp"), 1).orElseThrow();
        var young = start.expect(newcomer("new lamp", "lamp", 2, 3, 4, 4, 4, 4, 4, 5), 1)
                .orElseThrow();

        double ofFresh = fresh.deviations()[0] / fresh.means()[0];
        double ofYoung = young.deviations()[0] / young.means()[0];

        assertThat(ofYoung).isLessThan(ofFresh);
    }

    @Test
    void is_right_about_as_often_as_it_claims() {
        int inside = 0;
        double expected = 0;
        double truth = 0;
        for (int i = 0; i < 200; i++) {
            int category = i % CATEGORIES.length;
            var all = sales("hidden" + i, LEVELS[category]);
            var forecast = ColdStart.fit(attributes, shop)
                    .expect(newcomer("hidden" + i, CATEGORIES[category]), AHEAD)
                    .orElseThrow();
            double mean = forecast.means()[AHEAD - 1];
            double deviation = forecast.deviations()[AHEAD - 1];
            var distribution = NegativeBinomial.of(mean, deviation * deviation);
            double sold = all[AHEAD - 1];
            inside += sold >= distribution.quantile(.05) && sold <= distribution.quantile(.95) ? 1 : 0;
            expected += mean;
            truth += sold;
        }

        assertThat(inside).isBetween(170, 200);
        assertThat(expected / truth).isCloseTo(1, within(.25));
    }

    @Test
    void uses_the_whole_shop_for_a_thing_without_attributes_and_says_nothing_in_an_empty_shop() {
        var start = ColdStart.fit(attributes, shop);

        assertThat(start.expect(TimeSeries.of("unknown"), 2).orElseThrow().means()[1])
                .isBetween(5.0, 30.0);
        assertThat(ColdStart.fit(Map.of(), List.of()).expect(TimeSeries.of("first"), 2))
                .isEmpty();
    }

    @Test
    void answers_for_every_degenerate_newcomer() {
        var start = ColdStart.fit(attributes, shop);
        double[][] histories = {{}, {Double.NaN}, {0, 0, 0}, {1e15}, {1e-12}, {-4}};
        for (var history : histories) {
            var expected = start.expect(newcomer("new mug", "mug", history), 3).orElseThrow();

            for (int step = 0; step < 3; step++) {
                assertThat(expected.means()[step]).isFinite().isNotNegative();
                assertThat(expected.deviations()[step]).isFinite().isNotNegative();
            }
        }
    }

    private TimeSeries newcomer(String name, String category, double... sales) {
        attributes.put(name, Map.of("category", category, "colour", "red"));
        return TimeSeries.of(name, sales);
    }

    private List<TimeSeries> shop() {
        var series = new ArrayList<TimeSeries>();
        for (int i = 0; i < 80; i++) {
            int category = i % CATEGORIES.length;
            var name = CATEGORIES[category] + i;
            var colour = DRAWS.uniform("colour", name, 0) < .5 ? "red" : "blue";
            attributes.put(
                    name, Map.of("category", CATEGORIES[category], "colour", colour, "code", Integer.toString(i)));
            series.add(TimeSeries.of(name, sales(name, LEVELS[category])));
        }
        return series;
    }

    /** Sales that grow to their level within ten weeks; levels differ by a factor within a category. */
    private static double[] sales(String name, double level) {
        var draw = DRAWS.keyed("sales", name, 0);
        double own = level * StrictMath.exp(.3 * draw.nextGaussian());
        var sales = new double[WEEKS];
        for (int week = 0; week < WEEKS; week++) {
            double mean = own * Math.min(1, (week + 3) / 10.0);
            sales[week] = NegativeBinomial.of(mean, 1.5 * mean).quantile(draw.nextOpenDouble());
        }
        return sales;
    }
}
