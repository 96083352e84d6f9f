package dev.storetwin.core.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.storetwin.core.numeric.NegativeBinomial;
import dev.storetwin.core.random.Draws;
import dev.storetwin.forecast.PeriodCalendar;
import dev.storetwin.forecast.TimeSeries;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class WeeklyReplenishmentTest {

    private static final LocalDate FIRST = LocalDate.of(2021, 4, 12);
    private static final WeeklyReplenishment REPLENISHMENT = WeeklyReplenishment.of(2, .2, 1);

    /** Nearly exact: 10 a week, 10 on hand, 10 and 10 coming: they last two weeks and leave one, the third week wants 10. */
    @Test
    void orders_for_the_week_in_which_the_order_comes() {
        var steady = shelf("steady", constant(10), 10, 10, 10);

        assertThat(REPLENISHMENT.orders(List.of(steady))[0]).isBetween(0L, 6L);
        assertThat(REPLENISHMENT.orders(List.of(shelf("steady", constant(10), 10, 10, 0)))[0])
                .isBetween(8L, 16L);
    }

    @Test
    void weeks_out_of_stock_do_not_lower_the_order() {
        var sold = constant(10);
        var inStock = new boolean[sold.length];
        Arrays.fill(inStock, true);
        for (int week = 120; week < 150; week++) {
            sold[week] = 0;
            inStock[week] = false;
        }
        var history = history("gap", sold);

        var masked = new Shelf(history.withInStock(inStock), List.of("a"), 0, List.of(0.0, 0.0));
        var believed = new Shelf(history, List.of("a"), 0, List.of(0.0, 0.0));

        assertThat(REPLENISHMENT.orders(List.of(masked))[0])
                .isGreaterThan(REPLENISHMENT.orders(List.of(believed))[0]);
    }

    @Test
    void more_stock_or_more_coming_never_orders_more() {
        var shelves = shelves(12);
        for (int more = 0; more < 8; more++) {
            int extra = more;
            var rich = shelves.stream()
                    .map(it -> new Shelf(it.sales(), it.groups(), it.onHand() + extra, it.inTransit()))
                    .toList();
            var richer = shelves.stream()
                    .map(it -> new Shelf(it.sales(), it.groups(), it.onHand() + extra + 1, it.inTransit()))
                    .toList();

            var orders = REPLENISHMENT.orders(rich);
            var fewer = REPLENISHMENT.orders(richer);

            for (int i = 0; i < orders.length; i++) {
                assertThat(orders[i]).isNotNegative().isGreaterThanOrEqualTo(fewer[i]);
            }
        }
    }

    @Test
    void what_a_shelf_needs_does_not_depend_on_its_place_in_the_list() {
        var shelves = shelves(10);
        var reversed = new ArrayList<>(shelves);
        java.util.Collections.reverse(reversed);

        var orders = REPLENISHMENT.orders(shelves);
        var backwards = REPLENISHMENT.orders(reversed);

        for (int i = 0; i < orders.length; i++) {
            assertThat(backwards[orders.length - 1 - i]).isEqualTo(orders[i]);
        }
    }

    @Test
    void the_same_shelves_and_seed_give_the_same_orders() {
        assertThat(REPLENISHMENT.orders(shelves(10))).isEqualTo(REPLENISHMENT.orders(shelves(10)));
    }

    @Test
    void a_shelf_that_never_sold_is_left_alone() {
        assertThat(REPLENISHMENT.orders(List.of(shelf("dead", new double[157], 0, 0, 0))))
                .containsExactly(0);
    }

    @Test
    void a_short_history_and_a_long_lead_time_are_answered() {
        var young = new Shelf(history("young", new double[] {3, 4, 2}), List.of("a"), 0, List.of());

        assertThat(WeeklyReplenishment.of(0, .2, 1).orders(List.of(young))[0]).isBetween(2L, 8L);
        assertThat(WeeklyReplenishment.of(8, .2, 1).orders(List.of(young))[0]).isPositive();
        assertThat(REPLENISHMENT.orders(List.of())).isEmpty();
    }

    @Test
    void refuses_costs_that_cost_nothing() {
        assertThatIllegalArgumentException().isThrownBy(() -> WeeklyReplenishment.of(2, 0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> WeeklyReplenishment.of(-1, .2, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> shelf("bad", constant(1), Double.NaN, 0, 0));
    }

    private static double[] constant(double units) {
        var sold = new double[157];
        Arrays.fill(sold, units);
        return sold;
    }

    private static TimeSeries history(String name, double[] sold) {
        return TimeSeries.of(name, sold).withCalendar(PeriodCalendar.weekly(FIRST));
    }

    private static Shelf shelf(String name, double[] sold, double onHand, double next, double after) {
        return new Shelf(history(name, sold), List.of("a"), onHand, List.of(next, after));
    }

    private static List<Shelf> shelves(int count) {
        var shelves = new ArrayList<Shelf>();
        for (int i = 0; i < count; i++) {
            var draw = Draws.of(11).keyed("test", "shelf", i);
            var poisson = NegativeBinomial.of(1 + i, 2 + 3 * i);
            var sold = new double[157];
            for (int week = 0; week < sold.length; week++) {
                sold[week] = poisson.quantile(draw.nextOpenDouble());
            }
            var groups = List.of("department " + i % 2);
            shelves.add(new Shelf(history("shelf " + i, sold), groups, draw.nextInt(4), List.of(1.0, 0.0)));
        }
        return shelves;
    }
}
