package dev.storetwin.core.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.state.SupplierTerms;
import dev.storetwin.type.Quantity;
import dev.storetwin.type.SupplierId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OrderLatticeTest {

    @Test
    void without_terms_single_pieces_can_be_ordered() {
        var lattice = OrderLattice.of(Optional.empty(), true);

        assertThat(lattice.around(10, Long.MAX_VALUE)).isEqualTo(quantities("5", "9", "10", "11", "20"));
    }

    @Test
    void around_the_best_are_whole_packs_from_the_minimum_on() {
        var lattice = OrderLattice.of(terms("20", "6"), true);

        assertThat(lattice.least()).isEqualTo(4);
        assertThat(lattice.around(4, Long.MAX_VALUE)).isEqualTo(quantities("24", "30", "48"));
        assertThat(lattice.around(10, Long.MAX_VALUE)).isEqualTo(quantities("30", "54", "60", "66", "120"));
    }

    @Test
    void what_is_sold_by_measure_is_ordered_by_measure() {
        var lattice = OrderLattice.of(Optional.empty(), false);

        assertThat(lattice.quantity(1_250)).isEqualTo(Quantity.of("1.25"));
    }

    @Test
    void a_pack_of_nothing_is_no_pack() {
        assertThat(OrderLattice.of(terms("0", "0"), true).around(1, Long.MAX_VALUE))
                .isEqualTo(quantities("1", "2"));
    }

    private static Optional<SupplierTerms> terms(String minimum, String pack) {
        return Optional.of(new SupplierTerms(
                new SupplierId("acme"),
                Optional.of(Quantity.of(minimum)),
                Optional.of(Quantity.of(pack)),
                Optional.empty()));
    }

    private static List<Quantity> quantities(String... quantities) {
        return java.util.Arrays.stream(quantities).map(Quantity::of).toList();
    }
}
