package dev.storetwin.learning;

import dev.storetwin.model.LearnedModel;
import dev.storetwin.model.Learner;
import dev.storetwin.model.Learning;
import dev.storetwin.model.LearningTask;
import dev.storetwin.model.ModelCard;
import dev.storetwin.model.StoredModel;
import dev.storetwin.model.TrainingTable;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.tribuo.common.sgd.AbstractSGDTrainer;
import org.tribuo.math.optimisers.AdaGrad;
import org.tribuo.regression.sgd.linear.LinearSGDModel;
import org.tribuo.regression.sgd.linear.LinearSGDTrainer;

/**
 * Learns linear models with Tribuo, in Java alone: by stochastic gradient descent with steps that shrink by AdaGrad (Duchi et al.
 * 2011), on standardized columns, for every objective. Means above 0 are learned through their logarithm.
 */
public final class LinearLearner implements Learner {

    static final String NAME = "linear";

    private static final String VERSION = "1";
    private static final int FEWEST_ROWS = 10;
    private static final int EPOCHS = 10;
    private static final double STEP = .1;
    private static final double EPSILON = 1e-6;

    /** Tribuo tells of each model that it trains; a guest does not, unless the host asked. Held, or the setting would be forgotten. */
    private static final Logger CHATTER = quiet(Logger.getLogger(AbstractSGDTrainer.class.getName()));

    private static Logger quiet(Logger logger) {
        if (logger.getLevel() == null) {
            logger.setLevel(Level.WARNING);
        }
        return logger;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String reason() {
        return "%s learns in Java alone".formatted(NAME);
    }

    @Override
    public Learning learn(TrainingTable table, LearningTask task) {
        return learn(table, task, Map.of());
    }

    Learning learn(TrainingTable table, LearningTask task, Map<String, String> words) {
        return obstacle(table, task)
                .<Learning>map(Learning.NothingLearned::new)
                .orElseGet(() -> new Learning.Learned(fit(table, task, card(table, task, words))));
    }

    /** Why nothing can be learned, whatever the learner. */
    static Optional<String> obstacle(TrainingTable table, LearningTask task) {
        if (table.rows() < FEWEST_ROWS || table.features().columns().isEmpty()) {
            return Optional.of("%s has %d rows and %d columns to learn from; %d rows and a column are needed"
                    .formatted(
                            task.name(),
                            table.rows(),
                            table.features().columns().size(),
                            FEWEST_ROWS));
        }
        return task.objective().isForNonNegative() && table.leastTarget() < 0
                ? Optional.of("%s has targets below 0, and %s knows none"
                        .formatted(task.name(), task.objective().label()))
                : Optional.empty();
    }

    private static LearnedModel fit(TrainingTable table, LearningTask task, ModelCard card) {
        var design = LinearDesign.of(table.features());
        var target = TargetScale.of(table, task.objective());
        var examples = TribuoTable.of(
                table, row -> design.features(table.features(), row), row -> target.scaled(table.target(row)));
        CHATTER.fine(() -> "Learning %s.".formatted(task.name()));
        var trainer = new LinearSGDTrainer(
                new LinearObjective(task.objective()),
                new AdaGrad(STEP, EPSILON),
                EPOCHS,
                Integer.MAX_VALUE,
                task.seed());
        return new LinearModel(design, target, weights(trainer.train(examples)), card);
    }

    private static Map<String, Double> weights(LinearSGDModel model) {
        var matrix = model.getWeightsCopy();
        var features = model.getFeatureIDMap();
        var weights = new TreeMap<String, Double>();
        for (int id = 0; id < features.size(); id++) {
            weights.put(features.get(id).getName(), matrix.get(0, id));
        }
        weights.put(LinearModel.BIAS, matrix.get(0, features.size()));
        return weights;
    }

    private static ModelCard card(TrainingTable table, LearningTask task, Map<String, String> more) {
        var words = new TreeMap<>(more);
        words.put("task", task.name());
        words.put("objective", task.objective().label());
        words.put("rows", Integer.toString(table.rows()));
        words.put("columns", Integer.toString(table.features().columns().size()));
        var card = ModelCard.of(NAME, VERSION).withSettings(words).withSeed(task.seed());
        return table.data().map(card::withData).orElse(card);
    }

    @Override
    public LearnedModel read(StoredModel stored) {
        return LinearModel.read(stored);
    }
}
