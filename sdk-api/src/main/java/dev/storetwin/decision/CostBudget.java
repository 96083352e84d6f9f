package dev.storetwin.decision;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the questions of one capability may cost in a window of time.
 *
 * <p>Windows follow each other from midnight of the shop on; the last one of a day may be shorter. What nobody spent does not carry over.
 *
 * @param window      a minute to a day
 * @param cpu         time that the asking threads may compute; empty for any
 * @param modelCalls  forecasts and elasticities that may be worked out anew; empty for any
 * @param keptBytes   how much may be kept of models, to be used again; what was not used for longest goes first. Estimated
 * @param longestKept how old a model may be that is used again
 * @param ladder      when less work is done
 */
public record CostBudget(
        Duration window,
        Optional<Duration> cpu,
        OptionalLong modelCalls,
        long keptBytes,
        Duration longestKept,
        DegradeLadder ladder) {

    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final long KEPT = 64L << 20;

    public CostBudget {
        if (window.compareTo(SHORTEST) < 0 || window.compareTo(DAY) > 0) {
            throw new IllegalArgumentException("""
                    A window lasts from a minute to a day, not %s.
                    Maybe CostBudget.perHour() or CostBudget.perDay() is meant.""".formatted(window));
        }
        if (cpu.isPresent() && (cpu.get().isZero() || cpu.get().isNegative())) {
            throw new IllegalArgumentException("""
                    A budget of CPU time is above zero, not %s.
                    Maybe the capability is to be switched off: Autonomy.OFF does that.""".formatted(cpu.get()));
        }
        if (modelCalls.isPresent() && modelCalls.getAsLong() < 1) {
            throw new IllegalArgumentException("""
                    A budget of model calls is at least 1, not %d.
                    Maybe the capability is to be switched off: Autonomy.OFF does that.""".formatted(modelCalls.getAsLong()));
        }
        if (keptBytes < 0 || longestKept.isNegative()) {
            throw new IllegalArgumentException("""
                    keptBytes (%d) and longestKept (%s) must not be negative.
                    Maybe 0 is meant: then no model is used again.""".formatted(keptBytes, longestKept));
        }
    }

    /** Nothing is limited yet; counted by the hour. */
    public static CostBudget perHour() {
        return per(Duration.ofHours(1));
    }

    /** Nothing is limited yet; counted by the day of the shop. */
    public static CostBudget perDay() {
        return per(DAY);
    }

    /** Nothing is limited yet, but for 64 MiB of kept models, each used again for a day. */
    public static CostBudget per(Duration window) {
        return new CostBudget(window, Optional.empty(), OptionalLong.empty(), KEPT, DAY, DegradeLadder.DEFAULT);
    }

    public CostBudget withCpu(Duration most) {
        return new CostBudget(window, Optional.of(most), modelCalls, keptBytes, longestKept, ladder);
    }

    public CostBudget withModelCalls(long most) {
        return new CostBudget(window, cpu, OptionalLong.of(most), keptBytes, longestKept, ladder);
    }

    public CostBudget withKeptBytes(long most) {
        return new CostBudget(window, cpu, modelCalls, most, longestKept, ladder);
    }

    public CostBudget withLongestKept(Duration age) {
        return new CostBudget(window, cpu, modelCalls, keptBytes, age, ladder);
    }

    public CostBudget withLadder(DegradeLadder steps) {
        return new CostBudget(window, cpu, modelCalls, keptBytes, longestKept, steps);
    }

    /** The share of this budget that is spent: of CPU time or of model calls, whichever is more; 0 where neither is limited. */
    public double share(Duration spent, long called) {
        double ofCpu = cpu.map(it -> seconds(spent) / seconds(it)).orElse(0.0);
        double ofCalls = modelCalls.isPresent() ? (double) called / modelCalls.getAsLong() : 0;
        return Math.max(ofCpu, ofCalls);
    }

    private static double seconds(Duration time) {
        return time.getSeconds() + time.getNano() / 1e9;
    }
}
