package dev.storetwin.core.forecast.season;

/** Cosine and sine waves that go once, twice, ... into a cycle, from a table: no trigonometry in the loops. */
final class Waves {

    private final Cycle cycle;
    private final int count;
    private final double[] cosines;
    private final double[] sines;

    Waves(Cycle cycle, int count) {
        this.cycle = cycle;
        this.count = count;
        this.cosines = new double[cycle.span()];
        this.sines = new double[cycle.span()];
        for (int i = 0; i < cycle.span(); i++) {
            double angle = 2 * Math.PI * i / cycle.span();
            cosines[i] = StrictMath.cos(angle);
            sines[i] = StrictMath.sin(angle);
        }
    }

    Cycle cycle() {
        return cycle;
    }

    int count() {
        return count;
    }

    /** Numbers per period: two for each wave, but the last of an even cycle, whose sine is zero everywhere. */
    int width() {
        return width(cycle, count);
    }

    static int width(Cycle cycle, int count) {
        return 2 * count - (2 * count * cycle.turns() == cycle.span() ? 1 : 0);
    }

    /** Writes cosine and sine of each wave at a period. */
    void at(int index, double[] row, int to) {
        int step = (int) ((long) index * cycle.turns() % cycle.span());
        int place = 0;
        int width = width();
        for (int j = 0; j < width; j += 2) {
            place += step;
            place -= place >= cycle.span() ? cycle.span() : 0;
            row[to + j] = cosines[place];
            if (j + 1 < width) {
                row[to + j + 1] = sines[place];
            }
        }
    }
}
