package dev.storetwin.core.forecast;

import static dev.storetwin.core.SampleShop.MUG;
import static dev.storetwin.core.SampleShop.NOW;
import static dev.storetwin.core.SampleShop.TODAY;
import static dev.storetwin.core.SampleShop.WEB;
import static dev.storetwin.core.SampleShop.shop;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.storetwin.core.SampleShop;
import dev.storetwin.forecast.Seasonality;
import dev.storetwin.type.Channel;
import dev.storetwin.type.Sku;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ShopForecastsTest {

    private final ShopForecasts forecasts = new ShopForecasts(ForecastMethods.usual(), 730);

    @Test
    void the_history_ends_with_the_day_before_the_question() {
        var state = shop().sold(MUG, WEB, 20, day -> 3)
                .order(MUG, WEB, dev.storetwin.type.Quantity.of(50), NOW)
                .state();

        var history = forecasts.history(state, MUG, NOW);

        assertThat(history.size()).isEqualTo(20);
        assertThat(history.values()).containsOnly(3);
        assertThat(history.calendar().orElseThrow().start()).isEqualTo(TODAY.minusDays(20));
        assertThat(history.seasonality()).isEqualTo(Seasonality.of(7));
    }

    @Test
    void channels_are_told_apart_and_added_up() {
        var till = Channel.of("till");
        var state = shop().sold(MUG, WEB, 40, day -> 3)
                .sold(MUG, till, 40, day -> 1)
                .state();

        assertThat(forecasts.of(state, MUG, WEB, NOW, 5).orElseThrow().mean(1)).isCloseTo(3, within(.01));
        assertThat(forecasts.of(state, MUG, till, NOW, 5).orElseThrow().mean(5)).isCloseTo(1, within(.01));
        assertThat(forecasts.of(state, MUG, NOW, 5).orElseThrow().mean(3)).isCloseTo(4, within(.01));
    }

    @Test
    void days_before_the_shop_opened_are_no_days_without_demand() {
        var tea = Sku.of("TEA");
        var state =
                shop().sold(MUG, WEB, 60, day -> 1).sold(tea, WEB, 10, day -> 5).state();

        assertThat(forecasts.history(state, tea, NOW).size()).isEqualTo(60);
        assertThat(forecasts.of(state, tea, NOW, 7).orElseThrow().mean(1)).isCloseTo(5, within(.3));
    }

    @Test
    void when_the_feed_has_stopped_the_days_since_are_unknown() {
        var later = NOW.plus(Duration.ofDays(30));
        var state = shop().sold(MUG, WEB, 60, day -> 4).state();

        var history = forecasts.history(state, MUG, later);

        assertThat(history.size()).isEqualTo(90);
        assertThat(history.value(59)).isEqualTo(4);
        assertThat(history.value(60)).isNaN();
        assertThat(forecasts.of(state, MUG, later, 7).orElseThrow().mean(1)).isCloseTo(4, within(.3));
    }

    @Test
    void a_few_quiet_days_are_days_without_demand() {
        var history = forecasts.history(shop().sold(MUG, WEB, 60, day -> 4).state(), MUG, NOW.plus(Duration.ofDays(5)));

        assertThat(history.value(64)).isZero();
    }

    /** Demand stands at the top of its year, 54 a day, and falls to 41 and a half. */
    @Test
    void a_year_that_was_seen_once_is_followed_where_it_is_asked_for() {
        var state = shop().sold(
                        MUG,
                        WEB,
                        420,
                        day -> Math.round(40 * Math.exp(.3 * Math.cos(2 * Math.PI * (day - 420) / 365.25))))
                .state();

        var waved = forecasts.withYear().of(state, MUG, WEB, NOW, 84).orElseThrow();

        assertThat(waved.mean(84)).isCloseTo(41.5, within(3.0));
        assertThat(forecasts.of(state, MUG, WEB, NOW, 84).orElseThrow().mean(84))
                .isGreaterThan(46);
        assertThat(waved.over(1, 85).mean())
                .isCloseTo(Arrays.stream(waved.means()).sum(), within(1e-6));
        assertThat(waved.at(84).mean()).isCloseTo(waved.mean(84), within(1e-9));
        assertThat(Arrays.stream(waved.paths(400, 1)).mapToDouble(it -> it[83]).average())
                .hasValueCloseTo(waved.mean(84), within(3.0));
        assertThat(waved.reason()).contains("year");
    }

    @Test
    void what_was_never_sold_has_no_forecast() {
        var state = shop().sold(MUG, WEB, 10, day -> 1).state();

        assertThat(forecasts.of(state, Sku.of("TEA"), NOW, 7)).isEmpty();
        assertThat(forecasts.of(SampleShop.shop().state(), MUG, NOW, 7)).isEmpty();
    }

    @Test
    void a_day_out_of_stock_is_marked() {
        var state = shop().sold(MUG, WEB, 30, day -> 2)
                .stock(MUG, SampleShop.MAIN, 0, SampleShop.ago(10))
                .stock(MUG, SampleShop.MAIN, 100, SampleShop.ago(5))
                .state();

        var history = forecasts.history(state, MUG, NOW);

        assertThat(history.inStock(21)).isFalse();
        assertThat(history.inStock(10)).isTrue();
        assertThat(history.inStock(28)).isTrue();
    }
}
