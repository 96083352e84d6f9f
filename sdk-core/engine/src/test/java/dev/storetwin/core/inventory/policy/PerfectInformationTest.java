package dev.storetwin.core.inventory.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PerfectInformationTest {

    private static final RollingWindows THREE_ROUNDS = new RollingWindows(0, 1, 0, 3, 1);

    @Test
    void by_hand_only_stock_that_is_there_already_costs() {
        var item = Panels.item("a", StockTerms.of(1, .2, 1), 2, 3, 0, 5);

        var cost = new PerfectInformation(item, THREE_ROUNDS, 0).cost(PlayedShelf.of(item.terms(), 9));

        assertThat(cost).hasValueCloseTo((9 - 2 - 3) * .2 + 4 * .2, within(1e-12));
    }

    @Test
    void by_hand_an_order_that_costs_more_than_it_saves_is_not_made() {
        var item = Panels.item("a", StockTerms.of(0, .2, 1).withOrdering(3, 0), 1, 1, 0, 5);

        var cost = new PerfectInformation(item, new RollingWindows(0, 1, 0, 4, 1), 0)
                .cost(PlayedShelf.of(item.terms(), 0));

        assertThat(cost).hasValueCloseTo(1.0 + 1 + 3, within(1e-12));
    }

    @Test
    void by_hand_a_unit_for_late_in_a_review_is_left_out_when_it_would_be_held_too_long() {
        var item = Panels.item("a", StockTerms.of(0, .4, 1), 0, 0, 0, 1);

        var cost = new PerfectInformation(item, new RollingWindows(0, 1, 0, 1, 4), 0)
                .cost(PlayedShelf.of(item.terms(), 0));

        assertThat(cost).hasValueCloseTo(1.0, within(1e-12));
    }

    @Test
    void is_not_known_where_units_are_not_whole() {
        var item = Panels.item("a", StockTerms.of(0, .4, 1), .5, 0, 0, 1);

        assertThat(new PerfectInformation(item, THREE_ROUNDS, 0).cost(PlayedShelf.of(item.terms(), 0)))
                .isEmpty();
    }

    /** All orders up to a bound, one after the other. */
    @Property(tries = 150)
    void is_what_trying_all_orders_finds(
            @ForAll @Size(5) List<@IntRange(max = 3) Integer> demands,
            @ForAll @IntRange(max = 5) int there,
            @ForAll @IntRange(max = 2) int perOrder,
            @ForAll @IntRange(min = 1, max = 2) int review,
            @ForAll @IntRange(max = 1) int lead) {
        var terms = StockTerms.of(lead, .3, 1).withOrdering(perOrder, .1);
        var item = Panels.item(
                "a", terms, demands.stream().mapToDouble(Integer::doubleValue).toArray());
        var windows = new RollingWindows(0, 1, 0, review == 1 ? 3 : 2, review);
        var stock = PlayedShelf.of(terms, there);

        var cost = new PerfectInformation(item, windows, 0).cost(stock);

        assertThat(cost).hasValueCloseTo(best(item, windows, stock, 0), within(1e-9));
    }

    @Property(tries = 80)
    void is_a_lower_bound_for_what_spoils(
            @ForAll @Size(4) List<@IntRange(max = 3) Integer> demands,
            @ForAll @IntRange(max = 5) int there,
            @ForAll @IntRange(min = 1, max = 3) int life) {
        var terms = StockTerms.of(0, .3, 1).withOrdering(.5, 0).withShelfLife(life, .7);
        var item = Panels.item(
                "a", terms, demands.stream().mapToDouble(Integer::doubleValue).toArray());
        var stock = PlayedShelf.of(terms, there);

        var cost = new PerfectInformation(item, THREE_ROUNDS, 0).cost(stock);

        assertThat(cost.orElseThrow()).isLessThanOrEqualTo(best(item, THREE_ROUNDS, stock, 0) + 1e-9);
    }

    private static double best(ReplayItem item, RollingWindows windows, PlayedShelf stock, int period) {
        int lead = item.terms().lead();
        int end = lead + windows.rounds() * windows.review();
        if (period == end) {
            return 0;
        }
        boolean isDue = period % windows.review() == 0 && period < windows.rounds() * windows.review();
        double best = Double.POSITIVE_INFINITY;
        for (int order = 0; order <= (isDue ? 15 : 0); order++) {
            var tried = stock.copy();
            double cost = tried.order(order).total();
            var played = tried.play(item.demand(period));
            cost += period >= lead ? played.cost(item.terms()).total() : 0;
            best = Math.min(best, cost + best(item, windows, tried, period + 1));
        }
        return best;
    }
}
