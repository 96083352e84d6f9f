package dev.storetwin.core.forecast.censored;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.storetwin.core.random.Draw;
import dev.storetwin.core.random.Draws;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class UncensoredTest {

    private static final Draws DRAWS = Draws.of(3);
    private static final int WEEKS = 104;

    @Test
    void leaves_sales_alone_that_were_always_in_stock() {
        var demand = Uncensored.of(new double[] {1, Double.NaN, 3}, flags(true, true, true), 1);

        assertThat(demand.values()).containsExactly(1, Double.NaN, 3);
        assertThat(demand.deviations()).containsOnly(0);
        assertThat(demand.censoredShare()).isZero();
        assertThat(demand.reason()).isEmpty();
    }

    @Test
    void takes_a_period_that_sold_nothing_for_lack_of_stock_as_an_ordinary_one() {
        var demand = Uncensored.of(new double[] {10, 12, 8, 0, 10}, flags(true, true, true, false, true), 1);

        assertThat(demand.values()[3]).isCloseTo(10, within(1.0));
        assertThat(demand.censoredShare()).isEqualTo(.2);
    }

    @Test
    void says_that_sales_are_a_lower_bound_when_stock_was_never_there() {
        var demand = Uncensored.of(new double[] {4, 6}, flags(false, false), 1);

        assertThat(demand.values()).containsExactly(4, 6);
        assertThat(demand.isLowerBound()).isTrue();
        assertThat(demand.reason()).contains("lower bound");
    }

    @Test
    void takes_no_sales_at_all_as_no_demand() {
        var demand = Uncensored.of(new double[] {0, 0, 0}, flags(true, false, true), 1);

        assertThat(demand.values()).containsOnly(0);
        assertThat(demand.reason()).isNotEmpty();
    }

    @Test
    void follows_the_season_of_the_periods_in_stock() {
        var values = new double[28];
        var inStock = new boolean[28];
        for (int day = 0; day < values.length; day++) {
            values[day] = day % 7 == 6 ? 100 : 20 + day % 3;
            inStock[day] = day != 20 && day != 23;
        }
        values[20] = 0;
        values[23] = 0;

        var demand = Uncensored.of(values, inStock, 7).values();

        assertThat(demand[20]).isGreaterThan(60);
        assertThat(demand[23]).isLessThan(35);
    }

    @Test
    void finds_log_normal_demand_behind_a_stock_that_varies() {
        var shop = shop(60, UncensoredTest::soldFromStock);

        assertThat(shop.rawError()).isLessThan(-.07);
        assertThat(shop.maskedError()).isLessThan(-.07);
        assertThat(shop.error()).isCloseTo(0, within(.02));
    }

    @Test
    void finds_log_normal_demand_behind_gaps_in_the_supply() {
        var shop = shop(60, UncensoredTest::soldUntilTheGap);

        assertThat(shop.rawError()).isLessThan(-.07);
        assertThat(shop.error()).isCloseTo(0, within(.02));
    }

    @Test
    void is_not_misled_by_one_cut_period_that_sold_more_than_any_other() {
        var values = new double[40];
        var inStock = new boolean[40];
        for (int week = 0; week < values.length; week++) {
            inStock[week] = week % 3 != 0;
            values[week] = inStock[week] ? 36 + week % 9 : 12 + week % 17;
        }
        values[21] = 120;

        var demand = Uncensored.of(values, inStock, 1).values();

        assertThat(mean(demand)).isBetween(39.0, 44.0);
    }

    @Test
    void takes_cut_periods_that_all_sold_the_same_and_the_most_for_a_stock_that_was_too_small() {
        var values = new double[60];
        var inStock = new boolean[60];
        for (int week = 0; week < values.length; week++) {
            inStock[week] = week % 3 != 0;
            values[week] = inStock[week] ? 20 + week % 20 : 40;
        }

        var demand = Uncensored.of(values, inStock, 1).values();

        assertThat(demand[0]).isGreaterThan(45);
        assertThat(mean(demand)).isGreaterThan(mean(values) + 2);
    }

    @Test
    void learns_from_the_whole_shop_which_cause_is_common() {
        var byDemand = StockOutCauses.learnedFrom(
                shop(30, UncensoredTest::soldFromFilledStock).alone());
        var bySupply = StockOutCauses.learnedFrom(
                shop(30, UncensoredTest::soldUntilTheGap).alone());

        assertThat(byDemand.supply()).isLessThan(.2);
        assertThat(bySupply.supply()).isGreaterThan(.5);
    }

    @Test
    void draws_histories_that_vary_around_the_completed_one() {
        var one = sample(1, UncensoredTest::soldUntilTheGap);
        var demand = Uncensored.of(one.sales(), one.inStock(), 1);
        int cut = firstCut(one.inStock());

        double[] draws = new double[400];
        for (int i = 0; i < draws.length; i++) {
            draws[i] = demand.draw(DRAWS.keyed("imputation", "mug", i))[cut];
        }

        double mean = Arrays.stream(draws).average().orElseThrow();
        double variance = Arrays.stream(draws)
                .map(it -> (it - mean) * (it - mean))
                .average()
                .orElseThrow();
        assertThat(mean).isCloseTo(demand.values()[cut], within(.2 * mean));
        assertThat(Math.sqrt(variance)).isCloseTo(demand.deviations()[cut], within(.2 * demand.deviations()[cut]));
    }

    @Property(tries = 200)
    void never_falls_below_sales_nor_touches_a_period_in_stock(
            @ForAll @Size(max = 40) List<@DoubleRange(min = 0, max = 1e6) Double> sales, @ForAll long flags) {
        var values = sales.stream().mapToDouble(Double::doubleValue).toArray();
        var inStock = new boolean[values.length];
        for (int i = 0; i < values.length; i++) {
            inStock[i] = (flags >>> (i % 60) & 1) == 0;
        }

        var demand = Uncensored.of(values, inStock, 4);

        for (int i = 0; i < values.length; i++) {
            assertThat(demand.values()[i]).isFinite().isGreaterThanOrEqualTo(values[i]);
            assertThat(demand.deviations()[i]).isFinite().isNotNegative();
            if (inStock[i]) {
                assertThat(demand.values()[i]).isEqualTo(values[i]);
            }
        }
    }

    @Test
    void answers_for_every_degenerate_history() {
        double[][] histories = {
            {},
            {5},
            {0},
            {Double.NaN},
            {1e15, 2e15, 1e15},
            {1e-12, 2e-12, 1e-12},
            {-3, 4, -5},
            {7, 7, 7, 7},
            {0, 0, 5, 0}
        };
        for (var history : histories) {
            for (int out = 0; out < history.length; out++) {
                var inStock = new boolean[history.length];
                Arrays.fill(inStock, true);
                inStock[out] = false;

                var demand = Uncensored.of(history, inStock, 2).values();

                for (int i = 0; i < history.length; i++) {
                    assertThat(Double.isFinite(demand[i])).isEqualTo(!Double.isNaN(history[i]));
                }
            }
        }
        assertThat(Uncensored.of(new double[0], new boolean[0], 1).values()).isEmpty();
    }

    private record Sample(double[] demand, double[] sales, boolean[] inStock) {}

    private record Shop(List<Uncensored> alone, double error, double rawError, double maskedError) {}

    private interface Trade {
        double sold(double demand, Draw draw);
    }

    private static double soldFromStock(double demand, Draw draw) {
        return Math.min(demand, 20 + 60 * draw.nextDouble());
    }

    private static double soldFromFilledStock(double demand, Draw draw) {
        return Math.min(demand, 40 * (.8 + .8 * draw.nextDouble()));
    }

    private static double soldUntilTheGap(double demand, Draw draw) {
        return draw.nextBoolean(.35) ? demand * draw.nextDouble() : demand;
    }

    private static Sample sample(int index, Trade trade) {
        var draw = DRAWS.keyed("trade", "sku", index);
        var demand = new double[WEEKS];
        var sales = new double[WEEKS];
        var inStock = new boolean[WEEKS];
        for (int week = 0; week < WEEKS; week++) {
            demand[week] = 40 * StrictMath.exp(.4 * draw.nextGaussian());
            sales[week] = trade.sold(demand[week], draw);
            inStock[week] = sales[week] == demand[week];
        }
        return new Sample(demand, sales, inStock);
    }

    private static Shop shop(int count, Trade trade) {
        var alone = new ArrayList<Uncensored>();
        double truth = 0;
        double raw = 0;
        double masked = 0;
        for (int i = 0; i < count; i++) {
            var one = sample(i, trade);
            alone.add(Uncensored.of(one.sales(), one.inStock(), 1));
            truth += mean(one.demand());
            raw += mean(one.sales());
            masked += meanInStock(one);
        }
        double found = Uncensored.together(alone).stream()
                .mapToDouble(it -> mean(it.values()))
                .sum();
        return new Shop(alone, found / truth - 1, raw / truth - 1, masked / truth - 1);
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    private static double meanInStock(Sample sample) {
        double sum = 0;
        int count = 0;
        for (int i = 0; i < WEEKS; i++) {
            sum += sample.inStock()[i] ? sample.sales()[i] : 0;
            count += sample.inStock()[i] ? 1 : 0;
        }
        return sum / count;
    }

    private static int firstCut(boolean[] inStock) {
        int cut = 0;
        while (inStock[cut]) {
            cut++;
        }
        return cut;
    }

    private static boolean[] flags(boolean... flags) {
        return flags;
    }
}
