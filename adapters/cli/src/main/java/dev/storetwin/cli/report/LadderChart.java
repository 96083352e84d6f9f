package dev.storetwin.cli.report;

import dev.storetwin.cli.report.PriceLadder.Role;
import dev.storetwin.cli.report.PriceLadder.Rung;
import dev.storetwin.guardrail.Severity;
import dev.storetwin.pricing.Estimate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * Draws a price ladder: above, what each price brings with the caution of the decision, marked by verdict, before a bar with what is expected
 * and its interval; below, what it is expected to sell.
 */
final class LadderChart {

    private static final double HEIGHT = 300;
    private static final double TOP = 36;
    private static final double MIDDLE = 188;
    private static final double UNITS_TOP = 216;
    private static final double BOTTOM = HEIGHT - 26;
    private static final int PRICES = 6;
    private static final double MARK = 4.5;
    private static final double ROOM = .2;

    private static final Comparator<Rung> LAST_DRAWN_ON_TOP =
            Comparator.comparing(Rung::role).reversed();

    private final PriceLadder ladder;
    private final Plot plot;
    private final Scale x;
    private final Scale y;

    private LadderChart(PriceLadder ladder, Markup out) {
        this.ladder = ladder;
        this.plot = new Plot(out, HEIGHT);
        var prices = Scale.of(
                price(ladder.rungs().get(0)),
                price(ladder.rungs().get(ladder.rungs().size() - 1)),
                0,
                1);
        var room = (prices.high() - prices.low()) * 0.04;
        this.x = Scale.of(prices.low() - room, prices.high() + room, Plot.LEFT, Plot.RIGHT);
        this.y = values(ladder);
    }

    /** Room for all values and for what is expected; wide intervals must not press the differences between prices flat. */
    private static Scale values(PriceLadder ladder) {
        var values =
                ladder.rungs().stream().flatMapToDouble(LadderChart::values).summaryStatistics();
        var room = ROOM * (values.getMax() - values.getMin());
        var ends = ladder.rungs().stream().flatMap(it -> it.expected().stream()).toList();
        var low = ends.stream().mapToDouble(Estimate::lower).reduce(values.getMin(), Math::min);
        var high = ends.stream().mapToDouble(Estimate::upper).reduce(values.getMax(), Math::max);
        return Scale.round(
                Math.max(low, values.getMin() - room), Math.min(high, values.getMax() + room), 4, bottom(ladder), TOP);
    }

    /** All the room where nobody knows what would be sold. */
    private static double bottom(PriceLadder ladder) {
        return ladder.rungs().stream().anyMatch(it -> it.units().isPresent()) ? MIDDLE : BOTTOM;
    }

    private static DoubleStream values(Rung rung) {
        return DoubleStream.concat(
                DoubleStream.of(rung.value()), rung.expected().stream().mapToDouble(Estimate::mean));
    }

    static void draw(PriceLadder ladder, Markup out) {
        if (!ladder.rungs().isEmpty()) {
            new LadderChart(ladder, out).draw();
        }
    }

    private void draw() {
        plot.begin(
                Words.capitalized(ladder.objective()),
                ladder.unit() + ", by price",
                "%s at %s"
                        .formatted(
                                ladder.objective(), Words.counted(ladder.rungs().size(), "price", "prices")));
        plot.valueAxis(y);
        plot.priceAxis(x, PRICES, BOTTOM);
        ladder.rungs().stream().filter(Rung::standing).findFirst().ifPresent(this::standing);
        plot.path("climb", Plot.through(points(ladder.rungs(), Rung::value, y)));
        ladder.rungs().forEach(this::whisker);
        units();
        ladder.rungs().stream().sorted(LAST_DRAWN_ON_TOP).forEach(this::mark);
        plot.end(keys());
    }

    private void standing(Rung rung) {
        var at = x.at(price(rung));
        plot.line("now", at, TOP - 16, at, BOTTOM);
        plot.label("note", at, TOP - 20, "now " + Figures.price(rung.price()));
    }

    /** From the lower to the upper end of what is expected, with a bar at the middle. An end beyond the chart has no cap. */
    private void whisker(Rung rung) {
        rung.expected().ifPresent(it -> {
            plot.path("whisker", Plot.through(List.of(at(rung, it.lower()), at(rung, it.upper()))));
            plot.path(
                    "whisker middle",
                    bar(rung, it.mean(), 5) + bar(rung, it.lower(), 2.5) + bar(rung, it.upper(), 2.5));
        });
    }

    private double[] at(Rung rung, double value) {
        return new double[] {x.at(price(rung)), y.at(Math.max(y.low(), Math.min(y.high(), value)))};
    }

