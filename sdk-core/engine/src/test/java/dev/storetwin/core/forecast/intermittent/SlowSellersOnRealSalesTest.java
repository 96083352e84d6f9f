package dev.storetwin.core.forecast.intermittent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.storetwin.core.forecast.SharedData;
import dev.storetwin.core.forecast.backtest.RollingOriginBacktest;
import dev.storetwin.forecast.BacktestResult;
import dev.storetwin.forecast.BacktestSettings;
import dev.storetwin.forecast.DemandForecast;
import dev.storetwin.forecast.DemandForecaster;
import dev.storetwin.forecast.TimeSeries;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Quantile loss on three sets of slow sellers from one origin each, with the SKU's own empirical quantiles beside it. */
@Tag("data")
class SlowSellersOnRealSalesTest {

    private static final double MOST_BIAS = .15;

    @Test
    void car_parts_are_foretold_better_than_by_their_own_quantiles() {
        var results = backtest(SharedData.series("carparts/sales.csv.gz"), 6);

        assertThat(climatology(results).spl()).isEqualTo(.163, within(.0015));
        assertGood(results, .155, .155);
    }

    @Test
    void automotive_spare_parts_are_foretold_better_than_by_their_own_quantiles() {
        var results = backtest(SharedData.series("auto3000/demand.csv.gz"), 6);

        assertThat(climatology(results).spl()).isEqualTo(.2125, within(.003));
        assertGood(results, .2, .2015);
    }

    @Test
    void daily_gifts_are_foretold_better_than_by_their_own_quantiles() throws IOException {
        var results = backtest(gifts(), 28);

        assertThat(climatology(results).spl()).isEqualTo(.205, within(.0005));
        assertGood(results, .203, .203);
    }

    private static void assertGood(List<BacktestResult> results, double mostAmongPeers, double mostAlone) {
        assertThat(results.get(0).spl()).isLessThan(mostAmongPeers);
        assertThat(results.get(1).spl()).isLessThan(mostAlone);
        assertThat(results.subList(0, 2))
                .allSatisfy(it -> assertThat(it.bias()).isBetween(-MOST_BIAS, MOST_BIAS))
                .allSatisfy(it -> assertThat(it.coverage95()).isBetween(.95, .99));
    }

    /** Takes no notice of peers. */
    private record Solitary(DemandForecaster method) implements DemandForecaster {

        @Override
        public String name() {
            return method.name() + "-alone";
        }

        @Override
        public DemandForecast forecast(TimeSeries history, int horizon) {
            return method.forecast(history, horizon);
        }
    }

    private static BacktestResult climatology(List<BacktestResult> results) {
        return results.get(2);
    }

    private static List<BacktestResult> backtest(List<TimeSeries> series, int horizon) {
        var climatology = IntermittentMethods.named("climatology").orElseThrow();
        return RollingOriginBacktest.of(BacktestSettings.of(horizon, 1))
                .run(series, List.of(SlowSellers.alone(), new Solitary(SlowSellers.alone()), climatology));
    }

    /**
     * Units a day, net of what was cancelled on that day: codes of five digits with or without a letter, at least 30 days with a sale, on sale
     * since April and sold in June or later, by what was known 28 days before the end.
     */
    private static List<TimeSeries> gifts() throws IOException {
        var begin = LocalDate.of(2010, 12, 1);
        int days = (int) ChronoUnit.DAYS.between(begin, LocalDate.of(2011, 9, 1));
        var sales = new TreeMap<String, double[]>();
        var line = Pattern.compile(
                "[^,]*,(\\d{5}[A-Za-z]*),(?:\"(?:[^\"]|\"\")*\"|[^,]*),(-?\\d+),(\\d{4}-\\d\\d-\\d\\d)T.*");
        var file = SharedData.file("uci-online-retail/transactions.csv.gz");
        try (var lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            lines.lines().map(line::matcher).filter(it -> it.matches()).forEach(it -> {
                int day = (int) ChronoUnit.DAYS.between(begin, LocalDate.parse(it.group(3)));
                sales.computeIfAbsent(it.group(1), code -> new double[days])[day] += Double.parseDouble(it.group(2));
            });
        }
        return sales.entrySet().stream()
                .filter(it -> isKnownWell(it.getValue(), days))
                .map(SlowSellersOnRealSalesTest::series)
                .toList();
    }

    private static boolean isKnownWell(double[] units, int days) {
        var sold = new ArrayList<Integer>();
        for (int day = 0; day < days - 28; day++) {
            if (units[day] > 0) {
                sold.add(day);
            }
        }
        return sold.size() >= 30 && sold.get(0) < 150 && sold.get(sold.size() - 1) >= days - 90;
    }

    private static TimeSeries series(Map.Entry<String, double[]> sku) {
        var units = sku.getValue().clone();
        for (int day = 0; day < units.length; day++) {
            units[day] = Math.max(0, units[day]);
        }
        return TimeSeries.of(sku.getKey(), units);
    }
}
