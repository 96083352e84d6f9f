package dev.storetwin.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.storetwin.model.Objective;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tribuo.Model;
import org.tribuo.regression.evaluation.RegressionEvaluator;

class LightGbmTrainerTest {

    @BeforeEach
    void needs_the_native_library() {
        assumeTrue(NativeLibrary.bundled().obstacle().isEmpty());
    }

    @Test
    void its_model_is_evaluated_by_tribuo() {
        var examples = TribuoTable.of(Tables.sloped(2000));

        var evaluation = new RegressionEvaluator().evaluate(trainer().train(examples), examples);

        assertThat(evaluation.r2(examples.getExample(0).getOutput())).isGreaterThan(.8);
    }

    @Test
    void its_model_knows_the_trainer_and_the_examples() {
        var model = trainer().train(TribuoTable.of(Tables.sloped(500)));

        var provenance = model.getProvenance();

        assertThat(provenance.getTrainerProvenance().toString()).contains("objective=regression", "rounds");
        assertThat(provenance.getDatasetProvenance().getNumExamples()).isEqualTo(500);
    }

    @Test
    void its_model_is_stored_by_tribuo_with_the_same_bytes() {
        var examples = TribuoTable.of(Tables.sloped(500));
        var first = trainer().train(examples).serialize();
        var second = trainer().train(examples).serialize();

        var read = Model.deserialize(first).castModel(org.tribuo.regression.Regressor.class);

        assertThat(second.toByteArray()).isEqualTo(first.toByteArray());
        assertThat(read.predict(examples.getExample(3)).getOutput().getValues())
                .isEqualTo(trainer()
                        .train(examples)
                        .predict(examples.getExample(3))
                        .getOutput()
                        .getValues());
    }

    private static LightGbmTrainer trainer() {
        return new LightGbmTrainer(new Objective.SquaredError(), LightGbmSettings.defaults(), List.of("code"), 7);
    }
}
