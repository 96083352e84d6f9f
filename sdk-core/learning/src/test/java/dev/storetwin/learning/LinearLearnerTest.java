package dev.storetwin.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.storetwin.model.FeatureTable;
import dev.storetwin.model.Learning;
import dev.storetwin.model.LearningTask;
import dev.storetwin.model.ModelCard;
import dev.storetwin.model.Objective;
import dev.storetwin.model.StoredModel;
import dev.storetwin.model.TrainingTable;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinearLearnerTest {

    private final LinearLearner learner = new LinearLearner();

    @Test
    void learns_a_slope_and_a_category() {
        var model = Tables.learn(learner, Tables.sloped(4000), new Objective.SquaredError());

        var answers = model.predict(FeatureTable.builder(3)
                .number("x", -1, 1, 1)
                .category("code", 1, 1, 2)
                .build());

        assertThat(answers[0]).isCloseTo(-3, within(.5));
        assertThat(answers[1]).isCloseTo(3, within(.5));
        assertThat(answers[2]).isCloseTo(8, within(.6));
    }

    @ParameterizedTest
    @ValueSource(doubles = {.1, .5, .9})
    void as_many_values_lie_below_a_quantile_as_its_level_says(double level) {
        var table = Tables.sloped(4000);

        var answers =
                Tables.learn(learner, table, new Objective.Quantile(level)).predict(table.features());

        double below = 0;
        for (int row = 0; row < answers.length; row++) {
            below += table.target(row) <= answers[row] ? 1. / answers.length : 0;
        }
        assertThat(below).isCloseTo(level, within(.05));
    }

    @Test
    void means_of_counts_are_above_0_and_right_by_category() {
        var codes = FeatureTable.builder(2).category("code", 0, 1).build();

        for (var objective : new Objective[] {new Objective.Poisson(), new Objective.Tweedie(1.3)}) {
            var answers = Tables.learn(learner, Tables.counts(4000), objective).predict(codes);

            assertThat(answers[0]).isCloseTo(2 * 2. / 3, within(.2));
            assertThat(answers[1]).isCloseTo(6 * 2. / 3, within(.5));
        }
    }

    @Test
    void the_same_table_and_task_give_the_same_bytes() {
        var first = Tables.learn(learner, Tables.sloped(500), new Objective.Quantile(.9));
        var second = Tables.learn(new LinearLearner(), Tables.sloped(500), new Objective.Quantile(.9));

        assertThat(second.bytes()).isEqualTo(first.bytes());
    }

    @Test
    void a_stored_model_says_the_same_when_it_is_read() {
        var table = Tables.counts(500);
        var model = Tables.learn(learner, table, new Objective.Poisson());

        var read = learner.read(StoredModel.of(model));

        assertThat(read.predict(table.features())).isEqualTo(model.predict(table.features()));
        assertThat(read.bytes()).isEqualTo(model.bytes());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1e-12, 1e15, -1e15})
    void a_target_that_never_changes_is_foretold(double target) {
        var targets = new double[100];
        Arrays.fill(targets, target);
        var table = TrainingTable.of(
                FeatureTable.builder(100).number("x", new double[100]).build(), targets);

        for (var objective : new Objective[] {new Objective.SquaredError(), new Objective.Quantile(.9)}) {
            assertThat(Tables.learn(learner, table, objective).predict(table.features())[0])
                    .isCloseTo(target, within(Math.max(1e-300, Math.abs(target) / 10)));
        }
    }

    @Test
    void a_column_that_is_never_known_says_nothing() {
        var unknown = new double[100];
        Arrays.fill(unknown, Double.NaN);
        var table = TrainingTable.of(
                FeatureTable.builder(100)
                        .number("x", unknown)
                        .number("y", new double[100])
                        .build(),
                new double[100]);

        assertThat(Tables.learn(learner, table, new Objective.SquaredError()).predict(table.features()))
                .containsOnly(0);
    }

    @Test
    void rows_with_and_without_unknown_values_learn_together() {
        var x = new double[200];
        var y = new double[200];
        var targets = new double[200];
        for (int row = 0; row < 200; row++) {
            x[row] = row % 20;
            y[row] = row % 3 == 0 ? Double.NaN : 1;
            targets[row] = 2 * x[row];
        }
        var features = FeatureTable.builder(200).number("x", x).number("y", y).build();

        var answers = Tables.learn(learner, TrainingTable.of(features, targets), new Objective.SquaredError())
                .predict(features);

        assertThat(answers[0]).isCloseTo(0, within(1.));
        assertThat(answers[19]).isCloseTo(38, within(1.));
    }

    @Test
    void too_few_rows_teach_nothing() {
        assertThat(learner.learn(Tables.sloped(9), new LearningTask("test", new Objective.SquaredError(), 1)))
                .isInstanceOf(Learning.NothingLearned.class);
    }

    @Test
    void a_text_that_was_cut_off_is_refused() {
        var model = Tables.learn(learner, Tables.sloped(100), new Objective.SquaredError());
        var text = new String(model.bytes(), StandardCharsets.UTF_8);
        var cut = text.substring(0, text.length() / 2).getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> learner.read(StoredModel.of(ModelCard.of("linear", "1"), cut)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no linear model");
    }
}
