package dev.storetwin.core.inventory.lotsize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.storetwin.core.inventory.lotsize.DiscountedOrder.Discount;
import java.util.List;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class DiscountedOrderTest {

    private static final List<PriceBreak> PRICES =
            List.of(new PriceBreak(0, 10), new PriceBreak(100, 9), new PriceBreak(500, 8));

    /** An order of 200 costs 100 x 10 + 100 x 9 = 1,900 or 200 x 9 = 1,800. */
    @Test
    void costs_of_a_lot_agree_with_a_bill_by_hand() {
        assertThat(new DiscountedOrder(20, .2, 400, PRICES, Discount.ALL_UNITS).cost(200))
                .isEqualTo(1800 * 2 + 20 * 2 + .2 * 1800 / 2, within(1e-9));
        assertThat(new DiscountedOrder(20, .2, 400, PRICES, Discount.INCREMENTAL).cost(200))
                .isEqualTo(1900 * 2 + 20 * 2 + .2 * 1900 / 2, within(1e-9));
    }

    @Test
    void one_price_is_the_economic_order_quantity() {
        var prices = List.of(new PriceBreak(0, 20));

        assertThat(new DiscountedOrder(50, .2, 400, prices, Discount.ALL_UNITS).best())
                .isEqualTo(new DiscountedOrder.DiscountedLot(100, 0, 400 + 20 * 400));
        assertThat(new DiscountedOrder(50, .2, 400, prices, Discount.INCREMENTAL)
                        .best()
                        .quantity())
                .isEqualTo(100);
    }

    @Test
    void prices_that_are_no_discount_are_refused_in_words() {
        assertThatThrownBy(() -> new DiscountedOrder(1, .2, 400, List.of(), Discount.ALL_UNITS))
                .hasMessageContaining("begin at 0");
        assertThatThrownBy(() -> new DiscountedOrder(1, .2, 400, List.of(new PriceBreak(5, 3)), Discount.ALL_UNITS))
                .hasMessageContaining("begin at 0");
        assertThatThrownBy(() -> new DiscountedOrder(
                        1, .2, 400, List.of(new PriceBreak(0, 3), new PriceBreak(10, 4)), Discount.INCREMENTAL))
                .hasMessageContaining("Maybe they are not sorted");
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void no_lot_of_a_fine_grid_costs_less(
            @ForAll @DoubleRange(min = 1, max = 2000) double fixedCost,
            @ForAll @DoubleRange(min = .05, max = 1) double holdingRate,
            @ForAll @DoubleRange(min = 50, max = 5000) double demandRate,
            @ForAll Discount discount) {
        var order = new DiscountedOrder(fixedCost, holdingRate, demandRate, PRICES, discount);

        var best = order.best();

        assertThat(order.cost(best.quantity())).isEqualTo(best.cost(), within(1e-9 * best.cost()));
        for (double quantity = 1; quantity < 3000; quantity += 7) {
            assertThat(order.cost(quantity)).isGreaterThanOrEqualTo(best.cost() * (1 - 1e-12));
        }
    }
}
