package dev.storetwin.cli.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * From values to places along one axis.
 *
 * @param low  the value at {@code from}
 * @param high the value at {@code to}, above {@code low}
 */
public record Scale(double low, double high, double from, double to) {

    private static final double LONG = 1e6;
    private static final int MILLION = 6;

    /** A scale that is never empty: where there is but one value, some room around it. */
    public static Scale of(double low, double high, double from, double to) {
        if (high - low > 1e-9 * Math.max(Math.abs(low), Math.abs(high))) {
            return new Scale(low, high, from, to);
        }
        var room = Math.max(1, Math.abs(low) * 0.1);
        return new Scale(low - room, low + room, from, to);
    }

    /** From a round number below the values to one above them, as many steps as asked for or a few more. */
    public static Scale round(double low, double high, int steps, double from, double to) {
        var filled = of(low, high, from, to);
        var step = roundStep((filled.high - filled.low) / steps);
        return new Scale(
                Math.floor(filled.low / step + 1e-9) * step, Math.ceil(filled.high / step - 1e-9) * step, from, to);
    }

    public double at(double value) {
        return from + (value - low) / (high - low) * (to - from);
    }

    /** Round values within the scale, about as many as asked for. */
    public List<Double> ticks(int count) {
        var step = roundStep((high - low) / count);
        var ticks = new ArrayList<Double>();
        for (var i = (long) Math.ceil(low / step - 1e-9); i * step <= high + step * 1e-9; i++) {
            ticks.add(i * step);
        }
        return ticks;
    }

    /** A tick with as many digits as its neighbours need, millions and more by powers of a thousand. */
    public String label(double tick, int count) {
        var step = roundStep((high - low) / count);
        var largest = Math.max(Math.abs(low), Math.abs(high));
        if (largest < LONG || tick == 0) {
            return Figures.decimals(tick, digits(step));
        }
        int power = 3 * (int) Math.floor(Math.log10(largest) / 3 + 1e-9);
        var unit = Math.pow(10, power);
        return Figures.decimals(tick / unit, digits(step / unit)) + (power == MILLION ? " M" : "e" + power);
    }

    private static int digits(double step) {
        return (int) Math.max(0, Math.ceil(-Math.log10(step) - 1e-9));
    }

    /** 1, 2 or 5 times a power of ten, the next above. */
    private static double roundStep(double raw) {
        var power = Math.pow(10, Math.floor(Math.log10(raw)));
        var lead = raw / power;
        return power * (lead <= 1 + 1e-9 ? 1 : lead <= 2 + 1e-9 ? 2 : lead <= 5 + 1e-9 ? 5 : 10);
    }

    /** A place as the page spells it. */
    public static String place(double at) {
        var text = String.format(Locale.ROOT, "%.1f", at);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
