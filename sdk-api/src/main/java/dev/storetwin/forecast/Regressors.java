package dev.storetwin.forecast;

import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Named columns of numbers that go along with a series and may explain it: its price, whether it was promoted, the weather. Immutable.
 *
 * <p>A column counts periods as its series does and goes on after the last sale as far as it is planned or known: the price of next
 * week, the promotion of the week after. {@code NaN} is unknown, and so is everything beyond a column's end.
 */
public final class Regressors {

    /** Name of the column that holds the price of a unit. */
    public static final String PRICE = "price";

    /** Name of the column that says whether, or how strongly, a period was promoted: 0 for not at all. */
    public static final String PROMOTION = "promo";

    public static final Regressors NONE = new Regressors(new TreeMap<>());

    private final SortedMap<String, double[]> columns;

    private Regressors(SortedMap<String, double[]> columns) {
        this.columns = columns;
    }

    /** One column, oldest period first. */
    public static Regressors of(String name, double... values) {
        return NONE.with(name, values);
    }

    /** One column more, or another in place of the one of that name. */
    public Regressors with(String name, double... values) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("A regressor needs a name.");
        }
        for (int i = 0; i < values.length; i++) {
            checkNotInfinite(name, i, values[i]);
        }
        var more = new TreeMap<>(columns);
        more.put(name, values.clone());
        return new Regressors(more);
    }

    public boolean isEmpty() {
        return columns.isEmpty();
    }

    /** In alphabetical order. */
    public List<String> names() {
        return List.copyOf(columns.keySet());
    }

    public boolean has(String name) {
        return columns.containsKey(name);
    }

    /** How many periods a column covers; 0 when there is none of that name. */
    public int size(String name) {
        return find(name).length;
    }

    /** {@code NaN} when unknown, beyond the end of the column, or without such a column. */
    public double value(String name, int index) {
        var column = find(name);
        return index < column.length ? column[index] : Double.NaN;
    }

    /** A copy of the first periods, filled up with {@code NaN} where the column ends earlier. */
    public double[] column(String name, int size) {
        var column = find(name);
        var copy = Arrays.copyOf(column, size);
        Arrays.fill(copy, Math.min(size, column.length), size, Double.NaN);
        return copy;
    }

    /** Live array, for this class alone. */
    private double[] find(String name) {
        var column = columns.get(name);
        return column == null ? new double[0] : column;
    }

    private static void checkNotInfinite(String name, int index, double value) {
        if (Double.isInfinite(value)) {
            throw new IllegalArgumentException("""
                    Regressor %s has an infinite value at period %d; a finite number is expected, or NaN for unknown.
                    Maybe it was divided by zero on the way.""".formatted(name, index + 1));
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Regressors that
                && names().equals(that.names())
                && names().stream().allMatch(name -> Arrays.equals(find(name), that.find(name)));
    }

    @Override
    public int hashCode() {
        int hash = 1;
        for (var column : columns.entrySet()) {
            hash = 31 * hash + column.getKey().hashCode();
            hash = 31 * hash + Arrays.hashCode(column.getValue());
        }
        return hash;
    }

    @Override
    public String toString() {
        return "Regressors %s".formatted(names());
    }
}
