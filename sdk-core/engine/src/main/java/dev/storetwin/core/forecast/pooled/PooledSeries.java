package dev.storetwin.core.forecast.pooled;

import dev.storetwin.forecast.TimeSeries;
import java.util.List;

/**
 * A weekly series and the groups that it belongs to.
 *
 * @param history with dates
 * @param groups  from coarse to fine, such as department and product group; as many for every series
 */
public record PooledSeries(TimeSeries history, List<String> groups) {

    public PooledSeries {
        groups = List.copyOf(groups);
        if (history.calendar().isEmpty()) {
            throw new IllegalArgumentException(
                    "Series %s needs dates: weeks of the year are compared.".formatted(history.name()));
        }
    }
}
