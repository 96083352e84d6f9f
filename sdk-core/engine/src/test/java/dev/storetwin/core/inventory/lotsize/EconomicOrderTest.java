package dev.storetwin.core.inventory.lotsize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class EconomicOrderTest {

    /** 2 x 50 x 400 / 4 = 10,000: a hundred at a time, four orders and fifty units in stock on average. */
    @Test
    void agrees_with_a_case_worked_by_hand() {
        var order = new EconomicOrder(50, 4, 400);

        assertThat(order.best()).isEqualTo(new Lot(100, 400));
        assertThat(order.cost(200)).isEqualTo(50 * 2 + 4 * 100);
    }

    @Test
    void customers_who_wait_make_the_lot_larger_and_cheaper() {
        var lot = new EconomicOrder(50, 4, 400).withBackorders(12).best();

        assertThat(lot.backordered()).isEqualTo(.25);
        assertThat(lot.quantity()).isEqualTo(100 * Math.sqrt(4 / 3.0), within(1e-9));
        assertThat(lot.cost()).isEqualTo(400 * Math.sqrt(3 / 4.0), within(1e-9));
    }

    @Test
    void without_disruptions_and_with_full_yields_it_is_the_plain_lot() {
        var order = new EconomicOrder(50, 4, 400);

        assertThat(order.withDisruptions(9, 1e-9, 12).best().quantity()).isEqualTo(100, within(1e-5));
        assertThat(order.withAdditiveYield(0, 0).best()).isEqualTo(order.best());
        assertThat(order.withMultiplicativeYield(1, 0).best()).isEqualTo(order.best());
        assertThat(order.withProduction(1e15).best().quantity()).isEqualTo(100, within(1e-9));
    }

    @Test
    void nothing_is_ordered_where_more_comes_in_by_itself_than_is_best() {
        var lot = new EconomicOrder(50, 4, 400).withAdditiveYield(150, 10).best();

        assertThat(lot.quantity()).isZero();
        assertThat(lot.cost()).isEqualTo((50 * 400 + 4 * (150 * 150 + 100) / 2.0) / 150, within(1e-9));
    }

    @Test
    void what_cannot_be_is_refused_in_words() {
        var order = new EconomicOrder(50, 4, 400);

        assertThatThrownBy(() -> new EconomicOrder(-1, 4, 400))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("fixedCost (-1.0)");
        assertThatThrownBy(() -> new EconomicOrder(50, 0, 400)).hasMessageContaining("holdingCost (0.0)");
        assertThatThrownBy(() -> new EconomicOrder(50, 4, Double.NaN)).hasMessageContaining("demandRate (NaN)");
        assertThatThrownBy(() -> order.withProduction(400)).hasMessageContaining("must be above demandRate");
        assertThatThrownBy(() -> order.withBackorders(0)).hasMessageContaining("shortageCost (0.0)");
        assertThatThrownBy(() -> order.withAdditiveYield(-50, 1).cost(20)).hasMessageContaining("none would be usable");
        assertThatThrownBy(() -> order.withMultiplicativeYield(0, 1)).hasMessageContaining("mean (0.0)");
        assertThatThrownBy(() -> order.withDisruptions(1, 1, 0)).hasMessageContaining("recoveryRate (0.0)");
        assertThatThrownBy(() -> order.cost(0)).hasMessageContaining("quantity (0.0)");
        assertThatThrownBy(() -> order.withBackorders(1).cost(5, 2)).hasMessageContaining("backordered (2.0)");
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void no_other_lot_costs_less(
            @ForAll @DoubleRange(min = .1, max = 1000) double fixedCost,
            @ForAll @DoubleRange(min = .01, max = 50) double holdingCost,
            @ForAll @DoubleRange(min = 1, max = 5000) double demandRate,
            @ForAll @DoubleRange(min = .1, max = 20) double other,
            @ForAll @DoubleRange(min = .2, max = 3) double factor) {
        var order = new EconomicOrder(fixedCost, holdingCost, demandRate);
        var making = order.withProduction(demandRate * (1 + other));
        var waiting = order.withBackorders(other);
        var disrupted = order.withDisruptions(other * 10, other, 20 / other);
        var more = order.withAdditiveYield(-other, other / 3);
        var share = order.withMultiplicativeYield(.8, .1);

        assertThat(making.cost(making.best().quantity() * factor)).isGreaterThanOrEqualTo(least(making.best()));
        assertThat(disrupted.cost(disrupted.best().quantity() * factor))
                .isGreaterThanOrEqualTo(least(disrupted.best()));
        assertThat(more.cost(more.best().quantity() * factor + other)).isGreaterThanOrEqualTo(least(more.best()));
        assertThat(share.cost(share.best().quantity() * factor)).isGreaterThanOrEqualTo(least(share.best()));
        var lot = waiting.best();
        assertThat(waiting.cost(lot.quantity(), lot.backordered())).isEqualTo(lot.cost(), within(1e-9 * lot.cost()));
        assertThat(waiting.cost(lot.quantity() * factor, Math.min(1, lot.backordered() * (3 - factor / 2))))
                .isGreaterThanOrEqualTo(lot.cost() * (1 - 1e-9));
    }

    private static double least(Lot lot) {
        return lot.cost() * (1 - 1e-9);
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void waiting_that_costs_beyond_measure_is_no_waiting(
            @ForAll @DoubleRange(min = .1, max = 1000) double fixedCost,
            @ForAll @DoubleRange(min = .01, max = 50) double holdingCost) {
        var order = new EconomicOrder(fixedCost, holdingCost, 700);

        var lot = order.withBackorders(1e12).best();

        assertThat(lot.quantity()).isEqualTo(order.best().quantity(), within(1e-6));
        assertThat(lot.backordered()).isLessThan(1e-9);
    }
}
