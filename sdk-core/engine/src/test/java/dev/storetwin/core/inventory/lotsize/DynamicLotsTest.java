package dev.storetwin.core.inventory.lotsize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.storetwin.core.inventory.lotsize.DynamicLots.Period;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class DynamicLotsTest {

    /** Holding the 5 of the second period costs 5, an order 8; holding the 9 of the third 18. */
    @Test
    void agrees_with_a_case_worked_by_hand() {
        var lots = DynamicLots.of(List.of(4.0, 5.0, 9.0), 8, 0, 1);

        var plan = lots.best();

        assertThat(plan.orders()).containsExactly(9.0, 0.0, 9.0);
        assertThat(plan.cost()).isEqualTo(21);
        assertThat(plan.costToGo()).containsExactly(21.0, 16.0, 8.0);
        assertThat(lots.cost(List.of(4.0, 5.0, 9.0))).isEqualTo(24);
    }

    @Test
    void nothing_is_ordered_for_periods_without_demand() {
        var plan = DynamicLots.of(List.of(0.0, 0.0, 3.0, 0.0), 8, 0, 1).best();

        assertThat(plan.orders()).containsExactly(0.0, 0.0, 3.0, 0.0);
        assertThat(plan.cost()).isEqualTo(8);
    }

    @Test
    void a_plan_that_runs_short_is_refused_in_words() {
        var lots = DynamicLots.of(List.of(4.0, 5.0), 8, 0, 1);

        assertThatThrownBy(() -> lots.cost(List.of(4.0, 0.0))).hasMessageContaining("In period 2");
        assertThatThrownBy(() -> lots.cost(List.of(9.0))).hasMessageContaining("one for each of 2 periods");
        assertThatThrownBy(() -> new DynamicLots(List.of())).hasMessageContaining("at least one period");
        assertThatThrownBy(() -> DynamicLots.of(List.of(4.0, -5.0), 8, 0, 1)).hasMessageContaining("demand (-5.0)");
    }

    /** Every set of periods with an order, each order serving all until the next one. */
    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void no_set_of_orders_costs_less(@ForAll("plans") List<Period> periods) {
        var lots = new DynamicLots(periods);

        var plan = lots.best();

        double least = Double.POSITIVE_INFINITY;
        for (int set = 0; set < 1 << periods.size(); set++) {
            least = Math.min(least, cost(lots, set));
        }
        assertThat(plan.cost()).isEqualTo(least, within(1e-9 * (1 + least)));
        assertThat(lots.cost(plan.orders())).isEqualTo(plan.cost(), within(1e-9 * (1 + least)));
    }

    private static double cost(DynamicLots lots, int set) {
        var quantities = new ArrayList<Double>();
        int last = -1;
        for (int i = 0; i < lots.periods().size(); i++) {
            double demand = lots.periods().get(i).demand();
            quantities.add(0.0);
            last = (set >> i & 1) == 1 ? i : last;
            if (last < 0 && demand > 0) {
                return Double.POSITIVE_INFINITY;
            }
            if (last >= 0) {
                quantities.set(last, quantities.get(last) + demand);
            }
        }
        return lots.cost(quantities);
    }

    @Provide
    static Arbitrary<List<Period>> plans() {
        var amount = Arbitraries.integers().between(0, 40);
        return Combinators.combine(amount, amount, amount, amount)
                .as((demand, fixed, purchase, holding) ->
                        new Period(Math.max(0, demand - 10), fixed * 3, purchase / 10.0, holding / 10.0))
                .list()
                .ofMinSize(1)
                .ofMaxSize(8);
    }
}
