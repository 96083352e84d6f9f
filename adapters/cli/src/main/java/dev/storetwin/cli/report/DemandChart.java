package dev.storetwin.cli.report;

import dev.storetwin.cli.report.PriceLadder.Role;
import dev.storetwin.cli.report.PriceLadder.Rung;
import dev.storetwin.pricing.DemandCurve;
import dev.storetwin.pricing.DemandCurve.Point;
import dev.storetwin.pricing.DemandCurve.Week;
import dev.storetwin.pricing.PriceElasticity;
import dev.storetwin.type.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * Draws what demand answers to the price: the expected line with its interval, and a dot for each week that was seen.
 *
 * <p>Where no price was seen the line is dashed. One huge week would press all else flat: dots that reach far beyond the line are put at the
 * upper edge as arrows.
 */
final class DemandChart {

    private static final double HEIGHT = 300;
    private static final double TOP = 36;
    private static final double BOTTOM = HEIGHT - 26;
    private static final double FAR_BEYOND = 2.5;
    private static final int PRICES = 6;
    private static final int RECENT_WEEKS = 13;

    private final DemandCurve curve;
    private final Optional<PriceLadder> ladder;
    private final Plot plot;
    private final Scale x;
    private final Scale y;

    private DemandChart(DemandCurve curve, Optional<PriceLadder> ladder, Markup out) {
        this.curve = curve;
        this.ladder = ladder;
        this.plot = new Plot(out, HEIGHT);
        this.x = Scale.of(price(first()), price(last()), Plot.LEFT, Plot.RIGHT);
        this.y = Scale.round(0, ceiling(), 4, BOTTOM, TOP);
    }

    /** @param ladder that the decision climbed on this curve */
    static void draw(DemandCurve curve, Optional<PriceLadder> ladder, Markup out) {
        if (!curve.points().isEmpty()) {
            new DemandChart(curve, ladder, out).draw();
        }
    }

    private void draw() {
        plot.begin("Demand by price", "units a week, at prices in " + currency(), description());
        plot.valueAxis(y);
        plot.priceAxis(x, PRICES, BOTTOM);
        plot.path("band", Plot.between(line(all(), it -> pace(it, 1)), line(all(), it -> pace(it, -1))));
        marks();
        weeks();
        lines();
        plot.end(keys());
    }

    private void marks() {
        curve.present().filter(this::isShown).ifPresent(it -> {
            plot.line("now", x.at(it.toDouble()), TOP - 16, x.at(it.toDouble()), BOTTOM);
            plot.label("note", x.at(it.toDouble()), TOP - 20, "now " + Figures.price(it));
        });
        picked().filter(it -> isShown(it.price())).ifPresent(it -> {
            var style = Words.style(it.role());
            plot.line(
                    "pick " + style,
                    x.at(it.price().toDouble()),
                    TOP,
                    x.at(it.price().toDouble()),
                    BOTTOM);
            plot.label("picked " + style, x.at(it.price().toDouble()), TOP - 6, Figures.price(it.price()));
        });
    }

    private boolean isShown(Money price) {
        return price.toDouble() >= x.low() && price.toDouble() <= x.high();
    }

    private Optional<Rung> picked() {
        return ladder.stream()
                .flatMap(it -> it.rungs().stream())
                .filter(it -> !it.standing() && (it.role() == Role.CHOSEN || it.role() == Role.WAITING))
                .findFirst();
    }

    /** Older ones below, so that those of now are seen. */
    private void weeks() {
        curve.observations().stream().filter(it -> !isRecent(it)).forEach(this::week);
        curve.observations().stream().filter(this::isRecent).forEach(this::week);
    }

    private void week(Week week) {
        var at = x.at(week.price());
        if (at < Plot.LEFT || at > Plot.RIGHT) {
            return;
        }
        var style = (isRecent(week) ? "week" : "week older");
        if (week.pace() > y.high()) {
            plot.path(style + " beyond", "M%sl4 7h-8Z".formatted(Plot.at(at, TOP)));
        } else if (week.promoted()) {
            plot.path(
                    style + " promoted",
                    "M%sl4.2 4.2l-4.2 4.2l-4.2 -4.2Z".formatted(Plot.at(at, y.at(week.pace()) - 4.2)));
        } else {
            plot.dot(style, at, y.at(week.pace()), 2.8);
        }
    }

