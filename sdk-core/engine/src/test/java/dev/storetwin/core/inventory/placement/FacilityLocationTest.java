package dev.storetwin.core.inventory.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.storetwin.core.inventory.placement.PlacementAnswer.GivenUp;
import dev.storetwin.core.inventory.placement.PlacementAnswer.Impossible;
import dev.storetwin.core.inventory.placement.PlacementAnswer.Placed;
import dev.storetwin.core.inventory.placement.PlacementCase.Customer;
import dev.storetwin.core.inventory.placement.PlacementCase.Site;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class FacilityLocationTest {

    private static final double NO = Double.POSITIVE_INFINITY;

    private final FacilityLocation location = new FacilityLocation(PlacementLimits.DEFAULT);

    /** North and south are near their own site; one site for both saves an opening and costs a longer way. */
    @Test
    void opens_a_second_site_only_when_the_shorter_way_pays_for_it() {
        assertThat(placed(twoRegions(30, 100)).sites()).hasSize(2);
        assertThat(placed(twoRegions(90, 100)).sites()).hasSize(1);
    }

    @Test
    void says_what_each_site_serves_and_costs() {
        var answer = placed(twoRegions(30, 100));

        assertThat(answer.siteOf()).containsExactly(0, 1);
        assertThat(answer.cost()).isCloseTo(30 + 30 + 20 + 20, within(1e-9));
        assertThat(answer.bound()).isCloseTo(answer.cost(), within(1e-6));
        assertThat(answer.reason()).isEqualTo("no other placement costs less");
        var north = answer.sites().get(0);
        assertThat(north.name()).isEqualTo("north");
        assertThat(north.customers()).containsExactly("the north");
        assertThat(north.load()).isEqualTo(10);
        assertThat(north.openingCost()).isEqualTo(30);
        assertThat(north.servingCost()).isEqualTo(20);
    }

    @Test
    void capacity_opens_a_site_that_costs_more() {
        assertThat(placed(twoRegions(90, 15)).sites()).hasSize(2);
    }

    @Test
    void tells_what_it_would_cost_to_decide_otherwise_about_each_site() {
        var answer = (Placed) location.placeAndCompare(twoRegions(90, 100));

        assertThat(answer.sites()).hasSize(1);
        assertThat(answer.cost()).isCloseTo(90 + 20 + 80, within(1e-9));
        assertThat(answer.changes()).hasSize(2);
        var open = answer.sites().get(0).name();
        var without = answer.changes().get(open.equals("north") ? 0 : 1);
        assertThat(without.isOpen()).isFalse();
        assertThat(without.cost()).hasValueCloseTo(190.0, within(1e-9));
        var with = answer.changes().get(open.equals("north") ? 1 : 0);
        assertThat(with.isOpen()).isTrue();
        assertThat(with.cost()).hasValueCloseTo(190.0, within(1e-9));
        assertThat(with.bound()).isCloseTo(190, within(1e-6));
    }

    @Test
    void an_only_site_cannot_be_done_without() {
        var only = PlacementCase.of(
                List.of(new Site("only", NO, 5)), List.of(new Customer("all", 3)), List.of(List.of(2.0)));

        var answer = (Placed) location.placeAndCompare(only);

        assertThat(answer.cost()).isEqualTo(7);
        assertThat(answer.changes().get(0).cost()).isEmpty();
        assertThat(answer.changes().get(0).bound()).isInfinite();
    }

    @Test
    void demand_above_all_capacity_is_impossible_and_says_by_how_much() {
        assertThat(location.place(twoRegions(30, 9))).isInstanceOf(Impossible.class);
        var answer = (Impossible) location.place(case_(new double[] {12, 3}, new double[] {5, 5, 5, 5}));

        assertThat(answer.reason()).contains("20.0").contains("15.0");
        assertThat(answer.together()).containsExactly("the demand of all customers", "the capacities of all sites");
        assertThat(answer.easings()).contains("5.0 more capacity");
    }

    @Test
    void a_customer_larger_than_every_site_is_named_with_the_largest() {
        var answer = (Impossible) location.place(case_(new double[] {12, 30}, new double[] {5, 33}));

        assertThat(answer.reason()).contains("customer c1").contains("s1").contains("30.0");
        assertThat(answer.easings()).contains("3.0 more capacity at site s1");
    }

    @Test
    void a_customer_whom_nobody_reaches_is_named() {
        var given = PlacementCase.of(
                List.of(new Site("a", NO, 1)), List.of(new Customer("island", 1)), List.of(List.of(NO)));

        assertThat(location.place(given)).isInstanceOfSatisfying(Impossible.class, it -> assertThat(it.reason())
                .contains("island"));
    }

    /** Three of size 6 fit in 20 by their sum, yet 10 and 10 hold one each. */
    @Test
    void what_fits_only_in_parts_is_impossible_and_says_so() {
        var answer = location.place(case_(new double[] {10, 10}, new double[] {6, 6, 6}));

        assertThat(answer).isInstanceOfSatisfying(Impossible.class, it -> assertThat(it.together())
                .contains("each customer is served from one site"));
    }

    @Test
    void no_customers_need_no_site() {
        assertThat(placed(case_(new double[] {10}, new double[] {})).sites()).isEmpty();
    }

    @Test
    void without_patience_it_says_that_time_was_up() {
        var hurried = new FacilityLocation(PlacementLimits.DEFAULT.withPatience(Duration.ZERO));

        var answer = hurried.place(RandomCases.of(11, 12, 40));

        if (answer instanceof Placed placed) {
            assertThat(placed.isReproducible()).isFalse();
            assertThat(placed.reason()).contains("time was up");
        } else {
            assertThat(answer).isInstanceOfSatisfying(GivenUp.class, it -> assertThat(it.isReproducible())
                    .isFalse());
        }
    }

    @Test
    void little_work_gives_a_placement_with_a_valid_bound_and_the_same_each_time() {
        var given = RandomCases.of(11, 12, 40);
        var little = new FacilityLocation(PlacementLimits.DEFAULT.withWork(60_000));
        var best = placed(given);

        var answer = (Placed) little.place(given);

        assertThat(answer.isReproducible()).isTrue();
        assertThat(answer.cost()).isGreaterThanOrEqualTo(best.cost() - 1e-6);
        assertThat(answer.bound()).isLessThanOrEqualTo(best.cost() + 1e-6);
        assertThat(little.place(given)).isEqualTo(answer);
    }

    @Test
    void a_cost_that_is_no_number_is_refused_with_the_customer() {
        assertThatThrownBy(() -> PlacementCase.of(
                        List.of(new Site("a", 1, 1)), List.of(new Customer("c7", 1)), List.of(List.of(Double.NaN))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("c7")
                .hasMessageContaining("Maybe");
    }

    private Placed placed(PlacementCase given) {
        var answer = location.place(given);
        assertThat(answer).isInstanceOf(Placed.class);
        return (Placed) answer;
    }

    private static PlacementCase twoRegions(double opening, double capacity) {
        return PlacementCase.of(
                List.of(new Site("north", capacity, opening), new Site("south", capacity, opening)),
                List.of(new Customer("the north", 10), new Customer("the south", 10)),
                List.of(List.of(20.0, 80.0), List.of(80.0, 20.0)));
    }

    private static PlacementCase case_(double[] capacities, double[] demands) {
        var sites = java.util.stream.IntStream.range(0, capacities.length)
                .mapToObj(j -> new Site("s" + j, capacities[j], 1))
                .toList();
        var customers = java.util.stream.IntStream.range(0, demands.length)
                .mapToObj(i -> new Customer("c" + i, demands[i]))
                .toList();
        var row = java.util.Collections.nCopies(capacities.length, 1.0);
        return PlacementCase.of(sites, customers, java.util.Collections.nCopies(demands.length, row));
    }
}
