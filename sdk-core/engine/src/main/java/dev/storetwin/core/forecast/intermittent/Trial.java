package dev.storetwin.core.forecast.intermittent;

import java.util.Arrays;

/**
 * How the members of the pool would have foretold the past: sums over moments, each judged at one of the leads in turn and measured
 * by the series' own mean change, so that trials of several series can be added.
 */
final class Trial {

    private static final int MOST_MOMENTS = 48;
    private static final int FIRST = 4;
    private static final double ROOM = 1.5;

    private final double[][] products = new double[Members.COUNT][Members.COUNT];
    private final double[] hits = new double[Members.COUNT];
    private final double[] foretold = new double[Members.COUNT];
    private double came;
    private int moments;

    /** Lets the members see a history, and judges them on the way. */
    static Trial of(History history, Profile season, int horizon, Members members) {
        var trial = new Trial();
        int known = history.known();
        int stride = Math.max(1, (known - FIRST) / MOST_MOMENTS);
        var tables = new double[Members.COUNT][(int) Math.ceil(history.largest() * ROOM) + 2];
        for (int i = 0; i < known; i++) {
            if (i >= FIRST && (known - 1 - i) % stride == 0 && history.change() > 0) {
                int lead = trial.moments % horizon;
                trial.judge(members, history, season, Math.min(known - 1, i + lead), tables);
            }
            members.see(history.count(i), season.at(history.time(i)));
        }
        return trial;
    }

    private void judge(Members members, History history, Profile season, int at, double[][] tables) {
        double factor = season.at(history.time(at));
        double count = history.count(at);
        double scale = 1 / history.change();
        for (int i = 0; i < Members.COUNT; i++) {
            Arrays.fill(tables[i], 0);
            members.add(i, factor, 1, tables[i]);
            hits[i] += sumFrom((int) Math.ceil(count), tables[i]) * scale;
            for (int j = 0; j <= i; j++) {
                products[i][j] += product(tables[i], tables[j]) * scale;
            }
        }
        moments++;
        if (2 * at >= history.known()) {
            came += count * scale;
            for (int i = 0; i < Members.COUNT; i++) {
                foretold[i] += members.mean(i) * factor * scale;
            }
        }
    }

    private static double sumFrom(int first, double[] table) {
        double sum = 0;
        for (int k = first; k < table.length; k++) {
            sum += table[k];
        }
        return sum;
    }

    private static double product(double[] one, double[] other) {
        double sum = 0;
        for (int k = 0; k < one.length; k++) {
            sum += one[k] * other[k];
        }
        return sum;
    }

    void add(Trial other) {
        for (int i = 0; i < Members.COUNT; i++) {
            hits[i] += other.hits[i];
            foretold[i] += other.foretold[i];
            for (int j = 0; j <= i; j++) {
                products[i][j] += other.products[i][j];
            }
        }
        came += other.came;
        moments += other.moments;
    }

    int moments() {
        return moments;
    }

    /** Ranked probability scores of pairs of members: symmetric. */
    double product(int i, int j) {
        return products[Math.max(i, j)][Math.min(i, j)];
    }

    double hit(int member) {
        return hits[member];
    }

    /** What came in the later half, by what a member foretold, drawn towards 1 as if that much had come true. */
    double fulfilled(int member, double trueBefore) {
        return (came + trueBefore) / (foretold[member] + trueBefore);
    }
}
