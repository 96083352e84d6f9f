package dev.storetwin.core.inventory.echelon;

import dev.storetwin.core.inventory.demand.DemandRate;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Bounds of the best echelon base stock levels by two newsvendors per stage, and their mean as a quick answer (Shang and Song 2003,
 * "Newsvendor bounds and heuristic for optimal policies in serial supply chains").
 *
 * <p>Each newsvendor sees the demand of all lead times from the stage's supplier to the customer. The lower one pays for holding as
 * if all stages nearer to the customer cost what the nearest does, the upper one as if they added nothing.
 */
public final class ShangSong {

    private ShangSong() {}

    /**
     * Between which levels the best one of a stage lies.
     *
     * @param lower below no best level
     * @param upper above no best level
     */
    public record Bounds(double lower, double upper) {

        double middle() {
            return (lower + upper) / 2;
        }
    }

    /** One pair per stage, from the customer upwards. */
    public static List<Bounds> bounds(SerialSystem system) {
        return IntStream.range(0, system.stages().size())
                .mapToObj(stage -> bounds(system, stage))
                .toList();
    }

    /** The mean of the bounds, rounded down where demand is counted, with its exact cost. */
    public static SerialPlan heuristic(SerialSystem system) {
        boolean counted = system.demand() instanceof DemandRate.Counted;
        var levels = bounds(system).stream()
                .map(it -> counted ? Math.floor(it.middle()) : it.middle())
                .toList();
        return ClarkScarf.evaluate(system, levels);
    }

    private static Bounds bounds(SerialSystem system, int stage) {
        double time = system.leadTimeTo(stage);
        double own = system.stages().get(stage).echelonHoldingCost();
        double gain = system.shortageCost()
                + system.stages().subList(stage + 1, system.stages().size()).stream()
                        .mapToDouble(Stage::echelonHoldingCost)
                        .sum();
        if (time == 0) {
            return new Bounds(0, 0);
        }
        return new Bounds(
                system.demand().quantile(time, gain / system.penalty()),
                system.demand().quantile(time, gain / (gain + own)));
    }
}
