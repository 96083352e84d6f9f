package dev.storetwin.core.inventory.policy;

import dev.storetwin.forecast.TimeSeries;
import java.util.List;

/**
 * Things that are ordered together, with histories of the same periods.
 *
 * @param items in the order in which orders are answered
 */
public record ReplayPanel(List<ReplayItem> items) {

    public ReplayPanel {
        items = List.copyOf(items);
        if (items.isEmpty()) {
            throw new IllegalArgumentException("There is nothing to order.\nMaybe all items were filtered out.");
        }
        int periods = items.get(0).sales().size();
        for (var item : items) {
            if (item.sales().size() != periods
                    || !item.sales().calendar().equals(items.get(0).sales().calendar())) {
                throw new IllegalArgumentException(
                        """
                        Series %s has other periods than %s; the same for all are expected.
                        Maybe it began later: fill up what is missing with NaN.""".formatted(item.sales(), items.get(0).sales()));
            }
        }
    }

    public int size() {
        return items.size();
    }

    public int periods() {
        return items.get(0).sales().size();
    }

    public int longestLead() {
        return items.stream().mapToInt(it -> it.terms().lead()).max().orElseThrow();
    }

    /** All that was known before a period: no value of it or of a later one is in what this hands out. */
    List<TimeSeries> knownBefore(int period) {
        return items.stream().map(it -> it.sales().head(period)).toList();
    }

    /** The same things as they were known before a period. */
    public ReplayPanel head(int period) {
        return new ReplayPanel(items.stream()
                .map(it -> new ReplayItem(it.sales().head(period), it.groups(), it.terms()))
                .toList());
    }
}
