package dev.storetwin.feature;

import java.time.Duration;
import java.util.TreeMap;

/**
 * Makes features, a few lines each:
 *
 * <pre>{@code
 * Feature weekend = Features.define("best_day_28d")
 *         .about(Grain.SKU)
 *         .unit("units")
 *         .window(Window.of(28))
 *         .meaning("Units of the best of the last 28 whole days.")
 *         .computedBy("best-day", reading -> reading.daily(Measure.UNITS).max());
 * }</pre>
 */
public final class Features {

    /** Id of the computation of every feature that is published, not computed. */
    public static final String PUBLISHED = "published";

    private static final Duration TWO_DAYS = Duration.ofDays(2);

    private final String name;
    private final TreeMap<String, String> parameters = new TreeMap<>();
    private int version = 1;
    private Grain grain = Grain.SKU;
    private String unit = "1";
    private Window window = Window.NOW;
    private Duration freshness = TWO_DAYS;
    private Duration delay = Duration.ZERO;
    private FeatureDefault whenMissing = FeatureDefault.MISSING;
    private String meaning = "";

    private Features(String name) {
        this.name = name;
    }

    /** Of a SKU and of the moment, version 1, fresh for two days, known at once and missing when unknown: unless said otherwise. */
    public static Features define(String name) {
        return new Features(name);
    }

    public Features about(Grain what) {
        grain = what;
        return this;
    }

    public Features version(int number) {
        version = number;
        return this;
    }

    public Features unit(String name) {
        unit = name;
        return this;
    }

    public Features window(Window days) {
        window = days;
        return this;
    }

    /** How old a value may be before it counts as stale. */
    public Features freshFor(Duration age) {
        freshness = age;
        return this;
    }

    /** How long after it happened the shop reliably knows of what is counted. */
    public Features knownAfter(Duration time) {
        delay = time;
        return this;
    }

    public Features orElse(double value) {
        whenMissing = FeatureDefault.of(value);
        return this;
    }

    /** A setting of the computation; part of the version by content. */
    public Features with(String parameter, Object value) {
        parameters.put(parameter, value.toString());
        return this;
    }

    public Features meaning(String sentence) {
        meaning = sentence;
        return this;
    }

    /**
     * The feature, with its computation.
     *
     * @param id of the computation; another computation needs another id or another version
     */
    public Feature computedBy(String id, FeatureKernel kernel) {
        var definition = new FeatureDefinition(
                name, version, grain, unit, window, freshness, delay, whenMissing, id, parameters, meaning);
        return new Feature(definition, kernel);
    }

    /** A number that another room publishes under this name. */
    public Feature published() {
        return computedBy(PUBLISHED, reading -> {
            var value = reading.published(name);
            return value.isPresent() ? value.getAsDouble() : reading.missing("nobody has published it");
        });
    }
}
