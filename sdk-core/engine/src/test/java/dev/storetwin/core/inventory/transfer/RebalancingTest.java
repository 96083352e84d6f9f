package dev.storetwin.core.inventory.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class RebalancingTest {

    private static final UnitCosts COSTS = new UnitCosts(.1, 5, 10);

    /** One unit a day, come what may, for ten days and five days more. */
    private static NodeFutures steady(double stock, double perDay) {
        var demand = new double[1][15];
        Arrays.fill(demand[0], perDay);
        return new NodeFutures(demand, stock, new double[10], COSTS, .9);
    }

    @Test
    void fills_what_is_short_from_what_has_too_much() {
        // Both sell one a day for ten days and want 5 for the days after. The one has 21, the other 4: 6 too many, 6
        // missing.
        var places = List.of(new Place(steady(21, 1), 21, 0), new Place(steady(4, 1), 4, 99));
        var ways = List.of(new Way(0, 1, 2, .5, 0, 99));

        assertThat(Rebalancing.of(places, ways, 1).steps(0)).isEqualTo(6);
    }

    @Test
    void counts_what_is_lost_while_goods_are_under_way() {
        // Nothing there, one a day wanted: what leaves today sells from the third day on, 8 of 10.
        var places = List.of(
                new Place(NodeFutures.ofDepot(50, new double[10], COSTS), 50, 0), new Place(steady(0, 1), 0, 8));
        var ways = List.of(new Way(0, 1, 2, .5, 0, 99));

        var moves = Rebalancing.of(places, ways, 1);

        assertThat(moves.steps(0)).isEqualTo(8);
        // Without: 10 lost at 5, and 50 held for 10 days at .1. With: 2 lost, 42 held, 7 + 6 + ... + 1 held there, 8 on
        // the way.
        assertThat(moves.with(0, 0).cost()).isCloseTo(50 + 50, within(1e-9));
        assertThat(moves.cost()).isCloseTo(10 + 42 + 2.8 + 4, within(1e-9));
    }

    @Test
    void nothing_moves_where_the_way_costs_more_than_a_sale_brings() {
        var places = List.of(new Place(steady(15, 1), 15, 0), new Place(steady(4, 1), 4, 99));

        assertThat(Rebalancing.of(places, List.of(new Way(0, 1, 2, 6.1, 0, 99)), 1)
                        .steps(0))
                .isZero();
    }

    @Test
    void nothing_moves_for_less_than_a_drive_costs() {
        var places = List.of(new Place(steady(12, 1), 12, 0), new Place(steady(8, 1), 8, 99));
        var free = Rebalancing.of(places, List.of(new Way(0, 1, 1, 0, 0, 99)), 1);
        double gain = free.with(0, 0).cost() - free.cost();

        assertThat(free.steps(0)).isPositive();
        assertThat(Rebalancing.of(places, List.of(new Way(0, 1, 1, 0, gain - .01, 99)), 1)
                        .steps(0))
                .isPositive();
        assertThat(Rebalancing.of(places, List.of(new Way(0, 1, 1, 0, gain + .01, 99)), 1)
                        .steps(0))
                .isZero();
    }

    @Test
    void what_comes_after_the_next_order_is_no_help() {
        var places = List.of(new Place(steady(40, 1), 40, 0), new Place(steady(0, 1), 0, 99));

        assertThat(Rebalancing.of(places, List.of(new Way(0, 1, 10, 0, 0, 99)), 1)
                        .steps(0))
                .isZero();
        assertThat(Rebalancing.of(places, List.of(new Way(0, 1, 9, 0, 0, 99)), 1)
                        .steps(0))
                .isPositive();
    }

    @Test
    void orders_that_cannot_be_filled_are_filled_from_elsewhere() {
        // Three are owed, and nothing sells.
        var places = List.of(new Place(steady(9, 0), 9, 0), new Place(steady(-3, 0), 0, 99));

        assertThat(Rebalancing.of(places, List.of(new Way(0, 1, 1, .5, 0, 99)), 1)
                        .steps(0))
                .isEqualTo(3);
    }

    @Test
    void moves_whole_packs() {
        var places = List.of(new Place(steady(21, 1), 21 / 6, 0), new Place(steady(4, 1), 0, 99));

        var moves = Rebalancing.of(places, List.of(new Way(0, 1, 2, .5, 0, 99)), 6);

        assertThat(moves.steps(0)).isEqualTo(1);
        assertThat(moves.coming(1)[2]).isEqualTo(6);
    }

    @Test
    void a_large_store_is_split_as_finely_as_a_small_one() {
        var many = List.of(new Place(steady(40_000, 100), 40_000, 0), new Place(steady(10, 100), 10, 9_999_999));

        var moves = Rebalancing.of(many, List.of(new Way(0, 1, 1, .5, 0, 9_999_999)), 1);

        assertThat(moves.cost())
                .isLessThanOrEqualTo(moves.with(0, moves.steps(0) + 1).cost());
        assertThat(moves.cost()).isLessThan(moves.with(0, moves.steps(0) - 1).cost());
    }

    @Property(tries = 300)
    void costs_as_little_as_the_best_of_all_moves(@ForAll long seed) {
        var small = RandomPlaces.of(seed, true, 0);

        assertThat(small.best().cost()).isCloseTo(small.leastCost(), within(1e-6));
    }

    /** Several lead times into one place are an approximation, and fixed costs a heuristic: never worse than nothing, nearly always the best. */
    @Example
    void with_mixed_lead_times_and_fixed_costs_most_of_the_gain_is_found() {
        double found = 0;
        double there = 0;
        for (long seed = 0; seed < 300; seed++) {
            var small = RandomPlaces.of(seed, false, seed % 2 == 0 ? 0 : .7);
            double nothing = Rebalancing.none(small.places(), small.ways(), 1).cost();
            double gain = nothing - small.best().cost();
            assertThat(gain).isGreaterThanOrEqualTo(-1e-9);
            found += gain;
            there += nothing - small.leastCost();
        }

        assertThat(found / there).isBetween(.99, 1 + 1e-9);
    }

    @Property(tries = 300)
    void nobody_gives_more_than_it_has_or_gets_more_than_it_takes_or_does_both(
            @ForAll long seed, @ForAll boolean same) {
        var small = RandomPlaces.of(seed, same, 0);

        var moves = small.best();

        for (int place = 0; place < small.places().size(); place++) {
            assertThat(moves.out(place)).isBetween(0L, small.places().get(place).givable());
            assertThat(moves.in(place)).isBetween(0L, small.places().get(place).takeable());
            assertThat(Math.min(moves.out(place), moves.in(place))).isZero();
        }
        for (int way = 0; way < small.ways().size(); way++) {
            assertThat(moves.steps(way)).isBetween(0L, small.ways().get(way).capacity());
        }
    }

    @Property(tries = 300)
    void dearer_ways_never_move_more(@ForAll long seed) {
        var small = RandomPlaces.of(seed, true, 0);
        var dearer = small.withCost(.4);

        assertThat(dearer.moved(dearer.best())).isLessThanOrEqualTo(small.moved(small.best()));
    }

    @Property(tries = 100)
    void the_same_places_give_the_same_moves(@ForAll long seed, @ForAll boolean same) {
        assertThat(RandomPlaces.of(seed, same, .2).best())
                .isEqualTo(RandomPlaces.of(seed, same, .2).best());
    }
}
