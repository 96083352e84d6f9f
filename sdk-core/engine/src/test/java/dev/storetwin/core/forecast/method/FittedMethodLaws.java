package dev.storetwin.core.forecast.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.DoubleStream;

/** What holds for every fitted method, whatever it fits. */
public final class FittedMethodLaws {

    private static final int HORIZON = 30;

    private FittedMethodLaws() {}

    /** Going back and seeing the same again changes nothing. */
    public static void timeGoesBothWays(FittedMethod whole, double[] values, int back) {
        FittedMethod again = whole.upTo(back);
        for (int i = back; i < values.length; i++) {
            again = again.append(values[i]);
        }
        assertThat(again.size()).isEqualTo(whole.size());
        assertThat(again.means(HORIZON)).isEqualTo(whole.means(HORIZON));
        assertThat(again.deviations(HORIZON)).isEqualTo(whole.deviations(HORIZON));
        assertThat(again.fitted()).isEqualTo(whole.fitted());
    }

    /** The past is forecast as it was from there. */
    public static void fittedIsWhatWasForecast(FittedMethod whole) {
        var fitted = whole.fitted();
        for (int i = 1; i < whole.size(); i++) {
            if (!Double.isNaN(fitted[i])) {
                assertThat(whole.upTo(i).means(1)[0]).isEqualTo(fitted[i]);
            }
        }
    }

    /** A period of which nothing is known is no surprise: the forecasts after it are those from before it. */
    public static void theUnknownIsNoSurprise(FittedMethod fitted) {
        var before = fitted.means(HORIZON + 1);
        var after = fitted.append(Double.NaN).means(HORIZON);
        for (int i = 0; i < HORIZON; i++) {
            assertThat(after[i]).isEqualTo(before[i + 1], within(1e-9 * (1 + Math.abs(before[i + 1]))));
        }
    }

    /** A variance is one plus the squares of what a single surprise leaves in the later forecasts, for each surprise to come. */
    public static void deviationsAddUpSurprises(FittedMethod fitted, int horizon) {
        double one = fitted.deviations(1)[0];
        double sum = 1;
        for (int origin = 0; origin < horizon - 1; origin++) {
            FittedMethod undisturbed = fitted;
            for (int i = 0; i < origin; i++) {
                undisturbed = undisturbed.append(Double.NaN);
            }
            double expected = undisturbed.means(1)[0];
            int later = horizon - origin - 1;
            double response = undisturbed.append(expected + one).means(later)[later - 1]
                    - undisturbed.append(expected).means(later)[later - 1];
            sum += response * response / (one * one);
        }
        assertThat(fitted.deviations(horizon)[horizon - 1]).isEqualTo(one * Math.sqrt(sum), within(1e-6 * one));
    }

    public static void answersAreFinite(FittedMethod fitted) {
        assertThat(Arrays.stream(fitted.means(HORIZON))).hasSize(HORIZON).allMatch(Double::isFinite);
        assertThat(Arrays.stream(fitted.deviations(HORIZON)))
                .hasSize(HORIZON)
                .allMatch(it -> Double.isFinite(it) && it >= 0);
        assertThat(Arrays.stream(fitted.fitted())).hasSize(fitted.size()).noneMatch(it -> Double.isInfinite(it));
        assertThat(Arrays.stream(fitted.append(3).append(Double.NaN).means(HORIZON)))
                .allMatch(Double::isFinite);
        assertThat(fitted.settings()).isNotEmpty();
    }

    /** Answers for every history, however little it says. */
    public static void everyHistoryHasAnAnswer(Function<double[], FittedMethod> method) {
        for (var history : degenerateHistories()) {
            var fitted = method.apply(history);

            assertThat(fitted.size()).isEqualTo(history.length);
            answersAreFinite(fitted);
        }
    }

    private static List<double[]> degenerateHistories() {
        var ramp = DoubleStream.iterate(1, it -> it + 1).limit(60).toArray();
        var gaps = DoubleStream.iterate(1, it -> it + 1).limit(60).map(it -> it % 5 == 0 ? it : Double.NaN);
        var late = DoubleStream.iterate(0, it -> it + 1).limit(60).map(it -> it < 58 ? Double.NaN : it);
        var jump = DoubleStream.iterate(0, it -> it + 1).limit(60).map(it -> it < 30 ? 1e-12 : 1e15);
        var doubling = DoubleStream.iterate(1, it -> 2 * it).limit(50).toArray();
        var histories = new ArrayList<double[]>(List.of(new double[0], new double[] {7}, new double[] {7, 9}));
        histories.add(new double[40]);
        histories.add(filled(40, Double.NaN));
        histories.add(filled(40, 12.5));
        histories.add(filled(40, -1e15));
        histories.add(scaled(ramp, 1e15));
        histories.add(scaled(ramp, 1e-12));
        histories.add(scaled(ramp, -1));
        histories.add(doubling);
        histories.add(gaps.toArray());
        histories.add(late.toArray());
        histories.add(jump.toArray());
        histories.add(DoubleStream.iterate(0, it -> it + 1)
                .limit(20_000)
                .map(it -> it % 97)
                .toArray());
        for (int size = 3; size < 30; size++) {
            histories.add(Arrays.copyOf(new double[] {5, 1, 4, 9, 2, 6, 5, 3, 5, 8, 9, 7, 9, 3, 2, 3}, size));
        }
        return histories;
    }

    private static double[] filled(int size, double value) {
        var values = new double[size];
        Arrays.fill(values, value);
        return values;
    }

    public static double[] scaled(double[] values, double factor) {
        return Arrays.stream(values).map(it -> it * factor).toArray();
    }
}
