package dev.storetwin.cli.report;

import static dev.storetwin.cli.report.Scale.place;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The frame that charts are drawn in, in units of its view box: axes, grid, and the few shapes that charts are made of. */
public final class Plot {

    public static final double WIDTH = 520;
    public static final double LEFT = 48;
    public static final double RIGHT = WIDTH - 12;

    private static final int TICKS = 4;

    private final Markup out;
    private final double height;

    public Plot(Markup out, double height) {
        this.out = out;
        this.height = height;
    }

    /** Begins a figure: what it shows, and in which unit. */
    public void begin(String caption, String unit, String description) {
        out.open("figure").open("figcaption").leaf("b", caption);
        if (!unit.isEmpty()) {
            out.text(" ").leaf("span", unit);
        }
        out.close()
                .open("svg", "viewBox", "0 0 %s %s".formatted(place(WIDTH), place(height)), "role", "img")
                .leaf("title", description);
    }

    /** Ends the figure with what its colours mean: class of the key, words. */
    public void end(List<LegendKey> keys) {
        out.close().open("ul", "class", "legend");
        keys.forEach(key -> out.open("li")
                .leaf("i", key.sign(), "class", "key " + key.style())
                .text(key.words())
                .close());
        out.close().closeLine();
    }

    public void valueAxis(Scale y) {
        for (double tick : y.ticks(TICKS)) {
            line(tick == 0 ? "zero" : "grid", LEFT, y.at(tick), RIGHT, y.at(tick));
            text("tick end", LEFT - 6, y.at(tick) + 4, y.label(tick, TICKS));
        }
    }

    public void timeAxis(Scale x, LocalDate first, LocalDate last, double bottom) {
        for (var mark : TimeMarks.marks(first, last)) {
            var at = x.at(mark.day().toEpochDay());
            line("grid", at, bottom, at, bottom + 4);
            text(at > RIGHT - 24 ? "tick end" : "tick mid", Math.min(at, RIGHT), bottom + 17, mark.label());
        }
    }

    /** Prices under a chart that ends at {@code bottom}. */
    public void priceAxis(Scale x, int count, double bottom) {
        for (double tick : x.ticks(count)) {
            line("grid", x.at(tick), bottom, x.at(tick), bottom + 4);
            text("tick mid", x.at(tick), bottom + 17, x.label(tick, count));
        }
    }

    /** Words above a place, kept within the chart. */
    public void label(String style, double at, double y, String words) {
        var anchor = at > RIGHT - 50 ? " end" : at < LEFT + 50 ? "" : " mid";
        text(style + anchor, at, y, words);
    }

    public void line(String style, double x1, double y1, double x2, double y2) {
        out.empty("line", "class", style, "x1", place(x1), "y1", place(y1), "x2", place(x2), "y2", place(y2));
    }

    public void rectangle(String style, double left, double top, double width, double tall) {
        out.empty(
                "rect",
                "class",
                style,
                "x",
                place(left),
                "y",
                place(top),
                "width",
                place(width),
                "height",
                place(tall));
    }

    public void path(String style, String steps) {
        if (!steps.isEmpty()) {
            out.empty("path", "class", style, "d", steps);
        }
    }

    public void text(String style, double x, double y, String words) {
        out.leaf("text", words, "class", style, "x", place(x), "y", place(y));
    }

    public void dot(String style, double x, double y, double radius) {
        out.empty("circle", "class", style, "cx", place(x), "cy", place(y), "r", place(radius));
    }

    /** A line through points. */
    public static String through(List<double[]> points) {
        var steps = new StringBuilder();
        for (var point : points) {
            steps.append(steps.isEmpty() ? 'M' : 'L').append(at(point[0], point[1]));
        }
        return steps.toString();
    }

    /** An area between a line above and one below, both from left to right. */
    public static String between(List<double[]> above, List<double[]> below) {
        var around = new ArrayList<>(above);
        for (int i = below.size() - 1; i >= 0; i--) {
            around.add(below.get(i));
        }
        return around.isEmpty() ? "" : through(around) + "Z";
    }

    /** A bar that stands on {@code bottom}. */
    public static String bar(double left, double top, double width, double bottom) {
        return "M%sV%sh%sV%sZ".formatted(at(left, bottom), place(top), place(width), place(bottom));
    }

    public static String at(double x, double y) {
        return place(x) + " " + place(y);
    }
}
