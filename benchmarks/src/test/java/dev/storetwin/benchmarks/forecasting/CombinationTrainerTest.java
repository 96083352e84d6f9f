package dev.storetwin.benchmarks.forecasting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.storetwin.core.forecast.features.MethodWeights;
import dev.storetwin.core.forecast.features.SeriesFeatures;
import dev.storetwin.core.random.Draws;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CombinationTrainerTest {

    @TempDir
    private Path folder;

    @Test
    void the_same_arguments_write_the_same_bytes() throws IOException {
        var one = folder.resolve("one.txt");
        var other = folder.resolve("other.txt");

        CombinationTrainer.main(new String[] {one.toString(), "2026-01-31", "1.0", "12", "3"});
        CombinationTrainer.main(new String[] {other.toString(), "2026-01-31", "1.0", "12", "3"});

        assertThat(other).hasSameBinaryContentAs(one);
        assertThat(MethodWeights.parse(Files.readString(one)).provenance())
                .contains("12 made-up series of seed 3", "2026-01-31", "storetwin 1.0");
    }

    @Test
    void series_depend_on_seed_and_index_alone() {
        var series = TrainingSeries.of(Draws.of(5), 9).series();

        assertThat(TrainingSeries.of(Draws.of(5), 9).series()).isEqualTo(series);
        assertThat(TrainingSeries.of(Draws.of(6), 9).series()).isNotEqualTo(series);
        assertThat(Arrays.stream(series.values())).allMatch(it -> Double.isFinite(it) && it >= 0);
    }

    @Test
    void who_is_right_where_series_are_long_is_trusted_where_series_are_long() {
        var lessons = IntStream.range(0, 200)
                .mapToObj(it -> lesson(it, it % 2 == 0 ? 20 : 80))
                .toList();

        var weights = MethodWeights.parse(
                new CombinationLearner(List.of("ses", "theta", "ets"), 3, .001, 200).learn(lessons, ""));

        var brief = weights.weigh(features(0, 20)).orElseThrow();
        var lengthy = weights.weigh(features(1, 80)).orElseThrow();
        assertThat(brief[0]).isGreaterThan(.6);
        assertThat(lengthy[1]).isGreaterThan(.6);
        assertThat(Arrays.stream(brief).sum()).isCloseTo(1, within(1e-12));
    }

    /** The first method is right about the short, the second about the long, the third never. */
    private static Lesson lesson(int index, int length) {
        double[] right = {5, 5};
        double[] low = {3, 3};
        double[] lowish = {4, 4};
        var forecasts = length < 50 ? new double[][] {right, low, lowish} : new double[][] {low, right, lowish};
        return new Lesson(features(index, length), forecasts, right, 1);
    }

    private static SeriesFeatures features(int index, int length) {
        var draw = Draws.of(1).keyed("lesson", "series", index);
        return SeriesFeatures.of(
                IntStream.range(0, length)
                        .mapToDouble(it -> draw.nextGaussian())
                        .toArray(),
                1);
    }
}
