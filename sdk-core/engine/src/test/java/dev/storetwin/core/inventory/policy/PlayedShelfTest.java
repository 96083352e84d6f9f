package dev.storetwin.core.inventory.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalInt;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PlayedShelfTest {

    @Test
    void by_hand_an_order_comes_after_its_lead_time_and_what_is_missing_is_lost() {
        var shelf = PlayedShelf.of(StockTerms.of(2, .2, 1), 3, 2, 4);

        var ordering = shelf.order(7);
        var first = shelf.play(4);
        var second = shelf.play(9);
        var third = shelf.play(1);

        assertThat(ordering.total()).isZero();
        assertThat(first).isEqualTo(new PlayedShelf.Period(2, 4, 0, 0, 1));
        assertThat(second).isEqualTo(new PlayedShelf.Period(4, 5, 4, 0, 0));
        assertThat(third).isEqualTo(new PlayedShelf.Period(7, 1, 0, 0, 6));
        assertThat(shelf.inTransit()).containsExactly(0.0, 0.0);
    }

    @Test
    void by_hand_without_lead_time_an_order_is_there_in_the_next_period() {
        var shelf = PlayedShelf.of(StockTerms.of(0, .2, 1), 0);

        shelf.order(5);

        assertThat(shelf.play(3)).isEqualTo(new PlayedShelf.Period(5, 3, 0, 0, 2));
        assertThat(shelf.inTransit()).isEmpty();
    }

    @Test
    void by_hand_what_is_not_sold_within_its_shelf_life_is_thrown_away_and_the_oldest_goes_first() {
        var shelf = PlayedShelf.of(StockTerms.of(0, 1, 5).withShelfLife(2, 3), 0);

        shelf.order(4);
        var first = shelf.play(1);
        shelf.order(2);
        var second = shelf.play(2);
        var third = shelf.play(0);

        assertThat(first).isEqualTo(new PlayedShelf.Period(4, 1, 0, 0, 3));
        assertThat(second).isEqualTo(new PlayedShelf.Period(2, 2, 0, 1, 2));
        assertThat(third).isEqualTo(new PlayedShelf.Period(0, 0, 0, 2, 0));
        assertThat(second.cost(StockTerms.of(0, 1, 5).withShelfLife(2, 3)).total())
                .isEqualTo(2 * 1 + 1 * 3);
    }

    @Test
    void an_order_is_paid_for_when_it_is_made_and_none_costs_nothing() {
        var shelf = PlayedShelf.of(StockTerms.of(1, 1, 1).withOrdering(10, .5), 0);

        assertThat(shelf.order(4).ordering()).isEqualTo(12);
        assertThat(shelf.order(0).ordering()).isZero();
    }

    @Test
    void deliveries_beyond_the_lead_time_are_not_forgotten() {
        var shelf = PlayedShelf.of(StockTerms.of(0, 1, 1), 0, 1, 2, 3);

        shelf.order(10);

        assertThat(shelf.play(0).came()).isEqualTo(11);
        assertThat(shelf.play(0).came()).isEqualTo(2);
        assertThat(shelf.play(0).came()).isEqualTo(3);
    }

    @Property(tries = 300)
    void units_are_conserved(
            @ForAll @Size(min = 1, max = 25) List<@IntRange(max = 9) Integer> demands,
            @ForAll @Size(25) List<@IntRange(max = 9) Integer> orders,
            @ForAll @IntRange(max = 4) int lead,
            @ForAll @IntRange(max = 4) int life) {
        var shelfLife = life == 0 ? OptionalInt.empty() : OptionalInt.of(life);
        var terms = new StockTerms(lead, 1, 1, 0, 0, 1, 1, 1, shelfLife);
        var shelf = PlayedShelf.of(terms, 5);
        double in = 5;
        double out = 0;

        for (int period = 0; period < demands.size(); period++) {
            shelf.order(orders.get(period));
            in += orders.get(period);
            var played = shelf.play(demands.get(period));
            out += played.sold() + played.wasted();
            assertThat(played.sold() + played.lost())
                    .isEqualTo(demands.get(period).doubleValue());
            assertThat(Math.min(played.lost(), played.held() + played.wasted())).isZero();
        }

        double there = shelf.onHand()
                + shelf.inTransit().stream().mapToDouble(Double::doubleValue).sum();
        assertThat(in).isEqualTo(out + there, within(1e-9));
        assertThat(shelf.onHand()).isNotNegative();
    }

    @Test
    void refuses_terms_that_cannot_be() {
        assertThatIllegalArgumentException().isThrownBy(() -> StockTerms.of(-1, .2, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> StockTerms.of(2, 0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> StockTerms.of(2, .2, Double.NaN));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StockTerms.of(2, .2, 1).withShelfLife(0, 1));
    }
}
