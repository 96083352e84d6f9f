package dev.storetwin.benchmarks.forecasting;

import dev.storetwin.core.forecast.backtest.RollingOriginBacktest;
import dev.storetwin.forecast.BacktestResult;
import dev.storetwin.forecast.BacktestSettings;
import dev.storetwin.forecast.Progress;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;

/**
 * How well methods foretell series that they have not seen the end of.
 *
 * <p>Usage: {@code java ... ForecastAccuracy FOLDER [SET...]} judges on real series of a folder of data sets, all sets unless some are
 * named; {@code SET=METHOD,METHOD} leaves out other methods. {@code java ... ForecastAccuracy synthetic [SERIES]} needs no folder: it
 * judges on so many simulated series of each frequency.
 */
public final class ForecastAccuracy {

    private static final int SIMULATED = 112;
    private static final String HEAD = String.format(
            "%-26s %8s %8s %8s %8s %8s %8s %8s %8s",
            "", "sMAPE", "MASE", "OWA", "RMSSE", "SPL", "bias %", "in 95 %", "CPU s");

    private ForecastAccuracy() {}

    public static void main(String[] arguments) {
        if (arguments.length == 0) {
            throw new IllegalArgumentException("Which series? The folder of data sets is expected, or: synthetic");
        }
        var rest = List.of(arguments).subList(1, arguments.length);
        if (arguments[0].equals("synthetic")) {
            int count = rest.isEmpty() ? SIMULATED : Integer.parseInt(rest.get(0));
            Arrays.stream(Frequency.values()).map(it -> it.panel(count)).forEach(ForecastAccuracy::judge);
        } else {
            var panels = new SharedPanels(Path.of(arguments[0]));
            (rest.isEmpty() ? SharedPanels.NAMES : rest).forEach(set -> judge(chosen(panels, set)));
        }
    }

    private static Panel chosen(SharedPanels panels, String set) {
        var parts = set.split("=", 2);
        var panel = panels.named(parts[0]);
        return parts.length == 1 ? panel : panel.withMethods(List.of(parts[1].split(",")));
    }

    private static void judge(Panel panel) {
        System.out.printf(
                "%n%s: %d series, %d periods%n%s%n",
                panel.name(), panel.series().size(), panel.horizon(), HEAD);
        var results = results(panel);
        int row = 0;
        for (var label : panel.methods().keySet()) {
            System.out.println(line(label, results.get(row++), panel));
        }
    }

    /** The table is the same with any number of threads, but for the CPU seconds. */
    static List<BacktestResult> results(Panel panel) {
        var threads = ManagementFactory.getThreadMXBean();
        var executor = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try {
            return new RollingOriginBacktest(
                            BacktestSettings.of(panel.horizon(), 1),
                            executor,
                            Progress.NONE,
                            threads::getCurrentThreadCpuTime)
                    .run(panel.series(), List.copyOf(panel.methods().values()));
        } finally {
            executor.shutdown();
        }
    }

    static String line(String label, BacktestResult result, Panel panel) {
        return String.format(
                Locale.ROOT,
                "%-26s %8.3f %8.4f %8s %8.4f %8.4f %8.1f %8.1f %8.1f",
                label,
                result.smape(),
                result.mase(),
                panel.peer()
                        .map(it -> String.format(Locale.ROOT, "%.4f", it.owa(result.smape(), result.mase())))
                        .orElse(""),
                result.rmsse(),
                result.spl(),
                100 * result.bias(),
                100 * result.coverage95(),
                result.cpuSeconds());
    }
}
