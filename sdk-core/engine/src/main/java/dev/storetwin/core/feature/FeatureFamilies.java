package dev.storetwin.core.feature;

import dev.storetwin.feature.Feature;
import dev.storetwin.feature.FeatureKernel;
import dev.storetwin.feature.Features;
import dev.storetwin.feature.Grain;
import dev.storetwin.feature.Measure;
import dev.storetwin.feature.Window;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Collects the features of one grain, family by family: a measure, its windows, and what each window comes to.
 *
 * <p>Names read {@code prefix_measure_statistic_28d}, so whoever knows one knows them all.
 */
final class FeatureFamilies {

    /** Returns reach the shop's books a day late. */
    static final Duration RETURNS_KNOWN_AFTER = Duration.ofDays(1);

    private final Grain grain;
    private final String prefix;
    private final List<Feature> features = new ArrayList<>();

    /**
     * @param prefix of every name; empty for SKUs
     */
    FeatureFamilies(Grain grain, String prefix) {
        this.grain = grain;
        this.prefix = prefix;
    }

    String named(String name) {
        return prefix + name;
    }

    List<Feature> features() {
        return List.copyOf(features);
    }

    static String word(Measure measure) {
        return measure.name().toLowerCase(Locale.ROOT);
    }

    private static Duration delay(Measure measure) {
        return measure == Measure.RETURNED ? RETURNS_KNOWN_AFTER : Duration.ZERO;
    }

    /** Every statistic of a measure over every window. */
    FeatureFamilies statistics(Measure measure, String what, List<Statistic> statistics, int... windows) {
        for (var statistic : statistics) {
            for (int days : windows) {
                add(
                        Features.define(prefix + word(measure) + "_" + statistic.word() + "_" + days + "d")
                                .unit(statistic.unit(measure.unit()))
                                .window(Window.of(days))
                                .knownAfter(delay(measure))
                                .with("measure", measure)
                                .with("statistic", statistic)
                                .meaning(statistic.meaning(what, days)),
                        "statistic",
                        Kernels.statistic(measure, statistic));
            }
        }
        return this;
    }

    /** One sum over another. */
    FeatureFamilies ratios(String name, Measure over, Measure under, String meaning, String whenNone, int... windows) {
        for (int days : windows) {
            add(
                    Features.define(prefix + name + "_" + days + "d")
                            .unit(over.unit().equals(under.unit()) ? "share" : over.unit() + "/" + under.unit())
                            .window(Window.of(days))
                            .knownAfter(delay(over))
                            .with("over", over)
                            .with("under", under)
                            .meaning(meaning + ", over the last %d whole days.".formatted(days)),
                    "ratio",
                    Kernels.ratio(over, under, whenNone));
        }
        return this;
    }

    /** The newest days against as many before them, or more. */
    FeatureFamilies trend(Measure measure, String what, int recent, int earlier) {
        return add(
                Features.define("%s%s_trend_%dd_%dd".formatted(prefix, word(measure), recent, earlier))
                        .unit("-1..1")
                        .window(Window.of(recent + earlier))
                        .knownAfter(delay(measure))
                        .with("measure", measure)
                        .with("recent", recent)
                        .meaning(
                                "%s per day: the last %d whole days against the %d before, from -1 (stopped) to 1 (begun)."
                                        .formatted(what, recent, earlier)),
                "trend",
                Kernels.trend(measure, recent));
    }

    /** The same days a year ago: of whole weeks, so that weekdays agree. */
    FeatureFamilies lastYear(Measure measure, String what, int days, int ahead) {
        var name = ahead > 0 ? "%s%s_next_%dd_last_year" : "%s%s_%dd_last_year";
        return add(
                Features.define(name.formatted(prefix, word(measure), days))
                        .unit(measure.unit())
                        .window(Window.of(days).before(364 - ahead))
                        .with("measure", measure)
                        .with("statistic", Statistic.SUM)
                        .meaning("%s in the %d days that %s this day 52 weeks ago."
                                .formatted(what, days, ahead > 0 ? "began with" : "ended before")),
                "statistic",
                Kernels.statistic(measure, Statistic.SUM));
    }

    /** One feature of its own kind. */
    FeatureFamilies add(Features feature, String kernel, FeatureKernel computed) {
        features.add(feature.about(grain).computedBy(kernel, computed));
        return this;
    }
}
