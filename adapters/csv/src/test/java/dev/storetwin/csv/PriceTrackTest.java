package dev.storetwin.csv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.csv.PriceTrack.Vote;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PriceTrackTest {

    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);

    @Test
    void a_price_that_everybody_pays_stands_from_the_first_day() {
        assertThat(changes("10 10 10 10")).containsExactly("2024-01-01 10");
    }

    @Test
    void a_new_price_stands_from_the_day_on_which_the_first_order_paid_it() {
        assertThat(changes("10 10 10 10 10 10 12 12 12 12")).containsExactly("2024-01-01 10", "2024-01-07 12");
    }

    @Test
    void a_price_that_comes_back_is_a_change_of_its_own() {
        assertThat(changes("10 10 10 10 10 10 8 8 8 8 8 8 10 10 10 10 10 10"))
                .containsExactly("2024-01-01 10", "2024-01-07 8", "2024-01-13 10");
    }

    @Test
    void single_coupons_quantity_breaks_and_till_prices_change_nothing() {
        assertThat(changes("10 10 8 10 10 19 10 8 8 10 10 10 19 10 8 10")).containsExactly("2024-01-01 10");
    }

    @Test
    void prices_within_one_per_cent_are_the_same() {
        assertThat(changes("10 10.05 9.95 10.02 10.08 10")).containsExactly("2024-01-01 10");
    }

    @Test
    void no_orders_no_price() {
        assertThat(PriceTrack.changes(List.of())).isEmpty();
    }

    @Property
    void changes_are_in_order_of_time_real_and_paid_by_somebody(
            @ForAll @Size(min = 1, max = 60) List<@IntRange(min = 8, max = 12) Integer> prices) {
        var votes = new ArrayList<Vote>();
        for (int i = 0; i < prices.size(); i++) {
            votes.add(new Vote(FIRST.plusDays(i / 2), BigDecimal.valueOf(prices.get(i))));
        }

        var changes = PriceTrack.changes(votes);

        assertThat(changes.get(0).day()).isEqualTo(FIRST);
        for (int i = 1; i < changes.size(); i++) {
            assertThat(changes.get(i).day()).isAfter(changes.get(i - 1).day());
            assertThat(changes.get(i).price()).isNotEqualTo(changes.get(i - 1).price());
        }
        assertThat(changes)
                .allMatch(change -> votes.stream().anyMatch(it -> it.price().equals(change.price())));
    }

    /** One order a day. */
    private static List<String> changes(String prices) {
        var votes = new ArrayList<Vote>();
        for (var price : prices.split(" ")) {
            votes.add(new Vote(FIRST.plusDays(votes.size()), new BigDecimal(price)));
        }
        return PriceTrack.changes(votes).stream()
                .map(it -> it.day() + " " + it.price())
                .toList();
    }
}
