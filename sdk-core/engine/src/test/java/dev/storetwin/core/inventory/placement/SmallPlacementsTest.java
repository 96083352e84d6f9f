package dev.storetwin.core.inventory.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.storetwin.core.inventory.placement.PlacementAnswer.Placed;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** On cases so small that every placement can be tried. */
class SmallPlacementsTest {

    @Property(tries = 300)
    void the_answer_is_the_best_of_all_placements(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 4) int sites,
            @ForAll @IntRange(min = 1, max = 6) int customers) {
        var given = RandomCases.of(seed, sites, customers);
        double best = bestOfAll(given, 0, new int[customers], new double[sites]);

        var answer = new FacilityLocation(PlacementLimits.DEFAULT).place(given);

        if (best == Double.POSITIVE_INFINITY) {
            assertThat(answer).isInstanceOf(PlacementAnswer.Impossible.class);
        } else {
            assertThat(answer).isInstanceOfSatisfying(Placed.class, it -> {
                assertThat(it.cost()).isCloseTo(best, within(1e-6));
                assertThat(it.bound()).isCloseTo(best, within(1e-5));
            });
        }
    }

    @Property(tries = 200)
    void a_bound_is_never_above_the_best_however_little_work_went_into_it(
            @ForAll long seed, @ForAll @LongRange(min = 1, max = 20_000) long work) {
        var given = RandomCases.of(seed, 4, 6);
        double best = bestOfAll(given, 0, new int[6], new double[4]);

        var answer = new FacilityLocation(PlacementLimits.DEFAULT.withWork(work)).place(given);

        if (answer instanceof Placed placed) {
            assertThat(placed.bound()).isLessThanOrEqualTo(best + 1e-6);
            assertThat(placed.cost()).isGreaterThanOrEqualTo(best - 1e-6);
            assertThat(placed.sites()).allMatch(it -> it.load() <= it.capacity() + 1e-6);
        } else if (answer instanceof PlacementAnswer.Impossible) {
            assertThat(best).isInfinite();
        }
    }

    private static double bestOfAll(PlacementCase given, int customer, int[] siteOf, double[] load) {
        if (customer == siteOf.length) {
            return cost(given, siteOf);
        }
        double best = Double.POSITIVE_INFINITY;
        double demand = given.customers().get(customer).demand();
        for (int j = 0; j < load.length; j++) {
            if (load[j] + demand <= given.sites().get(j).capacity() && Double.isFinite(given.cost(customer, j))) {
                siteOf[customer] = j;
                load[j] += demand;
                best = Math.min(best, bestOfAll(given, customer + 1, siteOf, load));
                load[j] -= demand;
            }
        }
        return best;
    }

    private static double cost(PlacementCase given, int[] siteOf) {
        double sum = 0;
        var isOpen = new boolean[given.sites().size()];
        for (int i = 0; i < siteOf.length; i++) {
            sum += given.cost(i, siteOf[i])
                    + (isOpen[siteOf[i]] ? 0 : given.sites().get(siteOf[i]).openingCost());
            isOpen[siteOf[i]] = true;
        }
        return sum;
    }
}
