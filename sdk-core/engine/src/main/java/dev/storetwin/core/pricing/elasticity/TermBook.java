package dev.storetwin.core.pricing.elasticity;

import dev.storetwin.core.pricing.elasticity.PanelColumn.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * The regressors that a panel offers. A column that never moves offers none: more candidates would ask for stronger evidence of each.
 *
 * @param given  its columns as they are
 * @param curved squares, products and waves of them
 */
record TermBook(List<Term> given, List<Term> curved) {

    private static final int MOST_CODES = 12;
    private static final int LONGEST_CYCLE = 53;
    private static final int WAVES = 2;
    private static final int MOST_PRODUCTS = 5;
    private static final double OFTEN_UNKNOWN = .02;

    static TermBook of(List<PanelColumn> columns, List<SeriesCase> cases) {
        var given = new ArrayList<Term>();
        var curved = new ArrayList<Term>();
        var amounts = new ArrayList<Integer>();
        for (int column = 0; column < columns.size(); column++) {
            var values = values(cases, column);
            if (values.isEmpty()) {
                continue;
            }
            if (isOftenUnknown(cases, column)) {
                given.add(new Term.Unknown(column));
            }
            if (values.size() < 2) {
                continue;
            }
            if (columns.get(column).kind() == Kind.CODE) {
                given.addAll(codes(column, values));
                continue;
            }
            given.add(new Term.Given(column));
            amounts.add(column);
            if (isCycle(values)) {
                curved.addAll(values.size() <= MOST_CODES ? codes(column, values) : waves(column, values.last()));
            }
        }
        curved.addAll(products(amounts, cases));
        return new TermBook(given, curved);
    }

    private static TreeSet<Double> values(List<SeriesCase> cases, int column) {
        var values = new TreeSet<Double>();
        for (var one : cases) {
            Arrays.stream(one.series().controls()[column])
                    .filter(it -> !Double.isNaN(it))
                    .takeWhile(it -> values.size() <= LONGEST_CYCLE)
                    .forEach(values::add);
        }
        return values;
    }

    private static boolean isOftenUnknown(List<SeriesCase> cases, int column) {
        long unknown = cases.stream()
                .flatMapToDouble(it -> Arrays.stream(it.series().controls()[column]))
                .filter(Double::isNaN)
                .count();
        return unknown
                > OFTEN_UNKNOWN * cases.stream().mapToInt(SeriesCase::size).sum();
    }

    /** All but the first, which the level of the series stands for. */
    private static List<Term> codes(int column, TreeSet<Double> values) {
        return values.stream()
                .skip(1)
                .limit(LONGEST_CYCLE)
                .<Term>map(code -> new Term.Coded(column, code))
                .toList();
    }

    /** Whole numbers from 0 or 1 to no more than there are weeks in a year, three of them or more. */
    private static boolean isCycle(TreeSet<Double> values) {
        return values.size() > 2
                && values.size() <= LONGEST_CYCLE
                && values.first() >= 0
                && values.last() <= LONGEST_CYCLE
                && values.stream().allMatch(it -> it == Math.rint(it));
    }

    private static List<Term> waves(int column, double length) {
        return IntStream.rangeClosed(1, WAVES)
                .boxed()
                .<Term>flatMap(order -> List.<Term>of(
                        new Term.Wave(column, length, order, false), new Term.Wave(column, length, order, true))
                        .stream())
                .toList();
    }

    private static List<Term> products(List<Integer> columns, List<SeriesCase> cases) {
        var products = new ArrayList<Term>();
        for (int one : columns) {
            if (values(cases, one).size() > 2) {
                products.add(new Term.Product(one, one));
            }
        }
        if (columns.size() <= MOST_PRODUCTS) {
            for (int i = 0; i < columns.size(); i++) {
                for (int j = i + 1; j < columns.size(); j++) {
                    products.add(new Term.Product(columns.get(i), columns.get(j)));
                }
            }
        }
        return products;
    }
}
