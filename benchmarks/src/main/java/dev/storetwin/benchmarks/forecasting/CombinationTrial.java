package dev.storetwin.benchmarks.forecasting;

import dev.storetwin.core.forecast.combination.SeasonedFit;
import dev.storetwin.core.forecast.features.MethodWeights;
import dev.storetwin.core.forecast.learned.LearnedCombination;
import dev.storetwin.core.forecast.learned.SingleMethods;
import dev.storetwin.core.random.Draws;
import dev.storetwin.forecast.TimeSeries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * The learned combination against the plain median on series that it has not learned from: the mean of both ratios of errors (sMAPE
 * and MASE), as the OWA of the M4 competition has it with the plain median as 1, with its standard error.
 *
 * <p>Usage: {@code java ... CombinationTrial WEIGHTS made-up COUNT SEED}, {@code ... WEIGHTS simulated COUNT}, or {@code ... WEIGHTS FILE
 * HORIZON SEASON CUT...}, which forecasts the end of each series after CUT periods were taken off it.
 */
public final class CombinationTrial {

    private final LearnedCombination learned;
    private final Map<String, List<Match>> matches = new LinkedHashMap<>();

    private CombinationTrial(LearnedCombination learned) {
        this.learned = learned;
    }

    public static void main(String[] arguments) throws IOException {
        var trial = new CombinationTrial(
                LearnedCombination.of(MethodWeights.parse(Files.readString(Path.of(arguments[0])))));
        int number = Integer.parseInt(arguments[2]);
        switch (arguments[1]) {
            case "made-up" -> trial.madeUp(number, Long.parseLong(arguments[3]));
            case "simulated" -> trial.simulated(number);
            default -> trial.file(arguments, number);
        }
        trial.print();
    }

    private void madeUp(int count, long seed) {
        for (int i = 0; i < count; i++) {
            var example = TrainingSeries.of(Draws.of(seed), i);
            meet(example.pace(), example.series(), example.horizon());
        }
    }

    /** Series that are made up in another way than those of the training. */
    private void simulated(int count) {
        for (var frequency : Frequency.values()) {
            var panel = frequency.panel(count);
            panel.series().forEach(it -> meet(panel.name(), it, panel.horizon()));
        }
    }

    private void file(String[] arguments, int horizon) {
        for (var series : SeriesFile.read(Path.of(arguments[1]), Integer.parseInt(arguments[3]))) {
            for (int i = 4; i < arguments.length; i++) {
                int size = series.size() - Integer.parseInt(arguments[i]);
                if (size > 3 * horizon) {
                    meet("less " + arguments[i], series.head(size), horizon);
                }
            }
        }
    }

    /** Errors of both. */
    private record Match(Errors median, Errors learned, boolean isWeighed) {}

    private record Errors(double smape, double mase) {

        static Errors of(double[] forecast, double[] actual, double scale) {
            double smape = 0;
            double mase = 0;
            for (int i = 0; i < actual.length; i++) {
                double error = Math.abs(forecast[i] - actual[i]);
                smape += 100 * error * Lesson.perSize(forecast[i], actual[i]) / actual.length;
                mase += error / scale / actual.length;
            }
            return new Errors(smape, mase);
        }
    }

    private void meet(String panel, TimeSeries series, int horizon) {
        var all = series.values();
        var past = Arrays.copyOf(all, all.length - horizon);
        var actual = Arrays.copyOfRange(all, past.length, all.length);
        double scale = Lesson.scale(past, series.seasonality().shortest());
        var seasoned = SeasonedFit.of(past, series.seasonality());
        var choice = learned.fit(seasoned, past);
        var match = new Match(
                Errors.of(seasoned.median(SingleMethods.combined()).means(horizon), actual, scale),
                Errors.of(choice.method().means(horizon), actual, scale),
                choice.isWeighed());
        matches.computeIfAbsent(panel, it -> new ArrayList<>()).add(match);
    }

    private void print() {
        var all = new ArrayList<Double>();
        matches.forEach((panel, met) -> {
            var differences = differences(met);
            all.addAll(differences);
            print(panel, differences, met);
        });
        print("all", all, matches.values().stream().flatMap(List::stream).toList());
    }

    /** Of the errors, learned less median, by series; in units of the median's mean errors. */
    private static List<Double> differences(List<Match> matches) {
        double smape = mean(matches, it -> it.median().smape());
        double mase = mean(matches, it -> it.median().mase());
        return matches.stream()
                .map(it -> ((it.learned().smape() - it.median().smape()) / smape
                                + (it.learned().mase() - it.median().mase()) / mase)
                        / 2)
                .toList();
    }

    private static double mean(List<Match> matches, ToDoubleFunction<Match> number) {
        return matches.stream().mapToDouble(number).average().orElse(1);
    }

    private static void print(String panel, List<Double> differences, List<Match> matches) {
        double mean = differences.stream().mapToDouble(it -> it).average().orElse(0);
        double variance = differences.stream()
                .mapToDouble(it -> (it - mean) * (it - mean))
                .average()
                .orElse(0);
        System.out.println(String.format(
                Locale.ROOT,
                "%-26s %5d series  %5.1f %% weighed  learned OWA %.4f  standard error %.4f",
                panel,
                matches.size(),
                100 * mean(matches, it -> it.isWeighed() ? 1 : 0),
                1 + mean,
                Math.sqrt(variance / matches.size())));
    }
}
