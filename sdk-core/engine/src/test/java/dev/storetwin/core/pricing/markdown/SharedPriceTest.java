package dev.storetwin.core.pricing.markdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SharedPriceTest {

    private static final List<Double> PRICES = List.of(10.0, 8.0, 6.0, 4.0);

    @Test
    void one_store_is_the_program() {
        var season = chain(MoveRules.FALLING.withMostMoves(2), store(8, 2, 1.5));

        assertThat(SharedPrice.exact(season).value())
                .isCloseTo(MarkdownProgram.solve(season.alone(0)).value(), within(1e-9));
    }

    /** By hand: one period, one unit each, at 10 the first buys surely, at 4 both do: 10 against 8. */
    @Test
    void two_stores_by_hand() {
        var first = new SeasonDemand(List.of(List.of(UnitChances.of(0, 1), UnitChances.of(0, 1))));
        var second = new SeasonDemand(List.of(List.of(UnitChances.of(1), UnitChances.of(0, 1))));
        var stores = List.of(new ChainSeason.Store(first, 1, 0, 0), new ChainSeason.Store(second, 1, 0, 0));
        var dear = new ChainSeason(List.of(10.0, 4.0), stores, MoveRules.FALLING);
        var near = new ChainSeason(List.of(10.0, 6.0), stores, MoveRules.FALLING);

        assertThat(SharedPrice.exact(dear).value()).isCloseTo(10, within(1e-12));
        assertThat(SharedPrice.exact(dear).policy().rung(ChainMoment.first(dear)))
                .isZero();
        assertThat(SharedPrice.exact(near).value()).isCloseTo(12, within(1e-12));
        assertThat(SharedPrice.exact(near).policy().rung(ChainMoment.first(near)))
                .isEqualTo(1);
    }

    @Property(tries = 15)
    void no_policy_beats_the_exact_one_and_no_exact_one_beats_the_bound(
            @ForAll @IntRange(min = 0, max = 7) int one,
            @ForAll @IntRange(min = 1, max = 7) int other,
            @ForAll @DoubleRange(min = .5, max = 3) double elasticity,
            @ForAll @IntRange(min = 0, max = 3) int moves) {
        var season = chain(
                new MoveRules(moves, 2, true),
                store(one, elasticity, 1),
                store(other, 4 - elasticity, 2),
                store(3, 2, .5));
        var exact = SharedPrice.exact(season);
        var played = SharedPrice.played(season, 2_000, 5);

        assertThat(played.bound()).isGreaterThanOrEqualTo(exact.value() - 1e-9);
        assertThat(played.value()).isLessThanOrEqualTo(exact.value() + 5 * played.error());
        assertThat(played.value()).isGreaterThan(.93 * exact.value());
        assertThat(exact.gap()).isZero();
    }

    @Test
    void many_stores_are_bounded_closely() {
        var stores = new ChainSeason.Store[12];
        for (int store = 0; store < stores.length; store++) {
            stores[store] = store(20 + 2 * store, 2, 2 + .2 * store);
        }
        var season = chain(MoveRules.FALLING, stores);

        var answer = SharedPrice.of(season, 400, 3);

        assertThat(answer.error()).isPositive();
        assertThat(answer.gap()).isLessThan(.05);
        assertThat(answer.value()).isLessThanOrEqualTo(answer.bound() + 4 * answer.error());
    }

    @Test
    void mistakes_are_named() {
        assertThatThrownBy(() -> new ChainSeason(PRICES, List.of(), MoveRules.FALLING))
                .hasMessageContaining("at least one store");
        assertThatThrownBy(() -> SharedPrice.exact(chain(MoveRules.FALLING, store(90_000, 2, 1), store(90_000, 2, 1))))
                .hasMessageContaining("too many stocks together");
    }

    private static ChainSeason chain(MoveRules rules, ChainSeason.Store... stores) {
        return new ChainSeason(PRICES, List.of(stores), rules);
    }

    private static ChainSeason.Store store(int stock, double elasticity, double pace) {
        var answers = PRICES.stream().map(it -> Math.pow(it / 10, -elasticity)).toList();
        var demand = SeasonDemand.of(Collections.nCopies(5, pace), answers, 1.2);
        return new ChainSeason.Store(demand, stock, .5, .02);
    }
}
