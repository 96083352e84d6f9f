package dev.storetwin.benchmarks.replenishment;

import dev.storetwin.core.inventory.WeeklyReplenishment;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Costs of the weekly replenishment against the seasonal moving average, window by window.
 *
 * <p>Usage: {@code java ... ReplenishmentBacktest FOLDER} with {@code sales.csv.gz}, {@code in_stock.csv.gz} and
 * {@code master.csv.gz}.
 */
public final class ReplenishmentBacktest {

    private static final int FIRST_START = 80;
    private static final int STRIDE = 5;

    private ReplenishmentBacktest() {}

    /**
     * One window.
     *
     * @param start     index of its first week
     * @param reference cost of the seasonal moving average
     * @param own       cost of the library's policy
     */
    record Window(int start, double reference, double own) {

        double saving() {
            return 1 - own / reference;
        }
    }

    /**
     * All windows together.
     *
     * @param saving      mean cost against mean cost of the reference
     * @param meanSaving  mean over windows
     * @param lowerSaving the mean less 1.96 standard errors
     */
    record Summary(double reference, double own, double saving, double meanSaving, double lowerSaving) {

        static Summary of(List<Window> windows) {
            double reference =
                    windows.stream().mapToDouble(Window::reference).average().orElseThrow();
            double own = windows.stream().mapToDouble(Window::own).average().orElseThrow();
            double mean = windows.stream().mapToDouble(Window::saving).average().orElseThrow();
            double squares = windows.stream()
                    .mapToDouble(it -> (it.saving() - mean) * (it.saving() - mean))
                    .sum();
            double error = Math.sqrt(squares / (windows.size() - 1) / windows.size());
            return new Summary(reference, own, 1 - own / reference, mean, mean - 1.96 * error);
        }
    }

    static List<Window> run(WeeklyPanel panel, WeeklyReplenishment replenishment) {
        var game = new WeeklyGame(panel);
        var policy = new LeastCost(replenishment);
        var windows = new ArrayList<Window>();
        for (int start = FIRST_START; start <= game.lastStart(); start += STRIDE) {
            windows.add(new Window(start, game.cost(start, new SeasonalAverage()), game.cost(start, policy)));
        }
        return windows;
    }

    public static void main(String[] arguments) throws IOException {
        var windows = run(WeeklyPanel.read(Path.of(arguments[0])), WeeklyReplenishment.of(2, .2, 1));
        for (var window : windows) {
            print(
                    "week %3d  reference %8.1f  own %8.1f  saving %5.1f %%",
                    window.start(), window.reference(), window.own(), 100 * window.saving());
        }
        var summary = Summary.of(windows);
        print(
                "mean      reference %8.1f  own %8.1f  saving %5.1f %%",
                summary.reference(), summary.own(), 100 * summary.saving());
        print(
                "saving per window %.1f %%, at least %.1f %% (95 %%)",
                100 * summary.meanSaving(), 100 * summary.lowerSaving());
    }

    private static void print(String line, Object... values) {
        System.out.println(String.format(Locale.ROOT, line, values));
    }
}
