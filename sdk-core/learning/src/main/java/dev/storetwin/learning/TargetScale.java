package dev.storetwin.learning;

import dev.storetwin.model.Objective;
import dev.storetwin.model.TrainingTable;

/**
 * Targets brought near to one size, so that one step of descent fits all.
 *
 * @param centre      taken away first
 * @param size        divided by then, above 0
 * @param logarithmic predictions are logarithms
 */
record TargetScale(double centre, double size, boolean logarithmic) {

    static TargetScale of(TrainingTable table, Objective objective) {
        double mean = 0;
        double largest = 0;
        for (int row = 0; row < table.rows(); row++) {
            mean += (table.target(row) - mean) / (row + 1);
            largest = Math.max(largest, Math.abs(table.target(row)));
        }
        if (objective.isForNonNegative()) {
            return new TargetScale(0, mean > 0 ? mean : 1, true);
        }
        double spread = 0;
        for (int row = 0; row < table.rows(); row++) {
            spread += (Math.abs(table.target(row) - mean) - spread) / (row + 1);
        }
        return new TargetScale(mean, spread > 0 ? spread : Math.max(largest, Double.MIN_NORMAL), false);
    }

    double scaled(double target) {
        return (target - centre) / size;
    }

    double target(double prediction) {
        return logarithmic ? size * StrictMath.exp(LinearObjective.clamp(prediction)) : centre + size * prediction;
    }
}
