package dev.storetwin.core.pricing.elasticity;

import dev.storetwin.core.pricing.elasticity.PanelColumn.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** One series, made ready to be estimated: logarithms, prices of others, and what cannot be used left out. */
final class SeriesCase {

    private static final double SAME_PRICE = 1e-4;
    private static final double SMALL_MEAN = 30;

    private final PricedSeries series;
    private final double[] logUnits;
    private final double[] logPrices;
    private final double[][] controls;
    private final boolean counted;
    private final List<String> remarks;

    private SeriesCase(PricedSeries series, List<PanelColumn> columns) {
        this.series = series;
        this.remarks = new ArrayList<>(series.remarks());
        this.counted = isCounted(series.units());
        double lift = counted ? .5 : 0;
        this.logUnits = Arrays.stream(series.units())
                .map(it -> StrictMath.log(it + lift))
                .toArray();
        this.logPrices = Arrays.stream(series.prices()).map(StrictMath::log).toArray();
        this.controls = new double[columns.size()][];
        for (int i = 0; i < controls.length; i++) {
            controls[i] = control(columns.get(i), series.controls()[i]);
        }
    }

    static SeriesCase of(PricedSeries series, List<PanelColumn> columns) {
        return new SeriesCase(series.sound(), columns);
    }

    /** Zeros have no logarithm, and small counts scatter more than their logarithms show. */
    private static boolean isCounted(double[] units) {
        boolean whole = Arrays.stream(units).allMatch(it -> it == Math.rint(it));
        double mean = Arrays.stream(units).average().orElse(0);
        return Arrays.stream(units).anyMatch(it -> it == 0) || (whole && mean < SMALL_MEAN);
    }

    private double[] control(PanelColumn column, double[] given) {
        var numbers = given.clone();
        if (column.kind() == Kind.PRICE) {
            for (int row = 0; row < numbers.length; row++) {
                numbers[row] = numbers[row] > 0 ? StrictMath.log(numbers[row]) : Double.NaN;
            }
        }
        fillIn(numbers);
        if (column.kind() == Kind.PRICE && isOwnPrice(numbers)) {
            remarks.add(column.name() + " is its own price and was left out");
            return new double[numbers.length];
        }
        return numbers;
    }

    /** What is unknown is taken for the item's mean. */
    private void fillIn(double[] numbers) {
        double overall =
                Arrays.stream(numbers).filter(it -> !Double.isNaN(it)).average().orElse(0);
        var sums = new double[Math.max(1, series.stores())];
        var counts = new int[sums.length];
        for (int row = 0; row < numbers.length; row++) {
            if (!Double.isNaN(numbers[row])) {
                sums[series.items()[row]] += numbers[row];
                counts[series.items()[row]]++;
            }
        }
        for (int row = 0; row < numbers.length; row++) {
            if (Double.isNaN(numbers[row])) {
                int item = series.items()[row];
                numbers[row] = counts[item] == 0 ? overall : sums[item] / counts[item];
            }
        }
    }

    private boolean isOwnPrice(double[] logs) {
        var own = series.within(logPrices);
        var other = series.within(logs);
        double squares = Basis.dot(own, own);
        double across = Basis.dot(own, other);
        double others = Basis.dot(other, other);
        return squares > 0 && others > 0 && across > 0 && across * across > (1 - SAME_PRICE) * squares * others;
    }

    PricedSeries series() {
        return series;
    }

    String name() {
        return series.name();
    }

    String group() {
        return series.group();
    }

    int size() {
        return series.size();
    }

    /** Its units are counted rather than taken by their logarithms. */
    boolean isCounted() {
        return counted;
    }

    /** Of counts, of half a unit more. */
    double[] logUnits() {
        return logUnits;
    }

    double[] logPrices() {
        return logPrices;
    }

    /** A given column, filled in; of prices, their logarithms. */
    double[] control(int column) {
        return controls[column];
    }

    List<String> remarks() {
        return List.copyOf(remarks);
    }

    /** Of costs; {@code NaN} where there is none. */
    double[] logCosts() {
        return Arrays.stream(series.costs())
                .map(it -> it > 0 ? StrictMath.log(it) : Double.NaN)
                .toArray();
    }
}
