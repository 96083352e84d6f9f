package dev.storetwin.core.inventory.lotsize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.storetwin.core.inventory.lotsize.JointReplenishment.Item;
import java.util.List;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class JointReplenishmentTest {

    /** Of one item the shared and the own cost are one fixed cost: 2 x 50 x 400 / 4. */
    @Test
    void one_item_alone_is_the_economic_order_quantity() {
        var plan = new JointReplenishment(30, List.of(new Item(20, 4, 400))).bySilver();

        assertThat(plan.multiples()).containsExactly(1);
        assertThat(plan.quantities().get(0)).isEqualTo(100, within(1e-9));
        assertThat(plan.cost()).isEqualTo(400, within(1e-9));
    }

    @Test
    void what_cannot_be_is_refused_in_words() {
        var joint = new JointReplenishment(30, List.of(new Item(20, 4, 400)));

        assertThatThrownBy(() -> new JointReplenishment(30, List.of())).hasMessageContaining("at least one item");
        assertThatThrownBy(() -> new Item(20, 4, 0)).hasMessageContaining("demandRate (0.0)");
        assertThatThrownBy(() -> joint.every(1, List.of(0))).hasMessageContaining("at least 1");
        assertThatThrownBy(() -> joint.every(0, List.of(1))).hasMessageContaining("interval (0.0)");
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void no_other_interval_costs_less_for_the_same_multiples(
            @ForAll @DoubleRange(min = 1, max = 500) double sharedCost,
            @ForAll @DoubleRange(min = .01, max = 200) double own,
            @ForAll @DoubleRange(min = .3, max = 3) double factor) {
        var joint = new JointReplenishment(
                sharedCost, List.of(new Item(own, 2, 90), new Item(5, .2, 7), new Item(60, 1, 30)));

        var plan = joint.bySilver();

        assertThat(joint.every(plan.interval() * factor, plan.multiples()).cost())
                .isGreaterThanOrEqualTo(plan.cost() * (1 - 1e-9));
        assertThat(plan.multiples()).contains(1);
    }
}
