package dev.storetwin.core.pricing.elasticity;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The elasticities of a panel.
 *
 * @param series one answer per series, in the order in which they were added
 * @param groups one answer per group by name, then one for all series, which is called {@code group:*}
 */
public record ElasticityStudy(List<ElasticityAnswer> series, List<ElasticityAnswer> groups) {

    /** What the names of groups begin with, and the names of series do not. */
    public static final String GROUP = "group:";

    /** The name of all series together. */
    public static final String ALL = GROUP + "*";

    public ElasticityStudy {
        series = List.copyOf(series);
        groups = List.copyOf(groups);
    }

    /** The answer on a series, or on a group by its name with {@code group:} before it. */
    public Optional<ElasticityAnswer> of(String name) {
        return Stream.concat(series.stream(), groups.stream())
                .filter(it -> it.name().equals(name))
                .findFirst();
    }

    /** All answers by name, groups among them. */
    public Map<String, ElasticityAnswer> byName() {
        var byName = new TreeMap<String, ElasticityAnswer>();
        series.forEach(it -> byName.put(it.name(), it));
        groups.forEach(it -> byName.put(it.name(), it));
        return byName;
    }
}
