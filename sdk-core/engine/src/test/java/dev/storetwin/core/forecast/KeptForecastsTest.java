package dev.storetwin.core.forecast;

import static dev.storetwin.core.SampleShop.MUG;
import static dev.storetwin.core.SampleShop.NOW;
import static dev.storetwin.core.SampleShop.WEB;
import static dev.storetwin.core.SampleShop.shop;
import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.type.Channel;
import dev.storetwin.type.Sku;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KeptForecastsTest {

    private static final Optional<Channel> IN_WEB = Optional.of(WEB);
    private static final int DAYS = 28;

    private final ShopForecasts forecasts = new ShopForecasts(ForecastMethods.cheap(), 730);

    @Test
    void a_forecast_is_found_again_until_it_is_too_old() {
        var state = shop().sold(MUG, WEB, 60, day -> 2).state();
        var kept = new KeptForecasts(1 << 20, Duration.ofHours(2));
        var said = kept.remembering(forecasts).of(state, MUG, IN_WEB, NOW, DAYS).orElseThrow();

        var found = kept.find(MUG, IN_WEB, NOW.plus(Duration.ofHours(2)), DAYS).orElseThrow();

        assertThat(found.forecast()).isSameAs(said);
        assertThat(found.origin().revision()).isEqualTo(state.revision());
        assertThat(found.origin().asOf()).isEqualTo(NOW);
        assertThat(kept.find(MUG, IN_WEB, NOW.plus(Duration.ofHours(2)).plusNanos(1), DAYS))
                .isEmpty();
        assertThat(kept.find(MUG, IN_WEB, NOW, DAYS + 1)).isEmpty();
        assertThat(kept.find(MUG, Optional.empty(), NOW, DAYS)).isEmpty();
    }

    @Test
    void a_forecast_may_be_kept_for_ever() {
        var state = shop().sold(MUG, WEB, 60, day -> 2).state();
        var kept = new KeptForecasts(1 << 20, Duration.ofSeconds(Long.MAX_VALUE));
        kept.remembering(forecasts).of(state, MUG, IN_WEB, NOW, DAYS);

        assertThat(kept.find(MUG, IN_WEB, NOW.plus(Duration.ofDays(9_999)), DAYS))
                .isPresent();
    }

    @Test
    void from_its_origin_it_is_made_again_the_same() {
        var state = shop().sold(MUG, WEB, 60, day -> 2).state();
        var kept = new KeptForecasts(1 << 20, Duration.ofDays(1));
        kept.remembering(forecasts).of(state, MUG, IN_WEB, NOW, DAYS);
        var found = kept.find(MUG, IN_WEB, NOW, DAYS).orElseThrow();

        var again = KeptForecasts.again(
                        new ShopForecasts(ForecastMethods.cheap(), 730), state, MUG, IN_WEB, found.origin(), DAYS)
                .orElseThrow();

        assertThat(again.first()).isEqualTo(found.first());
        assertThat(again.forecast().paths(20, 3)).isDeepEqualTo(found.forecast().paths(20, 3));
    }

    @Test
    void where_room_is_short_what_was_not_asked_for_longest_goes() {
        var tea = Sku.of("TEA");
        var pot = Sku.of("POT");
        var state = shop().sold(MUG, WEB, 60, day -> 2)
                .sold(tea, WEB, 60, day -> 2)
                .sold(pot, WEB, 60, day -> 2)
                .state();
        var one = new KeptForecasts(Long.MAX_VALUE, Duration.ofDays(1));
        one.remembering(forecasts).of(state, MUG, IN_WEB, NOW, DAYS);
        var two = new KeptForecasts(2 * one.bytes(), Duration.ofDays(1));
        var source = two.remembering(forecasts);

        source.of(state, MUG, IN_WEB, NOW, DAYS);
        source.of(state, tea, IN_WEB, NOW, DAYS);
        two.find(MUG, IN_WEB, NOW, DAYS);
        source.of(state, pot, IN_WEB, NOW, DAYS);

        assertThat(two.find(MUG, IN_WEB, NOW, DAYS)).isPresent();
        assertThat(two.find(tea, IN_WEB, NOW, DAYS)).isEmpty();
        assertThat(two.find(pot, IN_WEB, NOW, DAYS)).isPresent();
        assertThat(two.bytes()).isEqualTo(2 * one.bytes());
        assertThat(two.givenUp()).isEqualTo(1);
    }

    @Test
    void without_room_nothing_is_kept() {
        var none = KeptForecasts.none();

        assertThat(none.remembering(forecasts)).isSameAs(forecasts);
        assertThat(none.find(MUG, IN_WEB, NOW, DAYS)).isEmpty();
    }
}
