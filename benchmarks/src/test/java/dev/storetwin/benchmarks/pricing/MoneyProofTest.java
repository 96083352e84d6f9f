package dev.storetwin.benchmarks.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.storetwin.benchmarks.pricing.MoneyShop.Thing;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The short form of {@link MoneyProof}: one shop of two things. */
class MoneyProofTest {

    private static final MoneyWorld BELIEVED = new MoneyWorld(MoneyWorld.Form.CONSTANT_ELASTICITY, 0);
    private static final int FIRST = 7 * MoneyShop.HISTORY_WEEKS;
    private static final int LAST = FIRST + 7 * MoneyShop.PLAYED_WEEKS;

    private final MoneyShop shop = shop(3);

    private static MoneyShop shop(int number) {
        return new MoneyShop(BELIEVED, number, 2, 20_261_128);
    }

    @Test
    void recommended_prices_meet_the_same_shoppers_as_kept_ones() {
        var earned = MoneyProof.ladder(shop);

        double kept = shop.things().stream().mapToDouble(this::keptMargin).sum();
        assertThat(earned[1]).isCloseTo(kept, within(1e-6));
        assertThat(earned[0]).isBetween(.7 * kept, 1.8 * kept).isNotEqualTo(kept);
        assertThat(MoneyProof.ladder(shop(3))).as("played once more").containsExactly(earned);
    }

    private double keptMargin(Thing thing) {
        double sum = 0;
        for (int day = FIRST; day < LAST; day++) {
            sum += shop.wanted(thing, day, thing.lastPrice()) * (thing.lastPrice() - thing.cost());
        }
        return sum;
    }

    /** One shop may earn less by it: what they earn together is for the long form to tell. */
    @Test
    void a_markdown_sells_more_of_the_same_stock_than_kept_prices() {
        var earned = MoneyProof.markdown(shop);

        assertThat(earned[5]).as("share sold at kept prices").isCloseTo(keptShare(), within(1e-9));
        assertThat(earned[4]).isGreaterThan(earned[5]).isLessThanOrEqualTo(1);
        assertThat(earned[0]).isBetween(.7 * earned[1], 2 * earned[1]).isNotEqualTo(earned[1]);
    }

    private double keptShare() {
        double stock = 0;
        double sold = 0;
        for (var thing : shop.things()) {
            double wanted = 0;
            for (int day = FIRST; day < LAST; day++) {
                wanted += shop.wanted(thing, day, thing.lastPrice());
            }
            stock += shop.stock(thing);
            sold += Math.min(shop.stock(thing), wanted);
        }
        return sold / stock;
    }

    @Test
    void a_lower_price_never_finds_fewer_shoppers_on_the_same_day() {
        for (var world : List.of(BELIEVED, new MoneyWorld(MoneyWorld.Form.STRAIGHT_LINE, .3))) {
            var other = new MoneyShop(world, 1, 1, 5);
            var thing = other.things().get(0);
            for (int day = FIRST; day < LAST; day++) {
                assertThat(other.wanted(thing, day, .8 * thing.usual()))
                        .isGreaterThanOrEqualTo(other.wanted(thing, day, thing.usual()));
            }
        }
    }

    /** 12 against 10 and 9 against 10: +20 % and -10 % of what the other way earns on average, 10. */
    @Test
    void gains_are_paired_by_shop() {
        var gains = PairedGains.of(List.of(new double[] {12, 10}, new double[] {9, 10}));

        assertThat(gains.gain()).isCloseTo(.05, within(1e-12));
        assertThat(gains.error()).isCloseTo(.15, within(1e-12));
        assertThat(gains.lost()).isEqualTo(1);
        assertThat(gains.inCells()).isEqualTo("+5.0 +- 15.0 (-185.7 .. +195.7) | 1 of 2");
    }
}
