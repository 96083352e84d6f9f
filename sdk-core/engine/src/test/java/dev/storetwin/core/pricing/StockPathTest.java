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
        var sum = new StockPath.Course();
        double left = StockPath.of(stock, demand.length).follow(CumulativeDemand.of(demand), factor, sum);

        assertThat(sum.sold()).isCloseTo(walk.sold(), CLOSE);
        assertThat(sum.held()).isCloseTo(walk.held(), within(1e-7));
        assertThat(left).isCloseTo(walk.left(), CLOSE);
        assertThat(sum.left()).isEqualTo(left);
        if (walk.lost()) {
            assertThat(sum.stockOuts()).isEqualTo(1);
        }
    }

    @Test
    void demand_that_finds_all_it_wants_is_no_stock_out() {
        var sum = new StockPath.Course();
        double left =
                StockPath.of(stock(10, 28, 0, 0, 0), 3).follow(CumulativeDemand.of(new double[] {2, 3, 4}), 1, sum);

        assertThat(left).isEqualTo(1);
        assertThat(sum.stockOuts()).isZero();
        assertThat(sum.held()).isEqualTo(8 + 5 + 1);
    }

    @Test
    void an_oversold_shelf_sells_nothing_until_a_delivery_fills_it() {
        var sum = new StockPath.Course();
        double left =
                StockPath.of(stock(-5, 28, 0, 8, 0), 3).follow(CumulativeDemand.of(new double[] {2, 2, 2}), 1, sum);

        assertThat(sum.sold()).isEqualTo(3);
        assertThat(left).isZero();
        assertThat(sum.stockOuts()).isEqualTo(1);
    }

    @Test
    void what_can_be_refilled_is_not_limited_by_stock() {
        var sum = new StockPath.Course();
        StockPath.of(stock(1, 1, 0, 0, 0), 3).follow(CumulativeDemand.of(new double[] {2, 2, 2}), 1, sum);

        assertThat(sum.sold()).isEqualTo(5);
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
