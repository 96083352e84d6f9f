package dev.storetwin.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.storetwin.model.DataRange;
import dev.storetwin.model.FeatureTable;
import dev.storetwin.model.Learner;
import dev.storetwin.model.Learning;
import dev.storetwin.model.LearningTask;
import dev.storetwin.model.ModelCard;
import dev.storetwin.model.Objective;
import dev.storetwin.model.StoredModel;
import dev.storetwin.model.TrainingTable;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.ServiceLoader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LightGbmLearnerTest {

    private final Learner learner = new LightGbmLearner();

    @BeforeEach
    void needs_the_native_library() {
        assumeTrue(NativeLibrary.bundled().obstacle().isEmpty(), () -> learner.reason());
    }

    @Test
    void is_found_as_a_service() {
        assertThat(ServiceLoader.load(Learner.class))
                .singleElement()
                .extracting(Learner::name, Learner::reason)
                .containsExactly("lightgbm", "lightgbm 4.3.0 learns boosted trees");
    }

    @Test
    void learns_a_slope_and_a_category() {
        var patient = new LightGbmLearner(LightGbmSettings.defaults().withRounds(400));
        var model = Tables.learn(patient, Tables.sloped(4000), new Objective.SquaredError());

        var answers = model.predict(FeatureTable.builder(4)
                .number("x", -1, 1, 1, 1)
                .number("nothing", .5, .5, .5, .5)
                .category("code", 1, 1, 2, Double.NaN)
                .build());

        assertThat(answers[0]).isCloseTo(-3, within(.5));
        assertThat(answers[1]).isCloseTo(3, within(.5));
        assertThat(answers[2]).isCloseTo(8, within(.6));
        assertThat(answers[3]).isBetween(2., 9.);
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
        assertThat(below).isCloseTo(level, within(.04));
    }

    @Test
    void means_of_counts_are_above_0_and_right_by_category() {
        var table = Tables.counts(4000);
        var codes = FeatureTable.builder(2).category("code", 0, 1).build();

        for (var objective : new Objective[] {new Objective.Poisson(), new Objective.Tweedie(1.3)}) {
            var answers = Tables.learn(learner, table, objective).predict(codes);

            assertThat(answers[0]).isCloseTo(2 * 2. / 3, within(.12));
            assertThat(answers[1]).isCloseTo(6 * 2. / 3, within(.3));
        }
    }

    @Test
    void rows_count_by_their_weight() {
        var features = FeatureTable.builder(200).number("x", new double[200]).build();
        var targets = new double[200];
        var weights = new double[200];
        Arrays.setAll(targets, row -> row % 2 == 0 ? 0 : 10);
        Arrays.setAll(weights, row -> row % 2 == 0 ? 1 : 4);
        var settings = LightGbmSettings.defaults().withShares(1, 1);

        var model = Tables.learn(
                new LightGbmLearner(settings),
                TrainingTable.of(features, targets).withWeights(weights),
                new Objective.SquaredError());

        assertThat(model.predict(features)[0]).isCloseTo(8, within(1e-6));
    }

    @Test
    void the_same_table_and_task_give_the_same_bytes() {
        var first = Tables.learn(new LightGbmLearner(), Tables.sloped(1000), new Objective.Quantile(.9));
        var second = Tables.learn(new LightGbmLearner(), Tables.sloped(1000), new Objective.Quantile(.9));

        assertThat(second.bytes()).isEqualTo(first.bytes());
        assertThat(second.card()).isEqualTo(first.card());
    }

    @Test
    void another_seed_gives_another_model() {
        var table = Tables.sloped(1000);
        var objective = new Objective.SquaredError();

        var first = learner.learn(table, new LearningTask("test", objective, 1))
                .model()
                .orElseThrow();
        var second = learner.learn(table, new LearningTask("test", objective, 2))
                .model()
                .orElseThrow();

        assertThat(second.bytes()).isNotEqualTo(first.bytes());
    }

    @Test
    void a_stored_model_says_the_same_when_it_is_read() {
        var table = Tables.sloped(1000);
        var model = Tables.learn(learner, table, new Objective.Quantile(.7));

        var read = new LightGbmLearner(LightGbmSettings.defaults(), () -> java.util.Optional.of("not here"))
                .read(StoredModel.of(model));

        assertThat(read.predict(table.features())).isEqualTo(model.predict(table.features()));
        assertThat(read.card()).isEqualTo(model.card());
        assertThat(read.bytes()).isEqualTo(model.bytes());
    }

    @Test
    void columns_are_found_by_name_and_missing_ones_are_unknown() {
        var model = Tables.learn(learner, Tables.sloped(1000), new Objective.SquaredError());
        var inOrder = FeatureTable.builder(1)
                .number("x", 1)
                .number("nothing", Double.NaN)
                .category("code", 2)
                .build();
        var otherwise = FeatureTable.builder(1)
                .category("code", 2)
                .number("unheard", 4)
                .number("x", 1)
                .build();

        assertThat(model.predict(otherwise)).isEqualTo(model.predict(inOrder));
    }

    @Test
    void the_card_says_what_was_learned_from_what() {
        var table = Tables.sloped(1000).withData(new DataRange("2024-01", "2024-12", 1000));

        var card = Tables.learn(learner, table, new Objective.Quantile(.9)).card();

        assertThat(card.name()).isEqualTo("lightgbm");
        assertThat(card.settings())
                .containsEntry("objective", "quantile 0.9")
                .containsEntry("rows", "1000")
                .containsKey("settings");
        assertThat(card.data()).contains(new DataRange("2024-01", "2024-12", 1000));
        assertThat(card.seed()).hasValue(7);
    }

    @Test
    void too_few_rows_teach_nothing() {
        var learning = learner.learn(Tables.sloped(30), new LearningTask("test", new Objective.SquaredError(), 1));

        assertThat(learning).isInstanceOfSatisfying(Learning.NothingLearned.class, it -> assertThat(it.reason())
                .contains("30 rows"));
    }

    @Test
    void targets_below_0_have_no_tweedie_mean() {
        var learning = learner.learn(Tables.sloped(300), new LearningTask("test", new Objective.Tweedie(1.5), 1));

        assertThat(learning).isInstanceOfSatisfying(Learning.NothingLearned.class, it -> assertThat(it.reason())
                .contains("below 0"));
    }

    @Test
    void bytes_that_are_no_model_are_refused() {
        var noise = StoredModel.of(ModelCard.of("lightgbm", "4.3.0"), "noise".getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> learner.read(noise))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no model that LightGBM wrote");
    }
}
