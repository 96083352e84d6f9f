package dev.storetwin.core.forecast.global;

import dev.storetwin.core.numeric.Order;
import dev.storetwin.model.FeatureTable;
import dev.storetwin.model.LearnedModel;
import dev.storetwin.model.Learner;
import dev.storetwin.model.Learning;
import dev.storetwin.model.LearningTask;
import dev.storetwin.model.ModelCard;
import dev.storetwin.model.Objective;
import dev.storetwin.model.StoredModel;
import dev.storetwin.model.TrainingTable;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Predicts the same for every row: the mean or the quantile of all targets. */
final class ConstantLearner implements Learner {

    @Override
    public String name() {
        return "constant";
    }

    @Override
    public String reason() {
        return "constant looks at no column";
    }

    @Override
    public Learning learn(TrainingTable table, LearningTask task) {
        if (table.rows() == 0) {
            return new Learning.NothingLearned("no rows");
        }
        var targets = IntStream.range(0, table.rows())
                .mapToDouble(table::target)
                .sorted()
                .toArray();
        double answer = task.objective() instanceof Objective.Quantile quantile
                ? Order.quantile(targets, quantile.level())
                : Arrays.stream(targets).average().orElseThrow();
        return new Learning.Learned(new Constant(answer));
    }

    @Override
    public LearnedModel read(StoredModel stored) {
        return new Constant(Double.parseDouble(new String(stored.bytes(), StandardCharsets.UTF_8)));
    }

    private record Constant(double answer) implements LearnedModel {

        @Override
        public double[] predict(FeatureTable rows) {
            var answers = new double[rows.rows()];
            Arrays.fill(answers, answer);
            return answers;
        }

        @Override
        public ModelCard card() {
            return ModelCard.of("constant", "1");
        }

        @Override
        public byte[] bytes() {
            return Double.toString(answer).getBytes(StandardCharsets.UTF_8);
        }
    }
}
