package dev.storetwin.core.forecast.global;

import dev.storetwin.core.forecast.global.PanelFeatures.Row;
import dev.storetwin.forecast.QuantileLevels;
import dev.storetwin.model.FeatureTable;
import dev.storetwin.model.LearnedModel;
import dev.storetwin.model.Learner;
import dev.storetwin.model.LearningTask;
import dev.storetwin.model.ModelCard;
import dev.storetwin.model.Objective;
import dev.storetwin.model.TrainingTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A mean and a few quantiles, learned from one table.
 *
 * @param quantiles one model per level
 */
record GlobalModel(QuantileLevels levels, LearnedModel mean, List<LearnedModel> quantiles) {

    private static final double TWEEDIE_POWER = 1.5;

    GlobalModel {
        quantiles = List.copyOf(quantiles);
    }

    /** Empty when the learner learns nothing from the table. */
    static Optional<GlobalModel> learn(Learner learner, TrainingTable table, GlobalSettings settings) {
        Objective expected =
                table.leastTarget() >= 0 ? new Objective.Tweedie(TWEEDIE_POWER) : new Objective.SquaredError();
        var mean = learn(learner, table, expected, settings);
        var quantiles = new ArrayList<LearnedModel>();
        for (double level : settings.levels().levels()) {
            learn(learner, table, new Objective.Quantile(level), settings).ifPresent(quantiles::add);
        }
        return quantiles.size() < settings.levels().size()
                ? Optional.empty()
                : mean.map(it -> new GlobalModel(settings.levels(), it, quantiles));
    }

    private static Optional<LearnedModel> learn(
            Learner learner, TrainingTable table, Objective objective, GlobalSettings settings) {
        return learner.learn(table, new LearningTask("global-demand", objective, settings.seed()))
                .model();
    }

    ModelCard card() {
        return mean.card();
    }

    /** Scaled means, one per row. */
    double[] means(FeatureTable rows) {
        return mean.predict(rows);
    }

    /**
     * Scaled quantiles, one row of ascending numbers per row: each model knows one level and nothing of the others, so what crosses is
     * put in order (Chernozhukov, Fernandez-Val and Galichon 2010).
     */
    double[][] quantiles(FeatureTable rows) {
        var quantiles = new double[rows.rows()][levels.size()];
        for (int level = 0; level < levels.size(); level++) {
            var answers = this.quantiles.get(level).predict(rows);
            for (int row = 0; row < answers.length; row++) {
                quantiles[row][level] = answers[row];
            }
        }
        for (var row : quantiles) {
            Arrays.sort(row);
        }
        return quantiles;
    }

    /** The rows of one series at the end of its history. */
    static List<Row> rows(History history, Kind kind, int horizon) {
        var ruler = kind.ruler(history, history.size());
        var rows = new ArrayList<Row>();
        for (int step = 1; step <= horizon; step++) {
            rows.add(new Row(history, history.size(), step, ruler));
        }
        return rows;
    }
}
