package dev.storetwin.core.pricing.promotion;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The same measure at every date at which nothing was done: how far what was sold departs from what was expected by chance alone (Abadie,
 * Diamond and Hainmueller 2010; Chernozhukov, Wuethrich and Zhu 2021). Errors are relative to what was expected.
 */
final class Placebos {

    private static final double IN_STOCK = .9;
    private static final double LEAST_EXPECTED = .1;

    private final Shape shape;
    private final double[] during;
    private final double[] aside;
    private final double[] expected;

    /**
     * The form of a window.
     *
     * @param length of the promotion
     * @param before periods before it that count
     * @param after  periods after it that count
     */
    record Shape(int length, int before, int after) {

        Span window(int start) {
            return new Span(start, start + length);
        }

        Span reach(int start) {
            return new Span(start - before, start + length + after);
        }

        int periods() {
            return length + before + after;
        }
    }

    Placebos(OrdinarySales ordinary, Shape shape, int stride) {
        this.shape = shape;
        int starts = Math.max(0, ordinary.sales().periods() - shape.length() + 1);
        this.during = new double[starts];
        this.aside = new double[starts];
        this.expected = new double[starts];
        double least = LEAST_EXPECTED * ordinary.sales().ordinaryMean();
        Arrays.fill(during, Double.NaN);
        Arrays.fill(aside, Double.NaN);
        Arrays.fill(expected, Double.NaN);
        for (int start = 0; start < starts; start += stride) {
            measure(ordinary, start, least);
        }
    }

    private void measure(OrdinarySales ordinary, int start, double least) {
        var window = shape.window(start);
        var sales = ordinary.sales();
        if (!sales.isUnpromotedIn(window) || share(sales, window) < IN_STOCK) {
            return;
        }
        ordinary.hiding(List.of(shape.reach(start)), Optional.empty()).ifPresent(expectation -> {
            var inside = expectation.over(window);
            expected[start] = inside.expected();
            during[start] = inside.units() / Math.max(inside.expected(), least * shape.length());
            boolean whole = shape.reach(start).from() >= 0 && shape.reach(start).until() <= sales.periods();
            if (whole && sales.isUnpromotedIn(shape.reach(start)) && shape.before() + shape.after() > 0) {
                var around = expectation.over(shape.reach(start));
                double outside = around.expected() - inside.expected();
                aside[start] =
                        (around.units() - inside.units()) / Math.max(outside, least * (shape.before() + shape.after()));
            }
        });
    }

    static double share(PromotedSales sales, Span span) {
        int known = 0;
        for (int t = Math.max(0, span.from()); t < Math.min(sales.periods(), span.until()); t++) {
            known += sales.isUsable(t) ? 1 : 0;
        }
        return known / (double) span.length();
    }

    /** By start of the window; {@code NaN} where something was done, or it could not be bought. */
    double during(int start) {
        return during[start];
    }

    /** Of the periods before and after together. */
    double aside(int start) {
        return aside[start];
    }

    double expected(int start) {
        return expected[start];
    }

    int starts() {
        return during.length;
    }

    Shape shape() {
        return shape;
    }
}
