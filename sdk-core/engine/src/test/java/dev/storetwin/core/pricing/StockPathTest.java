package dev.storetwin.core.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class StockPathTest {

    private static final Offset<Double> CLOSE = within(1e-9);

    /** What a walk through the days adds up to. */
    private record Walk(double sold, double held, double left, boolean lost) {

        static Walk of(ChannelStock stock, double[] demand, double factor) {
            double units = stock.start();
            double sold = 0;
            double held = 0;
            boolean lost = false;
            for (int day = 0; day < demand.length; day++) {
                units += stock.arrivals()[day];
                double wanted = factor * Math.max(0, demand[day]);
                double there = Math.max(0, units);
                double sales = day < stock.refilledDay() ? Math.min(there, wanted) : wanted;
                lost |= wanted - sales > 1e-9;
                units -= Math.min(there, sales);
                sold += sales;
                held += Math.max(0, units);
            }
            return new Walk(sold, held, Math.max(0, units), lost);
        }
    }

    @Property(tries = 2_000)
    void stretches_add_up_to_what_a_walk_through_the_days_does(
            @ForAll("stocks") ChannelStock stock,
            @ForAll("demands") double[] demand,
            @ForAll @DoubleRange(min = .01, max = 4) double factor) {
        var walk = Walk.of(stock, demand, factor);
        var sum = followed(stock, demand, factor);

        assertThat(sum.sold(0)).isCloseTo(walk.sold(), CLOSE);
        assertThat(sum.held(0)).isCloseTo(walk.held(), within(1e-7));
        assertThat(sum.left(0)).isCloseTo(walk.left(), CLOSE);
        if (walk.lost()) {
            assertThat(sum.stockOuts(0)).isEqualTo(1);
        }
    }

    @Property(tries = 1_000)
    void what_is_said_of_one_level_does_not_depend_on_the_others(
            @ForAll("stocks") ChannelStock stock,
            @ForAll("demands") double[] demand,
            @ForAll @Size(min = 1, max = 9) List<@DoubleRange(min = .01, max = 4) Double> levels) {
        double[] ascending = levels.stream().mapToDouble(it -> it).sorted().toArray();
        var together = followed(stock, demand, ascending);

        for (int i = 0; i < ascending.length; i++) {
            var alone = followed(stock, demand, ascending[i]);
            assertThat(together.sold(i)).isEqualTo(alone.sold(0));
            assertThat(together.held(i)).isEqualTo(alone.held(0));
            assertThat(together.left(i)).isEqualTo(alone.left(0));
            assertThat(together.leftCost(i)).isEqualTo(alone.leftCost(0));
            assertThat(together.stockOuts(i)).isEqualTo(alone.stockOuts(0));
        }
    }

    @Test
    void demand_that_finds_all_it_wants_is_no_stock_out() {
        var sum = followed(stock(10, 28, 0, 0, 0), new double[] {2, 3, 4}, 1);

        assertThat(sum.left(0)).isEqualTo(1);
        assertThat(sum.stockOuts(0)).isZero();
        assertThat(sum.held(0)).isEqualTo(8 + 5 + 1);
    }

    @Test
    void an_oversold_shelf_sells_nothing_until_a_delivery_fills_it() {
        var sum = followed(stock(-5, 28, 0, 8, 0), new double[] {2, 2, 2}, 1);

        assertThat(sum.sold(0)).isEqualTo(3);
        assertThat(sum.left(0)).isZero();
        assertThat(sum.stockOuts(0)).isEqualTo(1);
    }

    @Test
    void what_can_be_refilled_is_not_limited_by_stock() {
        assertThat(followed(stock(1, 1, 0, 0, 0), new double[] {2, 2, 2}, 1).sold(0))
                .isEqualTo(5);
    }

    /** Four units are left: they wait 1, 2, 3 and 4 days at a unit a day, as a line; or they are worth nothing. */
    @Test
    void what_is_left_over_waits_or_is_written_off() {
        assertThat(new Leftover(10, .1, false).cost(4, 1)).isCloseTo(.1 * 4 * 4 / 2, CLOSE);
        assertThat(new Leftover(10, .1, false).cost(4, 0)).isEqualTo(40);
        assertThat(new Leftover(10, 0, false).cost(4, 1)).isZero();
        assertThat(new Leftover(10, 0, true).cost(4, 1)).isEqualTo(40);
    }

    private static StockCourses followed(ChannelStock stock, double[] demand, double... levels) {
        var sums = new StockCourses(levels, 1, new Leftover(3, .01, false));
        StockPath.of(stock, demand.length).follow(CumulativeDemand.of(demand), sums);
        return sums;
    }

    private static ChannelStock stock(double start, int refilledDay, double... arrivals) {
        return new ChannelStock(start, arrivals, refilledDay, 1, List.of());
    }

    @Provide
    Arbitrary<ChannelStock> stocks() {
        var arrivals = Arbitraries.frequency(Tuple.of(5, 0), Tuple.of(1, 7), Tuple.of(1, 30))
                .array(Integer[].class)
                .ofSize(28);
        return Combinators.combine(
                        Arbitraries.integers().between(-20, 60),
                        Arbitraries.integers().between(0, 30),
                        arrivals)
                .as((start, refilled, units) -> stock(
                        start,
                        refilled,
                        Arrays.stream(units).mapToDouble(it -> it).toArray()));
    }

    @Provide
    Arbitrary<double[]> demands() {
        return Arbitraries.doubles().between(-.5, 6).array(double[].class).ofSize(28);
    }
}
