package dev.storetwin.core.pricing.elasticity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/** The rows of one series as they came. */
final class RowStore {

    private final String series;
    private final String group;
    private final int controls;
    private final List<String> stores = new ArrayList<>();
    private final TreeMap<String, String> names = new TreeMap<>();
    private long[] periods = new long[8];
    private double[][] numbers;
    private int size;

    RowStore(String series, String group, int controls) {
        this.series = series;
        this.group = group;
        this.controls = controls;
        this.numbers = new double[3 + controls][8];
    }

    void add(String group, String store, long period, double price, double units, double cost, double[] more) {
        if (!group.equals(this.group)) {
            throw new IllegalArgumentException("""
                    Series %s is of the groups '%s' and '%s'; one is expected.
                    Maybe the group belongs into the name of the series.""".formatted(series, this.group, group));
        }
        if (size == periods.length) {
            periods = Arrays.copyOf(periods, size * 2);
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = Arrays.copyOf(numbers[i], size * 2);
            }
        }
        stores.add(names.computeIfAbsent(store, it -> it));
        periods[size] = period;
        numbers[0][size] = price;
        numbers[1][size] = units;
        numbers[2][size] = cost;
        for (int i = 0; i < controls; i++) {
            numbers[3 + i][size] = more[i];
        }
        size++;
    }

    /** By store, then period; of rows that are the same in everything one stays. */
    PricedSeries sorted() {
        var order = new ArrayList<Integer>();
        for (int row = 0; row < size; row++) {
            order.add(row);
        }
        order.sort(Comparator.comparing((Integer row) -> stores.get(row))
                .thenComparingLong(row -> periods[row])
                .thenComparing(this::compareNumbers));
        var kept = new ArrayList<Integer>();
        for (int row : order) {
            if (kept.isEmpty() || !isSame(kept.get(kept.size() - 1), row)) {
                kept.add(row);
            }
        }
        return ordered(kept.stream().mapToInt(Integer::intValue).toArray());
    }

    private int compareNumbers(int one, int other) {
        for (var column : numbers) {
            int compared = Double.compare(column[one], column[other]);
            if (compared != 0) {
                return compared;
            }
        }
        return 0;
    }

    private boolean isSame(int one, int other) {
        return stores.get(one).equals(stores.get(other))
                && periods[one] == periods[other]
                && compareNumbers(one, other) == 0;
    }

    private PricedSeries ordered(int[] order) {
        var items = new int[order.length];
        for (int i = 1; i < order.length; i++) {
            items[i] = items[i - 1] + (stores.get(order[i]).equals(stores.get(order[i - 1])) ? 0 : 1);
        }
        var sorted = new double[numbers.length][];
        for (int i = 0; i < numbers.length; i++) {
            var column = numbers[i];
            sorted[i] = Arrays.stream(order).mapToDouble(row -> column[row]).toArray();
        }
        return new PricedSeries(
                series,
                group,
                items,
                Arrays.stream(order).mapToLong(row -> periods[row]).toArray(),
                sorted[0],
                sorted[1],
                sorted[2],
                Arrays.copyOfRange(sorted, 3, sorted.length),
                List.of());
    }
}
