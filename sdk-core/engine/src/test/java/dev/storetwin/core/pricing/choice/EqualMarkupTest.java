package dev.storetwin.core.pricing.choice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.storetwin.core.numeric.LambertW;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class EqualMarkupTest {

    /** One product: share s = e^(a - b p) / (1 + e^(a - b p)), and (p - c) b (1 - s) = 1 at the best price. */
    @Test
    void one_product_by_hand() {
        var best = EqualMarkup.of(List.of(new Offer(3, 2)), .5);
        double price = best.prices().get(0).get(0);

        // b R = W(e^(3 - 1 - 1)) = W(e) = 1, so the profit is 2, and the markup 2 + 1 / .5 = 4.
        assertThat(best.profit()).isCloseTo(2, within(1e-12));
        assertThat(price).isCloseTo(6, within(1e-12));
        double share = best.shares().get(0).get(0);
        assertThat((price - 2) * .5 * (1 - share)).isCloseTo(1, within(1e-12));
        assertThat(LambertW.of(Math.E)).isCloseTo(1, within(1e-12));
    }

    @Property(tries = 60)
    void no_other_prices_of_a_multinomial_logit_earn_more(
            @ForAll @Size(min = 1, max = 5) List<@DoubleRange(min = -3, max = 8) Double> attractions,
            @ForAll @DoubleRange(min = .05, max = 3) double sensitivity,
            @ForAll @DoubleRange(min = 0, max = 9) double cost) {
        var offers = new ArrayList<Offer>();
        attractions.forEach(it -> offers.add(new Offer(it, cost * (1 + offers.size()) / 3)));
        var best = EqualMarkup.of(offers, sensitivity);

        var searched = new PriceSearch(best.demand()).best();

        assertSame(best, searched);
    }

    @Property(tries = 60)
    void no_other_prices_of_a_nested_logit_earn_more(
            @ForAll @Size(min = 1, max = 3) List<@DoubleRange(min = -2, max = 6) Double> attractions,
            @ForAll @DoubleRange(min = .1, max = 2) double sensitivity,
            @ForAll @DoubleRange(min = .2, max = 1) double dissimilarity,
            @ForAll @DoubleRange(min = .3, max = 3) double ratio) {
        var one = new ArrayList<Offer>();
        attractions.forEach(it -> one.add(new Offer(it, 1.5 * one.size())));
        var other = List.of(new Offer(1, 2), new Offer(2, 5));
        var best =
                EqualMarkup.of(List.of(new Nest(one, sensitivity, dissimilarity), Nest.of(other, sensitivity * ratio)));

        var searched = new PriceSearch(best.demand()).best();

        assertSame(best, searched);
    }

    private static void assertSame(EqualMarkup best, List<List<Double>> searched) {
        assertThat(best.demand().profit(searched)).isLessThanOrEqualTo(best.profit() * (1 + 1e-12));
        assertThat(best.demand().profit(best.prices()) / best.profit() - 1).isCloseTo(0, within(1e-12));
        for (int nest = 0; nest < searched.size(); nest++) {
            for (int i = 0; i < searched.get(nest).size(); i++) {
                double price = best.prices().get(nest).get(i);
                assertThat(searched.get(nest).get(i) / price - 1).isCloseTo(0, within(1e-9));
            }
        }
    }

    @Test
    void attractions_beyond_all_numbers_do_no_harm() {
        var best = EqualMarkup.of(List.of(new Offer(4_000, 1), new Offer(-4_000, 1)), 1);

        assertThat(best.profit()).isCloseTo(4_000 - 2 - Math.log(best.profit()), within(1e-9));
        assertThat(best.shares().get(0).get(1)).isZero();
    }

    @Test
    void mistakes_are_named() {
        assertThatThrownBy(() -> EqualMarkup.of(List.of(new Offer(1, 1)), -2))
                .hasMessageContaining("sensitivity (-2.0)");
        assertThatThrownBy(() -> new Nest(List.of(), 1, 1)).hasMessageContaining("at least one");
        assertThatThrownBy(() -> new Nest(List.of(new Offer(1, 1)), 1, 1.2))
                .hasMessageContaining("dissimilarity (1.2)");
        assertThatThrownBy(() -> new Offer(Double.NaN, 1)).hasMessageContaining("finite");
    }
}
