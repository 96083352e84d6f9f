package dev.storetwin.core.forecast.intermittent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.storetwin.core.random.Draws;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProfileTest {

    @Test
    void a_day_without_any_sale_is_closed_though_nobody_said_that_there_are_weeks() {
        var season = Profile.of(History.of(daily(.6, 6)), 1, Profile.NONE);

        assertThat(season.period()).isEqualTo(7);
        assertThat(season.at(6)).isZero();
        assertThat(IntStream.range(0, 7).mapToDouble(season::at).average().orElseThrow())
                .isEqualTo(1, within(1e-9));
    }

    @Test
    void days_alike_have_no_season() {
        assertThat(Profile.of(History.of(daily(.6, -1)), 1, Profile.NONE).period())
                .isEqualTo(1);
    }

    @Test
    void too_few_sales_take_the_season_of_their_peers() {
        var peers = Profile.of(History.of(daily(.6, 6)), 7, Profile.NONE);
        var sparse = new double[70];
        sparse[3] = 1;
        sparse[40] = 1;

        assertThat(Profile.of(History.of(sparse), 7, peers).at(6)).isZero();
    }

    private static double[] daily(double chance, int closed) {
        var draw = Draws.of(7).keyed("sale", "daily", 0);
        return IntStream.range(0, 210)
                .mapToDouble(i -> draw.nextBoolean(chance) && i % 7 != closed ? 1 : 0)
                .toArray();
    }
}
