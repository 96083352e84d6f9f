package dev.storetwin.core.forecast;

import static dev.storetwin.core.SampleShop.TODAY;
import static dev.storetwin.core.SampleShop.ago;
import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.state.Inbound;
import dev.storetwin.type.Quantity;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExpectedArrivalsTest {

    @Test
    void each_delivery_is_put_on_its_day() {
        var arrivals = arrivals(coming(4, ago(0)), coming(2, ago(-3)), coming(1, ago(-3)), coming(9, ago(-5)));

        assertThat(arrivals.byDay()).containsExactly(4, 0, 0, 3, 0);
        assertThat(arrivals.later()).isEqualTo(9);
        assertThat(arrivals.caveats()).isEmpty();
    }

    @Test
    void what_is_overdue_is_hoped_for_tomorrow() {
        var arrivals = arrivals(coming(4, ago(6)));

        assertThat(arrivals.byDay()).containsExactly(0, 4, 0, 0, 0);
        assertThat(arrivals.caveats())
                .containsExactly("4 units on order are overdue: they are counted on for tomorrow");
    }

    @Test
    void what_has_no_date_comes_after_the_lead_time() {
        var arrivals = arrivals(new Inbound(Quantity.of("2.5"), Optional.empty()));

        assertThat(arrivals.byDay()).containsExactly(0, 0, 2.5, 0, 0);
        assertThat(arrivals.caveats())
                .containsExactly("2.5 units on order have no date: they are counted on after 2 days");
    }

    private static ExpectedArrivals arrivals(Inbound... inbound) {
        return ExpectedArrivals.of(List.of(inbound), TODAY, ZoneOffset.UTC, 5, 2);
    }

    private static Inbound coming(long units, Instant at) {
        return new Inbound(Quantity.of(units), Optional.of(at));
    }
}
