package dev.storetwin.core.forecast.season;

import java.util.List;
import java.util.stream.Collectors;

/**
 * How a series differs within its cycles: an addend or a factor for every period, seen or to come. Immutable; a period that is appended
 * to the series needs no new one.
 */
public final class Season {

    public static final Season NONE = new Season(List.of(), false, 0);

    private static final String AS_DECOMPOSED = "as decomposed";

    /** The shortest window that MSTL smooths a place of the cycle over, and how much of it counts, its ends weighing less. */
    private static final double MOST_CYCLES = 11;

    private static final double CYCLES_THAT_COUNT = .7;

    /** A period that sells less than this share says nothing about the level: dividing by it would blow up single sales. */
    private static final double CLOSED = .05;

    private final List<Figure> figures;
    private final boolean multiplicative;
    private final double share;

    Season(List<Figure> figures, boolean multiplicative, double share) {
        this.figures = List.copyOf(figures);
        this.multiplicative = multiplicative;
        this.share = share;
    }

    /**
     * The seasons of a decomposition, where the caller is sure of them; after the series each repeats its last cycle.
     *
     * @param parts with finite seasons
     */
    public static Season of(Decomposition parts) {
        var figures = parts.seasons().stream()
                .map(it -> new Figure(it.period(), it.live(), it.period(), parts.strength(it), AS_DECOMPOSED))
                .toList();
        double share = figures.stream().mapToDouble(Figure::strength).max().orElse(0);
        return new Season(figures, parts.isMultiplicative(), share);
    }

    /**
     * One cycle.
     *
     * @param period   its length, rounded
     * @param parts    addends or factors from the first period of the series on
     * @param span     of the last parts, which repeat themselves from then on
     * @param strength variance of the season to that of season and chance together
     * @param why      it is believed, in words
     */
    record Figure(int period, double[] parts, int span, double strength, String why) {

        /** As seen place by place it was seen once a cycle, the last cycles counting most, and took as much chance along. */
        double doubt() {
            if (!why.equals(AS_DECOMPOSED)) {
                return 1;
            }
            double cycles = Math.max(2, CYCLES_THAT_COUNT * Math.min(MOST_CYCLES, (double) parts.length / period));
            return Math.sqrt((1 + 1 / cycles) / (1 - 1 / cycles));
        }

        double at(int index) {
            int after = index - parts.length;
            return parts[after < 0 ? index : parts.length - span + after % span];
        }
    }

    public boolean isNone() {
        return figures.isEmpty();
    }

    /** Lengths of the cycles, ascending, rounded to whole periods. */
    public List<Integer> periods() {
        return figures.stream().map(Figure::period).toList();
    }

    /** Factors, not addends. */
    public boolean isMultiplicative() {
        return multiplicative;
    }

    /** Addend (0 = average) or factor (1 = average) of a period, counted from 0 at the start of the series; finite. */
    public double at(int index) {
        double together = multiplicative ? 1 : 0;
        for (var figure : figures) {
            together = multiplicative ? together * figure.at(index) : together + figure.at(index);
        }
        return together;
    }

    /** What one unit of the adjusted series stands for in a period. */
    public double scale(int index) {
        return multiplicative ? at(index) : 1;
    }

    /** From the adjusted series back to what is seen. */
    public double apply(int index, double level) {
        return multiplicative ? level * at(index) : level + at(index);
    }

    /** The series without season; {@code NaN} where it is unknown or the season leaves nothing to see. */
    public double[] adjust(double[] values) {
        var adjusted = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            adjusted[i] = remove(i, values[i]);
        }
        return adjusted;
    }

    /** From what is seen to the adjusted series; {@code NaN} where the season leaves nothing to see. */
    public double remove(int index, double value) {
        double part = at(index);
        if (!multiplicative) {
            return value - part;
        }
        return part < CLOSED ? Double.NaN : value / part;
    }

    /** Which part of the squared one-step error the seasons explain, from 0 to 1. */
    public double share() {
        return share;
    }

    /**
     * By how much the spread around the adjusted series is to be widened, because the season was fitted to the same errors: 1 for few
     * waves, more for a season that was seen place by place in few cycles.
     */
    public double doubt() {
        return figures.stream().mapToDouble(Figure::doubt).max().orElse(1);
    }

    /** How strong the strongest season is beside one-step chance, from 0 to 1. */
    public double strength() {
        return figures.stream().mapToDouble(Figure::strength).max().orElse(0);
    }

    /** What was found and how sure it is, in words. */
    public String reason() {
        if (isNone()) {
            return "no season stands out from chance";
        }
        return figures.stream()
                .map(it -> "%d periods (%s)".formatted(it.period(), it.why()))
                .collect(Collectors.joining("; ", multiplicative ? "factors of " : "addends of ", ""));
    }
}
