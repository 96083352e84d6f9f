package dev.storetwin.core.forecast.season;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Seasons fitted together to the memory of a series, each with as many waves as pay for themselves. */
final class Seasons {

    /** Shares of smoothing that are tried; between them the likelihood is flat. */
    private static final double[] ALPHAS = {.02, .1, .3, .65, 1, 1.4};

    private static final int MOST_WAVES = 26;
    private static final int PERIODS_PER_WAVE = 4;
    private static final int LEVEL_AND_DRIFT = 2;
    private static final int ALPHA_AND_VARIANCE = 2;
    private static final int FEWEST_TO_SPARE = 6;

    private static final Seasons NONE =
            new Seasons(List.of(), Memory.of(new double[0], 0, false), new double[0], Double.POSITIVE_INFINITY, 0, 0);

    private final List<Block> blocks;
    private final Memory memory;
    private final double[] coefficients;
    private final double criterion;
    private final double error;
    private final double errorWithout;

    private Seasons(
            List<Block> blocks,
            Memory memory,
            double[] coefficients,
            double criterion,
            double error,
            double errorWithout) {
        this.blocks = blocks;
        this.memory = memory;
        this.coefficients = coefficients;
        this.criterion = criterion;
        this.error = error;
        this.errorWithout = errorWithout;
    }

    /**
     * The waves of one season.
     *
     * @param ratio variance that each of its numbers explains, to the variance that chance explains
     * @param score how far the ratio is beyond chance, in standard deviations
     */
    private record Block(Waves waves, double ratio, double score) {

        /** What chance leaves of it (James and Stein 1961). */
        double kept() {
            int width = waves.width();
            return Math.max(0, 1 - Math.max(0, width - 2.0) / width / ratio);
        }

        String why() {
            return String.format(Locale.ROOT, "%d waves, %.1f standard deviations beyond chance", waves.count(), score);
        }
    }

    static Seasons none() {
        return NONE;
    }

    /** The seasons found before and one more; none when that one does not pay for itself. */
    static Seasons fit(Memory memory, Seasons before, Cycle cycle) {
        int first = LEVEL_AND_DRIFT + before.width();
        int most = Math.min(
                Math.min(cycle.harmonics(), MOST_WAVES), (memory.known() - FEWEST_TO_SPARE - first) / PERIODS_PER_WAVE);
        if (most < 1) {
            return NONE;
        }
        var without = without(memory, before);
        var best = downhill(memory, before, new Waves(cycle, most), without);
        boolean pays = best.criterion() < memory.criterion(without.error(first), first + ALPHA_AND_VARIANCE);
        return pays ? of(memory, before, new Waves(cycle, best.count()), best, without.error(first)) : NONE;
    }

    /**
     * Waves tried under one share of smoothing.
     *
     * @param count how many are best
     */
    private record Trial(LevelRegression fit, int count, double criterion) {}

    private static LevelRegression without(Memory memory, Seasons before) {
        int columns = LEVEL_AND_DRIFT + before.width();
        return Arrays.stream(ALPHAS)
                .mapToObj(alpha -> new LevelRegression(memory.values(), before.waves(), alpha))
                .min(Comparator.comparingDouble(it -> it.error(columns)))
                .orElseThrow();
    }

    /**
     * The best share of smoothing with the season, from the best one without it: mostly a calmer one, as a season that is not known
     * looks like a restless level.
     */
    private static Trial downhill(Memory memory, Seasons before, Waves added, LevelRegression without) {
        int start = Arrays.binarySearch(ALPHAS, without.alpha());
        var best = trial(memory, before, added, start);
        boolean better = true;
        for (int i = start - 1; i >= 0 && better; i--) {
            var calmer = trial(memory, before, added, i);
            better = calmer.criterion() < best.criterion();
            best = better ? calmer : best;
        }
        better = best.fit().alpha() == ALPHAS[start];
        for (int i = start + 1; i < ALPHAS.length && better; i++) {
            var livelier = trial(memory, before, added, i);
            better = livelier.criterion() < best.criterion();
            best = better ? livelier : best;
        }
        return best;
    }

