package dev.storetwin.benchmarks.forecasting;

import dev.storetwin.core.forecast.features.MethodWeights;
import dev.storetwin.core.forecast.learned.SingleMethods;
import dev.storetwin.core.forecast.method.MethodFitter;
import dev.storetwin.core.random.Draws;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Learns the weights of the learned combination, offline: makes series up, hides the end of each, lets every method forecast it, and
 * writes the weights under which the combination would have been least wrong.
 *
 * <p>Usage: {@code java ... CombinationTrainer OUTPUT DATE VERSION [COUNT] [SEED] [FILE HORIZON SEASON]...}; 3,200 series of seed 11
 * unless given. DATE and VERSION go into the provenance. A FILE (gzip, columns series, index, value) adds series of its own, without
 * the last horizon. The same arguments write the same bytes.
 */
public final class CombinationTrainer {

    private static final List<String> METHODS =
            List.of("ets", "arima", "ces", "dotm", "theta", "ses", "holt", "naive", "seasonal-naive", "mean");
    private static final int YARDSTICKS = SingleMethods.combined().size();
    private static final double RIDGE = .01;
    private static final int ROUNDS = 300;

    private CombinationTrainer() {}

    public static void main(String[] arguments) throws IOException {
        var output = Path.of(arguments[0]);
        int count = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 3_200;
        long seed = arguments.length > 4 ? Long.parseLong(arguments[4]) : 11;
        var lessons = new ArrayList<>(lessons(seed, count));
        var origin = new StringBuilder("%,d made-up series of seed %d".formatted(count, seed));
        for (int i = 5; i + 2 < arguments.length; i += 3) {
            var file = Path.of(arguments[i]);
            lessons.addAll(lessons(file, Integer.parseInt(arguments[i + 1]), Integer.parseInt(arguments[i + 2])));
            origin.append(" and the series of ").append(file.getFileName());
        }
        var provenance = "%s; ridge %s, %d rounds; %s, storetwin %s"
                .formatted(origin, RIDGE, ROUNDS, arguments[1], arguments[2]);
        var text = train(lessons, provenance);
        Files.writeString(output, text);
        System.out.println("%s: %s".formatted(output, MethodWeights.parse(text).provenance()));
    }

    /** Weights as a text. */
    static String train(List<Lesson> lessons, String provenance) {
        return new CombinationLearner(METHODS, YARDSTICKS, RIDGE, ROUNDS).learn(lessons, provenance);
    }

    /** Of series that are made up; each depends on the seed and its index alone. */
    static List<Lesson> lessons(long seed, int count) {
        return IntStream.range(0, count)
                .mapToObj(it -> TrainingSeries.of(Draws.of(seed), it))
                .map(it -> Lesson.of(it.series(), it.horizon(), methods()))
                .toList();
    }

    private static List<Lesson> lessons(Path file, int horizon, int season) {
        return SeriesFile.read(file, season).stream()
                .filter(it -> it.size() > 3 * horizon)
                .map(it -> Lesson.of(it, horizon, methods()))
                .toList();
    }

    private static List<MethodFitter> methods() {
        return METHODS.stream().map(it -> SingleMethods.named(it).orElseThrow()).toList();
    }
}