    private boolean isRecent(Week week) {
        return !week.monday().isBefore(newest().minusWeeks(RECENT_WEEKS - 1L));
    }

    private LocalDate newest() {
        return curve.observations().get(curve.observations().size() - 1).monday();
    }

    /** Whole between the lowest and the highest price seen, dashed outside. */
    private void lines() {
        var seen = curve.observations().stream().mapToDouble(Week::price).summaryStatistics();
        plot.path("mean beyond", Plot.through(line(all(), it -> pace(it, 0))));
        if (seen.getCount() > 0) {
            Predicate<Point> within = it -> price(it) >= seen.getMin() * .999 && price(it) <= seen.getMax() * 1.001;
            plot.path("mean", Plot.through(line(all().stream().filter(within).toList(), it -> pace(it, 0))));
        }
    }

    private List<Point> all() {
        return curve.points();
    }

    /** @param bound below zero for the lower one, above for the upper one, zero for what is expected */
    private double pace(Point point, int bound) {
        var pace = curve.pace(point);
        return bound < 0 ? pace.lower() : bound > 0 ? pace.upper() : pace.mean();
    }

    private List<double[]> line(List<Point> points, ToDoubleFunction<Point> value) {
        var line = new ArrayList<double[]>();
        for (var point : points) {
            line.add(new double[] {x.at(price(point)), Math.max(TOP, y.at(value.applyAsDouble(point)))});
        }
        return line;
    }

    private List<LegendKey> keys() {
        var keys = new ArrayList<LegendKey>();
        keys.add(new LegendKey(
                "mean",
                "",
                "expected" + curve.elasticity().map(DemandChart::inWords).orElse("")));
        keys.add(new LegendKey("band", "", "95 % interval of the elasticity"));
        if (curve.observations().stream().anyMatch(this::isRecent)) {
            keys.add(new LegendKey("week", "", "one of the last %s weeks".formatted(RECENT_WEEKS)));
        }
        if (curve.observations().stream().anyMatch(it -> !isRecent(it))) {
            keys.add(new LegendKey("week older", "", "an earlier week"));
        }
        if (curve.observations().stream().anyMatch(Week::promoted)) {
            keys.add(new LegendKey("week promoted", "◆", "with a campaign"));
        }
        keys.add(new LegendKey("mean beyond", "", "where no price was seen"));
        return keys;
    }

    private static String inWords(PriceElasticity elasticity) {
        return " (elasticity %s, %s)"
                .formatted(
                        Figures.decimals(elasticity.value(), 2),
                        elasticity.status().label());
    }

    /** Of the line's interval and of ordinary weeks. */
    private double ceiling() {
        var expected = all().stream().mapToDouble(it -> pace(it, 0)).max().orElse(0);
        var upper = all().stream().mapToDouble(it -> pace(it, 1)).max().orElse(0);
        var calm = Math.max(Math.min(upper, FAR_BEYOND * expected), usual());
        var most = curve.observations().stream().mapToDouble(Week::pace).reduce(0, Math::max);
        return most > FAR_BEYOND * calm ? calm : Math.max(most, calm);
    }

    /** What 95 of 100 weeks stay below. */
    private double usual() {
        var sorted =
                curve.observations().stream().mapToDouble(Week::pace).sorted().toArray();
        return sorted.length == 0 ? 0 : sorted[(int) (0.95 * (sorted.length - 1))];
    }

    private String description() {
        return "Expected units a week at %s, beside %s that were seen"
                .formatted(
                        Words.counted(all().size(), "price", "prices"),
                        Words.counted(curve.observations().size(), "week", "weeks"));
    }

    private String currency() {
        return curve.present()
                .map(Money::currency)
                .map(it -> it.getCurrencyCode())
                .orElse("");
    }

    private Point first() {
        return all().get(0);
    }

    private Point last() {
        return all().get(all().size() - 1);
    }

    private static double price(Point point) {
        return point.price().toDouble();
    }
}