    private static Trial trial(Memory memory, Seasons before, Waves added, int alpha) {
        var waves = new ArrayList<>(before.waves());
        waves.add(added);
        var fit = new LevelRegression(memory.values(), waves, ALPHAS[alpha]);
        int first = LEVEL_AND_DRIFT + before.width();
        int chosen = 1;
        double least = Double.POSITIVE_INFINITY;
        for (int count = 1; count <= added.count(); count++) {
            int columns = first + Waves.width(added.cycle(), count);
            double criterion = memory.criterion(fit.error(columns), columns + ALPHA_AND_VARIANCE);
            if (criterion < least) {
                least = criterion;
                chosen = count;
            }
        }
        return new Trial(fit, chosen, least);
    }

    private static Seasons of(Memory memory, Seasons before, Waves waves, Trial trial, double without) {
        int columns = LEVEL_AND_DRIFT + before.width() + waves.width();
        int freedom = memory.known() - columns;
        double error = trial.fit().error(columns);
        double ratio = (without - error) / waves.width() / (error / freedom);
        var blocks = new ArrayList<>(before.blocks);
        blocks.add(new Block(waves, ratio, FDistribution.score(ratio, waves.width(), freedom)));
        double first = before.count() == 0 ? without : before.errorWithout * without / before.error;
        return new Seasons(blocks, memory, trial.fit().coefficients(columns), trial.criterion(), error, first);
    }

    private List<Waves> waves() {
        return blocks.stream().map(Block::waves).toList();
    }

    private int width() {
        return waves().stream().mapToInt(Waves::width).sum();
    }

    int count() {
        return blocks.size();
    }

    /** Length of the longest cycle; 1 when there is none. */
    double longest() {
        return waves().stream().mapToDouble(it -> it.cycle().length()).max().orElse(1);
    }

    /** How far the season found last is beyond chance, in standard deviations; 0 when there is none. */
    double evidence() {
        return blocks.isEmpty() ? 0 : blocks.get(blocks.size() - 1).score();
    }

    boolean isLikelierThan(Seasons other) {
        return criterion < other.criterion;
    }

    Seasons or(Seasons other) {
        return other.count() > count() ? other : this;
    }

    /**
     * The seasons as they are applied.
     *
     * @param nonNegative the series has no value below zero, so that a season that adds is better a share of the level
     */
    Season season(boolean nonNegative) {
        if (blocks.isEmpty()) {
            return Season.NONE;
        }
        boolean shares = !memory.logs() && nonNegative && memory.hasZero() && memory.mean() > 0;
        var cycles = new ArrayList<Season.Figure>();
        int from = LEVEL_AND_DRIFT;
        for (var block : blocks) {
            cycles.add(figure(block, from, shares));
            from += block.waves().width();
        }
        return new Season(cycles, memory.logs() || shares, 1 - error / errorWithout);
    }

    private Season.Figure figure(Block block, int from, boolean shares) {
        var cycle = block.waves().cycle();
        var figure = new double[cycle.span()];
        var row = new double[block.waves().width()];
        var spread = new RunningVariance();
        for (int i = 0; i < figure.length; i++) {
            block.waves().at(i, row, 0);
            double addend = 0;
            for (int j = 0; j < row.length; j++) {
                addend += row[j] * coefficients[from + j];
            }
            spread.add(addend);
            figure[(i + memory.start()) % figure.length] = part(block.kept() * addend, shares);
        }
        double strength = spread.variance() / (spread.variance() + error / memory.known());
        if (memory.logs()) {
            double mean = Arrays.stream(figure).average().orElse(1);
            Arrays.setAll(figure, i -> figure[i] / mean);
        }
        return new Season.Figure(cycle.period(), figure, cycle.span(), strength, block.why());
    }

    private double part(double addend, boolean shares) {
        if (memory.logs()) {
            return StrictMath.exp(addend);
        }
        return shares ? Math.max(0, 1 + addend / memory.mean()) : addend;
    }
}
