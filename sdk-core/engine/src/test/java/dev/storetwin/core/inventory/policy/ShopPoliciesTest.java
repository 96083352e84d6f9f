package dev.storetwin.core.inventory.policy;

import static dev.storetwin.core.SampleShop.MAIN;
import static dev.storetwin.core.SampleShop.MUG;
import static dev.storetwin.core.SampleShop.NOW;
import static dev.storetwin.core.SampleShop.TODAY;
import static dev.storetwin.core.SampleShop.WEB;
import static dev.storetwin.core.SampleShop.ago;
import static dev.storetwin.core.SampleShop.shop;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.storetwin.core.SampleShop;
import dev.storetwin.core.forecast.ForecastMethods;
import dev.storetwin.core.inventory.InventoryOptions;
import dev.storetwin.core.random.Draws;
import dev.storetwin.forecast.DemandForecaster;
import dev.storetwin.forecast.PeriodCalendar;
import dev.storetwin.forecast.Progress;
import dev.storetwin.forecast.TimeSeries;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.Quantity;
import dev.storetwin.type.Sku;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.function.IntToLongFunction;
import org.junit.jupiter.api.Test;

class ShopPoliciesTest {

    private static final Sku CUP = Sku.of("CUP-2");
    private static final NodeId SHOP = NodeId.of("shop");
    private static final DemandForecaster CHEAP = ForecastMethods.cheap();
    private static final ShopPolicies POLICIES = ShopPolicies.of(InventoryOptions.DEFAULT, List.of(CHEAP), 1);

    private static IntToLongFunction random(String name, int most) {
        return day -> Draws.of(3).keyed("test", name, day).nextInt(most + 1);
    }

    private static SampleShop selling() {
        return shop().sold(MUG, WEB, 500, random("mug", 6))
                .sold(CUP, WEB, 500, random("cup", 2))
                .stock(MUG, MAIN, 40)
                .stock(CUP, MAIN, 10);
    }

    @Test
    void a_shop_gets_its_settings_with_the_reason_and_what_they_rest_on() {
        var chosen = POLICIES.choose(selling().state(), NOW).orElseThrow();

        assertThat(chosen.starts()).hasSize(9);
        assertThat(chosen.to()).isEqualTo(TODAY.minusDays(1).toString());
        assertThat(chosen.reason()).contains("by recent-mean").contains("windows");
        assertThat(chosen.candidates()).hasSize(7);
        var settings = chosen.policy().settings().orElseThrow();
        assertThat(PolicySettings.parse(settings.text())).isEqualTo(settings);
        assertThat(settings.method()).isEqualTo("recent-mean");
    }

    @Test
    void items_cost_and_come_as_the_catalog_says() {
        var state = selling()
                .cost(MUG, "4.00")
                .price(MUG, WEB, "9.00", ago(400))
                .terms(MUG, 1, 12, 3)
                .cost(CUP, "2.00")
                .price(CUP, WEB, "3.00", ago(400))
                .state();

        var items = POLICIES.panel(state, NOW).orElseThrow().items();

        assertThat(items).extracting(it -> it.sales().name()).containsExactly("MUG-1#main", "CUP-2#main");
        var terms = items.get(0).terms();
        assertThat(terms.lead()).isEqualTo(3);
        assertThat(terms.pack()).isEqualTo(12);
        assertThat(terms.shortage()).isEqualTo(5, within(1e-9));
        assertThat(terms.holding()).isEqualTo(4 * .25 / 365, within(1e-12));
        assertThat(items.get(1).terms().lead()).isEqualTo(7);
    }

    @Test
    void money_and_unit_days_are_not_added_up() {
        var state =
                selling().cost(MUG, "4.00").price(MUG, WEB, "9.00", ago(400)).state();

        var items = POLICIES.panel(state, NOW).orElseThrow().items();

        assertThat(items).extracting(it -> it.sales().name()).containsExactly("MUG-1#main");
    }

    @Test
    void days_from_the_moment_on_are_not_looked_at() {
        var then = ago(60).plusSeconds(3600);
        var known = selling().state();
        var other = selling().sold(MUG, WEB, 30, day -> 500).state();

        assertThat(POLICIES.choose(other, then)).isEqualTo(POLICIES.choose(known, then));
    }

    @Test
    void the_same_at_any_thread_count() {
        var threads = Executors.newFixedThreadPool(3);
        try {
            var together =
                    new ShopPolicies(InventoryOptions.DEFAULT, List.of(CHEAP), 60, 9, 150, 1, threads, Progress.NONE);
            var state = selling().state();
            assertThat(together.choose(state, NOW)).isEqualTo(POLICIES.choose(state, NOW));
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void a_young_shop_keeps_what_it_has_and_one_without_stock_has_nothing_to_choose() {
        var young = shop().sold(MUG, WEB, 40, random("mug", 6)).stock(MUG, MAIN, 40);

        var chosen = POLICIES.choose(young.state(), NOW).orElseThrow();

        assertThat(chosen.reason()).startsWith("least cost x1 over 1 by recent-mean, since the history from");
        assertThat(POLICIES.choose(shop().sold(MUG, WEB, 300, random("mug", 6)).state(), NOW))
                .isEmpty();
    }

    @Test
    void settings_weigh_a_shortage_and_are_kept_as_a_line() {
        var settings = new PolicySettings("usual", 2, 1);

        var options = settings.applied(InventoryOptions.DEFAULT.withServiceLevel(.9));

        assertThat(options.serviceLevel()).isEqualTo(18 / 19.0, within(1e-12));
        assertThat(new PolicySettings("usual", 1, 2)
                        .applied(InventoryOptions.DEFAULT)
                        .reviewDays())
                .isEqualTo(14);
        assertThat(settings.text()).isEqualTo("method=usual safety=2 reviews=1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PolicySettings.parse("method=usual safety=2"))
                .withMessageContaining("expected such as");
        assertThatIllegalArgumentException().isThrownBy(() -> PolicySettings.parse("method=a safety=x reviews=1"));
    }

    /** Falls of 3 and 1 deal 4 units as 3 and 1; a day without falls by the falls so far and one unit each: 2 units by 4 and 2 as 1 and 1. */
    @Test
    void by_hand_a_days_units_go_to_the_nodes_whose_stock_fell() {
        var state = shop().order(MUG, WEB, Quantity.of(4), ago(2).plusSeconds(60))
                .order(MUG, WEB, Quantity.of(2), ago(1).plusSeconds(60))
                .stock(MUG, MAIN, 10, ago(2))
                .stock(MUG, SHOP, 5, ago(2))
                .stock(MUG, MAIN, 7, ago(1))
                .stock(MUG, SHOP, 4, ago(1))
                .stock(MUG, MAIN, 7, ago(0))
                .stock(MUG, SHOP, 4, ago(0))
                .state();
        var sold = TimeSeries.of("MUG-1", 4, 2).withCalendar(PeriodCalendar.daily(TODAY.minusDays(2)));

        var series = NodeSales.of(state, MUG, sold, List.of(MAIN, SHOP));

        assertThat(series.get(0).values()).containsExactly(3, 1);
        assertThat(series.get(1).values()).containsExactly(1, 1);
        assertThat(series).extracting(TimeSeries::name).containsExactly("MUG-1#main", "MUG-1#shop");
    }
}
