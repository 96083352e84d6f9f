package dev.storetwin.learning;

import com.oracle.labs.mlrg.olcut.config.Config;
import com.oracle.labs.mlrg.olcut.provenance.Provenance;
import dev.storetwin.model.Objective;
import io.github.metarank.lightgbm4j.LGBMBooster;
import io.github.metarank.lightgbm4j.LGBMDataset;
import io.github.metarank.lightgbm4j.LGBMException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.tribuo.Dataset;
import org.tribuo.ImmutableFeatureMap;
import org.tribuo.Trainer;
import org.tribuo.WeightedExamples;
import org.tribuo.provenance.ModelProvenance;
import org.tribuo.provenance.TrainerProvenance;
import org.tribuo.provenance.impl.TrainerProvenanceImpl;
import org.tribuo.regression.Regressor;

/**
 * Boosted trees by LightGBM (Ke et al. 2017) as a trainer of Tribuo, so that provenance, evaluation and storage are Tribuo's.
 *
 * <p>One thread, fixed seeds and row-wise histograms: the same examples in the same order give the same model, bit for bit. What is
 * native lives only while {@link #train} runs.
 */
public final class LightGbmTrainer implements Trainer<Regressor>, WeightedExamples {

    @Config(description = "LightGBM's parameters, without those that make it repeatable")
    private String parameters = "objective=regression";

    @Config(description = "Number of trees")
    private int rounds = 100;

    @Config(description = "Names of the features that are codes without order")
    private List<String> categories = List.of();

    @Config(description = "Of all draws")
    private long seed = Trainer.DEFAULT_SEED;

    private int invocations;

    /** For Tribuo's configuration. */
    private LightGbmTrainer() {}

    public LightGbmTrainer(Objective objective, LightGbmSettings settings, List<String> categories, long seed) {
        this.parameters = parameters(objective, settings);
        this.rounds = settings.rounds();
        this.categories = List.copyOf(categories);
        this.seed = seed;
    }

    private static String parameters(Objective objective, LightGbmSettings settings) {
        return new StringJoiner(" ")
                .add(objective(objective))
                .add("learning_rate=" + settings.learningRate())
                .add("num_leaves=" + settings.leaves())
                .add("min_data_in_leaf=" + settings.rowsPerLeaf())
                .add("feature_fraction=" + settings.columnShare())
                .add("bagging_fraction=" + settings.rowShare())
                .add("bagging_freq=" + (settings.rowShare() < 1 ? 1 : 0))
                .add("max_bin=" + settings.bins())
                .toString();
    }

    private static String objective(Objective objective) {
        if (objective instanceof Objective.Quantile quantile) {
            return "objective=quantile alpha=" + quantile.level();
        }
        if (objective instanceof Objective.Tweedie tweedie) {
            return "objective=tweedie tweedie_variance_power=" + tweedie.power();
        }
        return objective instanceof Objective.Poisson ? "objective=poisson" : "objective=regression";
    }

    @Override
    public LightGbmModel train(Dataset<Regressor> examples, Map<String, Provenance> runProvenance) {
        var features = examples.getFeatureIDMap();
        if (features.size() == 0 || examples.size() == 0) {
            throw new IllegalArgumentException("There is nothing to learn from: %d examples with %d features."
                    .formatted(examples.size(), features.size()));
        }
        var provenance = new ModelProvenance(
                LightGbmModel.class.getName(),
                TribuoTable.NO_TIME,
                examples.getProvenance(),
                getProvenance(),
                runProvenance,
                false);
        invocations++;
        var trees = BoostedTrees.parse(grow(examples, features));
        return new LightGbmModel("lightgbm", provenance, features, examples.getOutputIDInfo(), trees);
    }

    private String grow(Dataset<Regressor> examples, ImmutableFeatureMap features) {
        var all = parameters(features);
        try (var data = data(examples, features, all);
                var booster = LGBMBooster.create(data, all)) {
            boolean finished = false;
            for (int round = 0; round < rounds && !finished; round++) {
                finished = booster.updateOneIter();
            }
            return booster.saveModelToString(0, 0, LGBMBooster.FeatureImportanceType.GAIN);
        } catch (LGBMException refused) {
            throw new IllegalStateException("LightGBM cannot learn from these examples.", refused);
        }
    }

    private String parameters(ImmutableFeatureMap features) {
        var codes = new StringJoiner(",");
        categories.stream().filter(it -> features.getID(it) >= 0).forEach(it -> codes.add("" + features.getID(it)));
        return parameters
                + (codes.length() == 0 ? "" : " categorical_feature=" + codes)
                + " seed=" + (int) (seed & Integer.MAX_VALUE)
                + " deterministic=true force_row_wise=true num_threads=1 feature_pre_filter=false verbosity=-1";
    }

    private static LGBMDataset data(Dataset<Regressor> examples, ImmutableFeatureMap features, String parameters)
            throws LGBMException {
        int columns = features.size();
        var values = new double[examples.size() * columns];
        Arrays.fill(values, Double.NaN);
        var targets = new float[examples.size()];
        var weights = new float[examples.size()];
        int row = 0;
        for (var example : examples) {
            for (var feature : example) {
                values[row * columns + features.getID(feature.getName())] = feature.getValue();
            }
            targets[row] = (float) TribuoTable.target(example);
            weights[row++] = example.getWeight();
        }
        var data = LGBMDataset.createFromMat(values, row, columns, true, parameters, null);
        data.setField("label", targets);
        data.setField("weight", weights);
        data.setFeatureNames(LightGbmModel.names(features).toArray(String[]::new));
        return data;
    }

    @Override
    public int getInvocationCount() {
        return invocations;
    }

    @Override
    public void setInvocationCount(int count) {
        invocations = count;
    }

    @Override
    public TrainerProvenance getProvenance() {
        return new TrainerProvenanceImpl(this);
    }
}
