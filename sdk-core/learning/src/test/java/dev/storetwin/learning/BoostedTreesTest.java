package dev.storetwin.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.ml.lightgbm.PredictionType;
import dev.storetwin.model.Objective;
import dev.storetwin.model.TrainingTable;
import io.github.metarank.lightgbm4j.LGBMBooster;
import io.github.metarank.lightgbm4j.LGBMException;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BoostedTreesTest {

    /** Two trees by hand: x at most 1.5 gives 1, else 2 (unknown goes right); code 0 or 33 gives 10, else 20. */
    private static final String BY_HAND = """
            tree
            version=v4
            objective=regression
            feature_names=x code

            Tree=0
            num_leaves=2
            split_feature=0
            threshold=1.5
            decision_type=8
            left_child=-1
            right_child=-2
            leaf_value=1 2

            Tree=1
            num_leaves=2
            split_feature=1
            threshold=0
            decision_type=1
            left_child=-1
            right_child=-2
            leaf_value=10 20
            cat_boundaries=0 2
            cat_threshold=1 2

            Tree=2
            num_leaves=1
            leaf_value=100

            end of trees
            """;

    @Test
    void answers_add_up() {
        var trees = BoostedTrees.parse(BY_HAND);

        assertThat(trees.size()).isEqualTo(3);
        assertThat(trees.predict(new double[] {1.5, 0})).isEqualTo(111);
        assertThat(trees.predict(new double[] {1.6, 33})).isEqualTo(112);
        assertThat(trees.predict(new double[] {Double.NaN, 1})).isEqualTo(122);
        assertThat(trees.predict(new double[] {0, Double.NaN})).isEqualTo(121);
        assertThat(trees.predict(new double[] {0, 64})).isEqualTo(121);
    }

    @Test
    void a_logarithm_is_raised() {
        var trees = BoostedTrees.parse(BY_HAND.replace("objective=regression", "objective=poisson")
                .replace("leaf_value=100", "leaf_value=-10"));

        assertThat(trees.predict(new double[] {1, 0})).isCloseTo(Math.E, within(1e-12));
    }

    @Test
    void plain_java_and_the_native_library_say_the_same() throws LGBMException {
        assumeTrue(NativeLibrary.bundled().obstacle().isEmpty());
        for (var objective : new Objective[] {
            new Objective.SquaredError(),
            new Objective.Quantile(.9),
            new Objective.Tweedie(1.5),
            new Objective.Poisson()
        }) {
            var table = objective.isForNonNegative() ? Tables.counts(2000) : Tables.sloped(2000);
            var model = Tables.learn(new LightGbmLearner(), table, objective);

            assertThat(model.predict(table.features()))
                    .containsExactly(answersOfNative(new String(model.bytes()), table), within(1e-12));
        }
    }

    private static double[] answersOfNative(String text, TrainingTable table) throws LGBMException {
        var trees = BoostedTrees.parse(text);
        int columns = trees.columns().size();
        var values = new double[table.rows() * columns];
        var order = ColumnOrder.of(table.features(), trees.columns());
        var row = new double[columns];
        for (int i = 0; i < table.rows(); i++) {
            order.read(i, row);
            System.arraycopy(row, 0, values, i * columns, columns);
        }
        try (var booster = LGBMBooster.loadModelFromString(text)) {
            return booster.predictForMat(values, table.rows(), columns, true, PredictionType.C_API_PREDICT_NORMAL);
        }
    }

    @Test
    void the_order_of_the_rows_asked_does_not_matter() {
        var trees = BoostedTrees.parse(BY_HAND);
        var random = new SplittableRandom(3);
        var rows = new double[50][];
        Arrays.setAll(rows, i -> new double[] {random.nextDouble(3), random.nextInt(40)});

        var forwards = Arrays.stream(rows).mapToDouble(trees::predict).toArray();

        for (int i = rows.length - 1; i >= 0; i--) {
            assertThat(trees.predict(rows[i])).isEqualTo(forwards[i]);
        }
    }
}
