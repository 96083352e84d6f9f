package dev.storetwin.benchmarks.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.storetwin.core.random.Draws;
import dev.storetwin.core.state.ShopState;
import dev.storetwin.event.TwinEvent;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShopSizeTest {

    private final TwoYears years = TwoYears.of(3, MadeUpShop.of(20, 2), SparseDays.STOCK_CODE);

    @Test
    void keys_are_as_busy_as_their_deciles_say() {
        var sparse = SparseDays.of(Draws.of(1), "sold", SparseDays.STOCK_CODE_IN_COUNTRY, 5_000, TwoYears.DAYS);
        var dense = SparseDays.of(Draws.of(1), "sold", SparseDays.STOCK_CODE, 5_000, TwoYears.DAYS);

        assertThat(sparse.cells() / 5_000.0).isCloseTo(34.2, within(2.0));
        assertThat(dense.cells() / 5_000.0).isCloseTo(129.3, within(5.0));
    }

    @Test
    void a_day_names_each_busy_key_once_in_order() {
        var days = SparseDays.of(Draws.of(1), "sold", SparseDays.STOCK_CODE, 500, 30);

        for (int day = 0; day < days.days(); day++) {
            assertThat(days.keys(day)).isNotEmpty().isSorted().doesNotHaveDuplicates();
        }
    }

    @Test
    void two_years_of_layers_lead_to_the_sales_and_prices_that_were_reckoned() {
        var reckoning = new Reckoning(years.shop().skus());
        var events = all(years.catalog());
        events.addAll(all(years.orders()));
        events.forEach(reckoning::add);

        var state = ShopState.empty(ZoneOffset.UTC, MadeUpShop.CURRENCY)
                .after(events)
                .state();

        assertThat(state.demand().firstDay()).contains(TwoYears.FIRST);
        reckoning.compare(state, TwoYears.FIRST, TwoYears.FIRST.plusDays(TwoYears.DAYS));
    }

    @Test
    void everything_that_was_ordered_is_shipped() {
        var state = ShopState.empty(ZoneOffset.UTC, MadeUpShop.CURRENCY)
                .after(all(years.counts()))
                .state()
                .after(all(years.orders()))
                .state()
                .after(all(years.shipments()))
                .state();

        for (var sku : years.shop().skus()) {
            assertThat(state.stock().total(sku).reserved().isZero()).isTrue();
        }
    }

    private static List<TwinEvent> all(Iterator<TwinEvent> events) {
        var all = new ArrayList<TwinEvent>();
        events.forEachRemaining(all::add);
        return all;
    }
}
