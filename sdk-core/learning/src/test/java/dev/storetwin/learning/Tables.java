package dev.storetwin.learning;

import dev.storetwin.model.FeatureTable;
import dev.storetwin.model.LearnedModel;
import dev.storetwin.model.Learner;
import dev.storetwin.model.Learning;
import dev.storetwin.model.LearningTask;
import dev.storetwin.model.Objective;
import dev.storetwin.model.TrainingTable;
import java.util.SplittableRandom;

/** Tables whose truth is known. */
final class Tables {

    private Tables() {}

    /** Target: 3 x, 5 more in category 2, noise of standard deviation 1; x is unknown in one row of ten. */
    static TrainingTable sloped(int rows) {
        var random = new SplittableRandom(1);
        var x = new double[rows];
        var code = new double[rows];
        var nothing = new double[rows];
        var target = new double[rows];
        for (int row = 0; row < rows; row++) {
            x[row] = random.nextDouble(-2, 2);
            code[row] = random.nextInt(6);
            nothing[row] = random.nextDouble();
            target[row] = 3 * x[row] + (code[row] == 2 ? 5 : 0) + random.nextGaussian();
            x[row] = random.nextInt(10) == 0 ? Double.NaN : x[row];
        }
        var features = FeatureTable.builder(rows)
                .number("x", x)
                .number("nothing", nothing)
                .category("code", code)
                .build();
        return TrainingTable.of(features, target);
    }

    /** Counts around 2 or around 6 by code, each with one zero in three rows more. */
    static TrainingTable counts(int rows) {
        var random = new SplittableRandom(2);
        var code = new double[rows];
        var target = new double[rows];
        for (int row = 0; row < rows; row++) {
            code[row] = random.nextInt(2);
            int most = code[row] == 0 ? 5 : 13;
            target[row] = random.nextInt(3) == 0 ? 0 : random.nextInt(most);
        }
        return TrainingTable.of(
                FeatureTable.builder(rows).category("code", code).build(), target);
    }

    static LearnedModel learn(Learner learner, TrainingTable table, Objective objective) {
        var learning = learner.learn(table, new LearningTask("test", objective, 7));
        return learning.model().orElseThrow(() -> new AssertionError(((Learning.NothingLearned) learning).reason()));
    }

    static double meanLoss(TrainingTable table, double[] predictions, double level) {
        double sum = 0;
        for (int row = 0; row < predictions.length; row++) {
            double error = table.target(row) - predictions[row];
            sum += error > 0 ? level * error : (level - 1) * error;
        }
        return sum / predictions.length;
    }
}
