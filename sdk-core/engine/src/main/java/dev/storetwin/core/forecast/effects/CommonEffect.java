package dev.storetwin.core.forecast.effects;

import dev.storetwin.core.forecast.effects.Regression.Prior;
import java.util.List;

/** What one column does in many series: mean and spread of the true effects (DerSimonian and Laird 1986). */
final class CommonEffect {

    private static final double SMALLEST = 1e-9;

    private CommonEffect() {}

    static Prior of(List<Effect> effects) {
        double weights = 0;
        double squares = 0;
        double sum = 0;
        for (var effect : effects) {
            double weight = weight(effect, 0);
            weights += weight;
            squares += weight * weight;
            sum += weight * effect.coefficient();
        }
        double mean = sum / weights;
        double heterogeneity = 0;
        for (var effect : effects) {
            double away = effect.coefficient() - mean;
            heterogeneity += weight(effect, 0) * away * away;
        }
        double between = Math.max(0, (heterogeneity - (effects.size() - 1)) / (weights - squares / weights));
        double finalWeights = 0;
        double finalSum = 0;
        for (var effect : effects) {
            finalWeights += weight(effect, between);
            finalSum += weight(effect, between) * effect.coefficient();
        }
        return new Prior(finalSum / finalWeights, Math.sqrt(between + 1 / finalWeights));
    }

    private static double weight(Effect effect, double between) {
        return 1 / (effect.standardError() * effect.standardError() + between + SMALLEST);
    }
}
