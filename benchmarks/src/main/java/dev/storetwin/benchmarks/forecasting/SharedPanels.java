package dev.storetwin.benchmarks.forecasting;

import dev.storetwin.benchmarks.forecasting.Panel.Peer;
import dev.storetwin.core.forecast.ForecastMethods;
import dev.storetwin.core.forecast.intermittent.IntermittentMethods;
import dev.storetwin.core.forecast.intermittent.NightlyPlan;
import dev.storetwin.forecast.DemandForecaster;
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
            case "m4-weekly" ->
                new Panel(
                        name,
                        files.longForm("m4-weekly/train.csv.gz", "m4-weekly/test.csv.gz"),
                        WEEKS,
                        usualMethods(),
                        Optional.of(NAIVE2));
            case "carparts" ->
                slow(name, carParts().stream().filter(SharedPanels::isComplete).toList(), MONTHS);
            case "carparts-all" -> slow(name, carParts(), MONTHS);
            case "auto3000" -> slow(name, files.longForm("auto3000/demand.csv.gz"), MONTHS);
            case "uci-online-retail" -> slow(name, files.gifts("uci-online-retail/transactions.csv.gz", DAYS), DAYS);
            default ->
                throw new IllegalArgumentException("There is no set %s; one of %s is expected.".formatted(name, NAMES));
        };
    }

    private Panel slow(String name, List<TimeSeries> series, int horizon) {
        return new Panel(name, series, horizon, withDefault(IntermittentMethods.all()), Optional.empty());
    }

    private List<TimeSeries> carParts() {
        return files.longForm("carparts/sales.csv.gz");
    }

    private static boolean isComplete(TimeSeries series) {
        return IntStream.range(0, series.size()).allMatch(series::isKnown);
    }

    /** Of those for slow sellers the fast tier only, which serves all. */
    private static Map<String, DemandForecaster> usualMethods() {
        var slow = names(IntermittentMethods.all());
        var methods = withDefault(ForecastMethods.all().stream()
                .filter(it -> !slow.contains(it.name()))
                .toList());
        var fast = new NightlyPlan();
        methods.put(fast.name(), fast);
        return methods;
    }

    private static List<String> names(List<DemandForecaster> methods) {
        return methods.stream().map(DemandForecaster::name).toList();
    }

    private static Map<String, DemandForecaster> withDefault(List<DemandForecaster> others) {
        var usual = ForecastMethods.usual();
        var methods = new LinkedHashMap<String, DemandForecaster>();
        methods.put("default", usual);
        others.stream().filter(it -> !it.name().equals(usual.name())).forEach(it -> methods.put(it.name(), it));
        return methods;
    }
}
