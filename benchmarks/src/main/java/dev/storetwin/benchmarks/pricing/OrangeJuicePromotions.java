package dev.storetwin.benchmarks.pricing;

import dev.storetwin.core.pricing.promotion.Decomposition;
import dev.storetwin.core.pricing.promotion.PromotedSales;
import dev.storetwin.core.pricing.promotion.PromotionPanel;
import dev.storetwin.core.pricing.promotion.PromotionStudy;
import dev.storetwin.core.pricing.promotion.Relations;
import dev.storetwin.core.pricing.promotion.Rhythm;
import dev.storetwin.core.pricing.promotion.Span;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/**
 * Promotions of six brands of orange juice in 28 stores: what is said of those that were, and of weeks in which there was none.
 *
 * <p>Usage: {@code java ... OrangeJuicePromotions DATA/orange-juice/store_weeks.csv.gz}. A week is promoted that has a coupon, an advertisement (a fifth of the stores
 * or more), or a price ten per cent or more below the median of its store and brand. The truth is not known here: what can be counted is how often
 * something is seen in single weeks without a promotion, none of which were chosen.
 */
public final class OrangeJuicePromotions {

    private static final int FIRST = 40;
    private static final int WEEKS = 121;
    private static final int EVERY = 9;
    private static final double ADVERTISED = .2;
    private static final double CUT = .9;

    private final Map<String, Integer> reasons = new TreeMap<>();
    private final List<Double> lifts = new ArrayList<>();
    private final List<Double> pulled = new ArrayList<>();
    private final List<Double> cannibalised = new ArrayList<>();
    private int promotions;
    private int clear;
    private int idle;
    private int idleUp;
    private int idleDown;

    private static final class Shelf {
        private final double[] units = new double[WEEKS];
        private final double[] prices = new double[WEEKS];
        private final boolean[] known = new boolean[WEEKS];
        private final boolean[] promoted = new boolean[WEEKS];

        void markPriceCuts() {
            double median = Arrays.stream(prices)
                    .filter(it -> it > 0)
                    .sorted()
                    .skip(Arrays.stream(prices).filter(it -> it > 0).count() / 2)
                    .findFirst()
                    .orElse(0);
            for (int week = 0; week < WEEKS; week++) {
                promoted[week] |= known[week] && prices[week] <= CUT * median;
            }
        }

        List<Span> spans() {
            var spans = new ArrayList<Span>();
            for (int week = 0; week < WEEKS; week++) {
                int end = week;
                while (end < WEEKS && promoted[end]) {
                    end++;
                }
                if (end > week) {
                    spans.add(new Span(week, end));
                    week = end;
                }
            }
            return spans;
        }
    }

    private OrangeJuicePromotions() {}

    public static void main(String[] arguments) throws IOException {
        Locale.setDefault(Locale.ROOT);
        var look = new OrangeJuicePromotions();
        read(Path.of(arguments[0])).values().forEach(look::look);
        look.print();
    }

    private static Map<Integer, Map<Integer, Shelf>> read(Path file) throws IOException {
        var stores = new TreeMap<Integer, Map<Integer, Shelf>>();
        try (var lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            var places = List.of(lines.readLine().split(",", -1));
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var cells = line.split(",", -1);
                var shelf = stores.computeIfAbsent(
                                Integer.valueOf(cells[places.indexOf("store")]), it -> new TreeMap<>())
                        .computeIfAbsent(Integer.valueOf(cells[places.indexOf("brand")]), it -> new Shelf());
                int week = Integer.parseInt(cells[places.indexOf("week")]) - FIRST;
                shelf.units[week] = Double.parseDouble(cells[places.indexOf("units")]) / 64;
                shelf.prices[week] = Double.parseDouble(cells[places.indexOf("price")]);
                shelf.known[week] = true;
                shelf.promoted[week] = Double.parseDouble(cells[places.indexOf("deal")]) > 0
                        || Double.parseDouble(cells[places.indexOf("feat")]) >= ADVERTISED;
            }
        }
        return stores;
    }

    private void look(Map<Integer, Shelf> store) {
        store.values().forEach(Shelf::markPriceCuts);
        var study = PromotionStudy.of(panel(store, -1, new Span(0, 1)), Relations.NONE);
        store.forEach((brand, shelf) -> shelf.spans().forEach(span -> count(study.effect("brand-" + brand, span))));
        store.forEach((brand, shelf) -> {
            for (int week = 5; week < WEEKS - 5; week += EVERY) {
                if (shelf.known[week] && !shelf.promoted[week]) {
                    var madeUp = new Span(week, week + 1);
                    countIdle(PromotionStudy.of(panel(store, brand, madeUp), Relations.NONE, "none")
                            .effect("brand-" + brand, madeUp));
                }
            }
        });
    }

    private static PromotionPanel panel(Map<Integer, Shelf> store, int brandWith, Span madeUp) {
        var members = new ArrayList<PromotedSales>();
        store.forEach((brand, shelf) -> {
            var spans = shelf.spans();
            if (brand == brandWith) {
                spans.add(madeUp);
            }
            members.add(new PromotedSales("brand-" + brand, "juice", shelf.units, shelf.known, spans));
        });
        return PromotionPanel.of(Rhythm.WEEKS, members);
    }

    private void count(Decomposition effect) {
        promotions++;
        effect.lift().ifPresent(lift -> {
            clear += lift.lower() > 0 ? 1 : 0;
            lifts.add(lift.mean() / effect.ordinary());
            effect.pulled().ifPresent(it -> pulled.add(it.mean() / effect.ordinary()));
            effect.cannibalised().ifPresent(it -> cannibalised.add(it.mean() / effect.ordinary()));
        });
        if (effect.lift().isEmpty()) {
            effect.reasons().forEach(it -> reasons.merge(it, 1, Integer::sum));
        }
    }

    private void countIdle(Decomposition effect) {
        effect.lift().ifPresent(it -> {
            idle++;
            idleUp += it.lower() > 0 ? 1 : 0;
            idleDown += it.upper() < 0 ? 1 : 0;
        });
    }

    private void print() {
        System.out.printf(
                "promotions %d, lift told of %d, above zero for certain %d, untold: %s%n",
                promotions, lifts.size(), clear, reasons);
        System.out.printf(
                "median share of ordinary sales: lift %.2f, pulled %.2f (of %d), cannibalised %.2f (of %d)%n",
                median(lifts), median(pulled), pulled.size(), median(cannibalised), cannibalised.size());
        System.out.printf(
                "weeks without promotion %d: seen as a lift %.1f %%, as a loss %.1f %%%n",
                idle, 100.0 * idleUp / idle, 100.0 * idleDown / idle);
    }

    private static double median(List<Double> values) {
        var sorted = values.stream().sorted().toList();
        return sorted.isEmpty() ? Double.NaN : sorted.get(sorted.size() / 2);
    }
}