    private String bar(Rung rung, double value, double half) {
        var wide = Scale.place(2 * half);
        return value < y.low() || value > y.high()
                ? ""
                : "M%sh%s".formatted(Plot.at(x.at(price(rung)) - half, y.at(value)), wide);
    }

    private void mark(Rung rung) {
        var at = x.at(price(rung));
        var high = y.at(rung.value());
        plot.path("mark " + Words.style(rung.severity()), shape(rung.severity(), at, high));
        if (rung.role() != Role.OTHER) {
            plot.path("ring " + Words.style(rung.role()), circle(at, high, 9));
        }
        if (!rung.standing() && (rung.role() == Role.CHOSEN || rung.role() == Role.WAITING)) {
            plot.line("pick " + Words.style(rung.role()), at, high + 9, at, BOTTOM);
            plot.label("picked " + Words.style(rung.role()), at, TOP - 6, Figures.price(rung.price()));
        }
    }

    private static String shape(Severity severity, double x, double y) {
        return switch (severity) {
            case ALLOWED -> circle(x, y, MARK);
            case ADJUSTED -> "M%sl5.5 5.5l-5.5 5.5l-5.5 -5.5Z".formatted(Plot.at(x, y - 5.5));
            case NEEDS_REVIEW -> "M%sl5.5 9.5h-11Z".formatted(Plot.at(x, y - 6));
            case BLOCKED -> "M%sl8 8m0 -8l-8 8".formatted(Plot.at(x - 4, y - 4));
        };
    }

    private static String circle(double x, double y, double radius) {
        var wide = Scale.place(radius);
        return "M%sa%s %s 0 1 0 %s 0a%s %s 0 1 0 -%s 0Z"
                .formatted(
                        Plot.at(x - radius, y),
                        wide,
                        wide,
                        Scale.place(2 * radius),
                        wide,
                        wide,
                        Scale.place(2 * radius));
    }

    private void units() {
        var known = ladder.rungs().stream().filter(it -> it.units().isPresent()).toList();
        if (known.isEmpty()) {
            return;
        }
        var most =
                known.stream().mapToDouble(it -> it.units().getAsDouble()).max().orElse(0);
        var scale = Scale.round(0, most, 2, BOTTOM, UNITS_TOP);
        for (double tick : scale.ticks(2)) {
            plot.line(tick == 0 ? "zero" : "grid", Plot.LEFT, scale.at(tick), Plot.RIGHT, scale.at(tick));
            plot.text("tick end", Plot.LEFT - 6, scale.at(tick) + 4, scale.label(tick, 2));
        }
        plot.text("note", Plot.LEFT, UNITS_TOP - 8, "expected units");
        var points = points(known, it -> it.units().getAsDouble(), scale);
        plot.path("units", Plot.through(points));
        plot.path("unit", points.stream().map(it -> circle(it[0], it[1], 2.5)).reduce("", String::concat));
    }

    private List<double[]> points(List<Rung> rungs, ToDoubleFunction<Rung> value, Scale scale) {
        var points = new ArrayList<double[]>();
        for (var rung : rungs) {
            points.add(new double[] {x.at(price(rung)), scale.at(value.applyAsDouble(rung))});
        }
        return points;
    }

    private List<LegendKey> keys() {
        var verdicts = Stream.of(Severity.values())
                .filter(severity -> ladder.rungs().stream().anyMatch(it -> it.severity() == severity))
                .map(it -> new LegendKey(Words.style(it), sign(it), Words.severity(it)));
        var roles = Stream.of(Role.CHOSEN, Role.WAITING, Role.RUNNER_UP)
                .filter(role -> ladder.rungs().stream().anyMatch(it -> it.role() == role))
                .map(it -> new LegendKey("ring " + Words.style(it), "", words(it)));
        var ends = ladder.rungs().stream().anyMatch(it -> it.expected().isPresent())
                ? Stream.of(new LegendKey("whisker", "┼", "expected, with its 95 % interval"))
                : Stream.<LegendKey>empty();
        return Stream.of(verdicts, roles, ends).flatMap(it -> it).toList();
    }

    private static String sign(Severity severity) {
        return switch (severity) {
            case ALLOWED -> "●";
            case ADJUSTED -> "◆";
            case NEEDS_REVIEW -> "▲";
            case BLOCKED -> "✕";
        };
    }

    private static String words(Role role) {
        return switch (role) {
            case CHOSEN -> "chosen";
            case WAITING -> "awaiting approval";
            case RUNNER_UP -> "runner-up";
            case OTHER -> "other";
        };
    }

    private static double price(Rung rung) {
        return rung.price().toDouble();
    }
}
