package dev.storetwin.core.inventory.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.storetwin.core.inventory.transfer.ScarceStock.Claim;
import dev.storetwin.core.random.Draws;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ScarceStockTest {

    private static final Quantity ONE = Quantity.of(1);

    private static NodeId store(int number) {
        return NodeId.of("store-%02d".formatted(number));
    }

    /** What n units bring is the root of n, times a weight. */
    private static Claim root(int number, double weight) {
        return Claim.of(store(number), units -> weight * Math.sqrt(units));
    }

    @Test
    void twice_the_worth_gets_four_times_the_units() {
        // The marginal worth of a unit is weight / (2 * root of n): equal at n = 20 and 80.
        var shares = ScarceStock.share(Quantity.of(100), ONE, List.of(root(1, 1), root(2, 2)));

        assertThat(shares).containsEntry(store(1), Quantity.of(20)).containsEntry(store(2), Quantity.of(80));
    }

    @Test
    void a_hundred_units_for_twelve_stores() {
        var claims = IntStream.rangeClosed(1, 12).mapToObj(it -> root(it, it)).toList();

        var shares = ScarceStock.share(Quantity.of(100), ONE, claims);

        // Shares grow with the square of the weight: 650 parts in all, 144 of them for the last.
        assertThat(shares.values().stream().reduce(Quantity.ZERO, Quantity::plus))
                .isEqualTo(Quantity.of(100));
        assertThat(shares.get(store(12))).isEqualTo(Quantity.of(22));
        assertThat(shares.get(store(1))).isEqualTo(Quantity.ZERO);
    }

    @Test
    void packs_stay_whole_and_what_is_no_pack_stays() {
        var shares = ScarceStock.share(Quantity.of(20), Quantity.of(6), List.of(root(1, 1), root(2, 1.2)));

        assertThat(shares).containsEntry(store(1), Quantity.of(6)).containsEntry(store(2), Quantity.of(12));
    }

    @Test
    void what_nobody_gains_by_stays() {
        var full = Claim.of(store(1), units -> Math.min(units, 3));

        assertThat(ScarceStock.share(Quantity.of(10), ONE, List.of(full))).containsEntry(store(1), Quantity.of(3));
    }

    @Test
    void what_is_promised_comes_first_and_nobody_gets_more_than_it_takes() {
        var shares = ScarceStock.share(
                Quantity.of(10),
                ONE,
                List.of(root(1, .001).atLeast(Quantity.of(4)), root(2, 9).atMost(Quantity.of(5)), root(3, 1)));

        assertThat(shares)
                .containsEntry(store(1), Quantity.of(4))
                .containsEntry(store(2), Quantity.of(5))
                .containsEntry(store(3), Quantity.of(1));
    }

    @Test
    void the_first_in_order_of_names_gets_the_unit_that_two_want_equally() {
        assertThat(ScarceStock.share(ONE, ONE, List.of(root(2, 1), root(1, 1)))).containsEntry(store(1), ONE);
    }

    @Test
    void promises_beyond_what_there_is_are_refused() {
        assertThatThrownBy(() -> ScarceStock.share(
                        Quantity.of(5),
                        ONE,
                        List.of(root(1, 1).atLeast(Quantity.of(4)), root(2, 1).atLeast(Quantity.of(2)))))
                .hasMessageStartingWith("5 in stock are less than the 6 that the nodes must get at least");
        assertThatThrownBy(() -> ScarceStock.share(ONE, ONE, List.of(root(1, 1), root(1, 1))))
                .hasMessage("store-01 claims twice.");
        assertThatThrownBy(() -> ScarceStock.share(ONE, Quantity.ZERO, List.of()))
                .hasMessageContaining("pack of 0");
    }

    @Property(tries = 300)
    void no_other_way_to_share_brings_more(@ForAll long seed, @ForAll @IntRange(min = 0, max = 7) int stock) {
        var claims = claims(seed, 3);

        var shares = ScarceStock.share(Quantity.of(stock), ONE, claims);

        double worth = claims.stream()
                .mapToDouble(
                        it -> it.value().applyAsDouble(shares.get(it.node()).toDouble()))
                .sum();
        assertThat(worth).isGreaterThanOrEqualTo(best(claims, 0, stock) - 1e-9);
    }

    @Property(tries = 300)
    void more_stock_gives_nobody_less(@ForAll long seed, @ForAll @IntRange(min = 0, max = 30) int stock) {
        var claims = claims(seed, 5);

        var less = ScarceStock.share(Quantity.of(stock), ONE, claims);
        var more = ScarceStock.share(Quantity.of(stock + 1), ONE, claims);

        assertThat(less).allSatisfy((node, units) -> assertThat(more.get(node)).isGreaterThanOrEqualTo(units));
    }

    private static List<Claim> claims(long seed, int count) {
        var draw = Draws.of(seed).keyed("claims", "small", count);
        var claims = new ArrayList<Claim>();
        for (int i = 0; i < count; i++) {
            double weight = draw.nextDouble() * 4;
            double limit = draw.nextDouble() * 6;
            claims.add(Claim.of(store(i), units -> weight * Math.min(units, limit)));
        }
        return claims;
    }

    private static double best(List<Claim> claims, int index, int left) {
        if (index == claims.size()) {
            return 0;
        }
        double best = 0;
        for (int units = 0; units <= left; units++) {
            best = Math.max(
                    best, claims.get(index).value().applyAsDouble(units) + best(claims, index + 1, left - units));
        }
        return best;
    }
}
