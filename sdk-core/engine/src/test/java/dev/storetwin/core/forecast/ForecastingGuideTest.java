package dev.storetwin.core.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.core.forecast.backtest.RollingOriginBacktest;
import dev.storetwin.core.forecast.effects.EventColumns;
import dev.storetwin.core.forecast.effects.HolidayCalendar;
import dev.storetwin.core.forecast.panel.ForecastBatch;
import dev.storetwin.core.random.Draws;
import dev.storetwin.forecast.BacktestSettings;
import dev.storetwin.forecast.DemandForecast;
import dev.storetwin.forecast.DemandModel;
import dev.storetwin.forecast.PeriodCalendar;
import dev.storetwin.forecast.Regressors;
import dev.storetwin.forecast.Seasonality;
import dev.storetwin.forecast.TimeSeries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The examples of docs/guide/forecasting.md, word for word. */
class ForecastingGuideTest {

    private final double[] weeks = sold("mug");
    private final boolean[] inStock = new boolean[weeks.length];
    private final double[] prices = new double[weeks.length + 13];
    private final double[] promotions = new double[weeks.length + 13];
    private final List<TimeSeries> panel =
            List.of(TimeSeries.of("mug", weeks), TimeSeries.of("cup", sold("cup")), TimeSeries.of("jug", sold("jug")));

    private static double[] sold(String what) {
        var draw = Draws.of(4).keyed("weeks", what, 0);
        var weeks = new double[80];
        Arrays.setAll(weeks, i -> 20 + draw.nextInt(9));
        return weeks;
    }

    @Test
    void one_series() {
        var history = TimeSeries.of("mug", weeks).withSeasonality(Seasonality.of(52));

        DemandForecast forecast = ForecastMethods.usual().forecast(history, 13);

        double expected = forecast.mean(1); // step 1 is the first week after the history
        double enough = forecast.quantile(1, .95); // sold out in one week of twenty
        double leadTime = forecast.over(1, 4).quantile(.95); // three weeks together, knowing that they err together
        String why = forecast.reason();

        assertThat(expected).isBetween(20.0, 28.0);
        assertThat(enough).isGreaterThan(expected);
        assertThat(leadTime).isBetween(3 * expected, 3 * enough + 1);
        assertThat(why).isNotBlank();
    }

    @Test
    void what_sales_hide() {
        Arrays.fill(inStock, true);
        for (int i = 0; i < prices.length; i++) {
            prices[i] = 9 + i % 3;
            promotions[i] = i % 10 == 0 ? 1 : 0;
        }

        var sales = TimeSeries.of("mug", weeks)
                .withInStock(inStock) // false: the shelf was empty for a part of the week
                .withRegressors(Regressors.of(Regressors.PRICE, prices).with(Regressors.PROMOTION, promotions));

        var dated = sales.withCalendar(PeriodCalendar.weekly(LocalDate.of(2024, 1, 1)));
        var withHolidays = EventColumns.of(HolidayCalendar.western(2023, 2026)).onto(dated, 13);

        assertThat(withHolidays.regressors().names()).contains("price", "promo").hasSizeGreaterThan(3);
        assertThat(ForecastMethods.usual().forecast(withHolidays, 13).mean(13)).isPositive();
    }

    @Test
    void many_series() {
        List<DemandForecast> forecasts =
                ForecastBatch.of(ForecastMethods.usual()).forecast(panel, 13);

        assertThat(forecasts).extracting(DemandForecast::series).containsExactly("mug", "cup", "jug");
        assertThat(ForecastMethods.named("nightly-plan")).isPresent();
    }

    @Test
    void night_after_night() {
        var history = panel.get(0);

        DemandModel model = ForecastMethods.usual().fit(history);

        DemandModel tomorrow = model.append(17, true); // parameters kept: no new fit
        DemandForecast renewed = tomorrow.forecast(13);

        assertThat(tomorrow.history().size()).isEqualTo(81);
        assertThat(renewed.mean(1)).isLessThan(model.forecast(2).mean(2) + 1);
    }

    @Test
    void which_method() {
        var results = RollingOriginBacktest.of(BacktestSettings.of(13, 4).withCosts(.2, 1))
                .run(panel, ForecastMethods.all());

        assertThat(results).hasSameSizeAs(ForecastMethods.all()).allMatch(it -> it.n() == 3 * 4 * 13);
    }

    @Test
    void every_example_of_the_guide_is_one_of_these_tests() throws IOException {
        var repository = repository();
        var code = withoutSpaceAndComments(Files.readString(repository.resolve(
                "sdk-core/engine/src/test/java/dev/storetwin/core/forecast/ForecastingGuideTest.java")));
        var guide = Files.readString(repository.resolve("docs/guide/forecasting.md"));

        var examples = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL)
                .matcher(guide)
                .results()
                .map(it -> withoutSpaceAndComments(it.group(1)))
                .toList();

        assertThat(examples).hasSize(5).allMatch(code::contains);
    }

    private static String withoutSpaceAndComments(String text) {
        return text.replaceAll("//[^\n]*", "").replaceAll("\\s+", "");
    }

    private static Path repository() {
        return Stream.iterate(Path.of("").toAbsolutePath(), Path::getParent)
                .filter(it -> Files.isDirectory(it.resolve("docs/guide")))
                .findFirst()
                .orElseThrow();
    }
}
