package dev.storetwin.benchmarks.forecasting;

import dev.storetwin.benchmarks.forecasting.Panel.Peer;
import dev.storetwin.core.forecast.ForecastMethods;
import dev.storetwin.core.forecast.intermittent.IntermittentMethods;
import dev.storetwin.core.forecast.intermittent.SlowSellers;
import dev.storetwin.forecast.PanelForecaster;
import dev.storetwin.forecast.TimeSeries;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Panels of real series, out of a folder of data sets. */
final class SharedPanels {

    static final List<String> NAMES = List.of("m4-weekly", "carparts", "carparts-all", "auto3000", "uci-online-retail");

    private static final int MONTHS = 6;
    private static final int DAYS = 28;
    private static final int WEEKS = 13;
    /** Naive2 on the competition's weekly series, as published with them. */
    private static final Peer NAIVE2 = new Peer(9.161, 2.777);

    private final SalesFiles files;

    SharedPanels(Path folder) {
        this.files = new SalesFiles(folder);
    }

    /** By its name: {@code carparts} has the parts without gaps only, {@code carparts-all} all of them. */
    Panel named(String name) {
        return switch (name) {
            case "m4-weekly" -> new Panel(
                    name,
                    files.longForm("m4-weekly/train.csv.gz", "m4-weekly/test.csv.gz"),
                    WEEKS,
                    usualMethods(),
                    Optional.of(NAIVE2));
            case "carparts" -> slow(name, carParts().stream().filter(SharedPanels::isComplete).toList(), MONTHS);
            case "carparts-all" -> slow(name, carParts(), MONTHS);
            case "auto3000" -> slow(name, files.longForm("auto3000/demand.csv.gz"), MONTHS);
            case "uci-online-retail" -> slow(
                    name, files.gifts("uci-online-retail/transactions.csv.gz", DAYS), DAYS);
            default -> throw new IllegalArgumentException(
                    "There is no set %s; one of %s is expected.".formatted(name, NAMES));
        };
    }

    private Panel slow(String name, List<TimeSeries> series, int horizon) {
        return new Panel(name, series, horizon, slowMethods(series, horizon), Optional.empty());
    }

    private List<TimeSeries> carParts() {
        return files.longForm("carparts/sales.csv.gz");
    }

    private static boolean isComplete(TimeSeries series) {
        return IntStream.range(0, series.size()).allMatch(series::isKnown);
    }

    static Map<String, PanelForecaster> usualMethods() {
        var methods = new LinkedHashMap<String, PanelForecaster>();
        methods.put("default", ForecastMethods.usual());
        add(methods, ForecastMethods.all());
        return methods;
    }

    /** Slow sellers among their peers see of these what is known before the horizon. */
    private static Map<String, PanelForecaster> slowMethods(List<TimeSeries> series, int horizon) {
        var past = series.stream().map(it -> it.head(it.size() - horizon)).toList();
        var methods = new LinkedHashMap<String, PanelForecaster>();
        methods.put("default", ForecastMethods.usual());
        methods.put("slow-sellers among peers", SlowSellers.among(past, horizon));
        add(methods, IntermittentMethods.all());
        return methods;
    }

    private static void add(Map<String, PanelForecaster> methods, List<? extends PanelForecaster> others) {
        others.forEach(it -> methods.putIfAbsent(it.name(), it));
    }
}
