package dev.storetwin.core.forecast;

import static dev.storetwin.core.SampleShop.MAIN;
import static dev.storetwin.core.SampleShop.MUG;
import static dev.storetwin.core.SampleShop.NOW;
import static dev.storetwin.core.SampleShop.TODAY;
import static dev.storetwin.core.SampleShop.ago;
import static dev.storetwin.core.SampleShop.shop;
import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.core.random.Draws;
import dev.storetwin.state.Inbound;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.Quantity;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class LeadTimesTest {

    private static final LeadTimes SEEN = new LeadTimes(List.of(3, 5, 5, 9), List.of(-1, 0, 4), "");

    @Test
    void three_deliveries_tell_more_than_terms() {
        var state = shop().terms(MUG, 1, 1, 30)
                .delivered(MUG, MAIN, 60, 4)
                .delivered(MUG, MAIN, 50, 6)
                .delivered(MUG, MAIN, 40, 100)
                .delivered(MUG, MAIN, 30, 5)
                .state();

        // The order of 40 days ago has not come yet.
        assertThat(LeadTimes.of(state, MUG, MAIN, NOW, 7).days()).containsExactly(4, 5, 6);
        assertThat(LeadTimes.of(state, MUG, NodeId.of("other"), NOW, 7).days()).containsExactly(4, 5, 6);
    }

    @Test
    void two_deliveries_tell_less_than_terms_and_terms_more_than_a_guess() {
        var few = shop().delivered(MUG, MAIN, 60, 4).delivered(MUG, MAIN, 50, 6);

        assertThat(LeadTimes.of(few.state(), MUG, MAIN, NOW, 7).days()).containsExactly(7);
        assertThat(LeadTimes.of(few.terms(MUG, 1, 1, 30).state(), MUG, MAIN, NOW, 7)
                        .days())
                .containsExactly(30);
    }

    @Test
    void an_order_that_was_forgotten_counts_as_four_usual_ones() {
        var state = shop().delivered(MUG, MAIN, 300, 5)
                .delivered(MUG, MAIN, 290, 5)
                .delivered(MUG, MAIN, 280, 200)
                .state();

        assertThat(LeadTimes.of(state, MUG, MAIN, NOW, 7).days()).containsExactly(5, 5, 20);
    }

    @Test
    void an_open_order_takes_as_long_as_orders_that_took_longer_than_it_did_so_far() {
        assertThat(arrivals(new Inbound(Quantity.of(1), Optional.empty(), Optional.of(ago(4)))))
                .containsExactly(1, 5);
        assertThat(arrivals(new Inbound(Quantity.of(1), Optional.empty(), Optional.of(ago(20)))))
                .containsExactly(1);
    }

    @Test
    void a_promise_is_kept_as_promises_were_kept() {
        assertThat(arrivals(new Inbound(Quantity.of(1), Optional.of(ago(-6)), Optional.of(ago(1)))))
                .containsExactly(5, 6, 10);
        assertThat(arrivals(new Inbound(Quantity.of(1), Optional.of(ago(3)), Optional.of(ago(9)))))
                .containsExactly(1);
    }

    private static List<Integer> arrivals(Inbound inbound) {
        var days = new TreeSet<Integer>();
        for (int i = 0; i < 100; i++) {
            days.add(
                    SEEN.drawArrival(inbound, TODAY, ZoneOffset.UTC, Draws.of(1).keyed("test", "arrival", i)));
        }
        return List.copyOf(days);
    }
}
