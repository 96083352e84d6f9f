package dev.storetwin.learning;

import com.oracle.labs.mlrg.olcut.config.Config;
import com.oracle.labs.mlrg.olcut.provenance.ConfiguredObjectProvenance;
import com.oracle.labs.mlrg.olcut.provenance.impl.ConfiguredObjectProvenanceImpl;
import com.oracle.labs.mlrg.olcut.util.Pair;
import dev.storetwin.model.Objective;
import org.tribuo.math.la.DenseVector;
import org.tribuo.math.la.SGDVector;
import org.tribuo.regression.sgd.RegressionObjective;

/**
 * What a linear model makes small, for Tribuo's descent. Poisson and Tweedie means are learned as logarithms. Tribuo climbs, so the
 * slope is that of less loss.
 */
final class LinearObjective implements RegressionObjective {

    private static final double FARTHEST = 20;
    private static final double STEEPEST = 10;

    @Config(description = "In the words of the card")
    private String label;

    private final Objective objective;

    LinearObjective(Objective objective) {
        this.objective = objective;
        this.label = objective.label();
    }

    /** Logarithms are kept where their exponential is finite. */
    static double clamp(double logarithm) {
        return Math.max(-FARTHEST, Math.min(FARTHEST, logarithm));
    }

    /** Its old name, which every objective must still have. */
    @Override
    @Deprecated
    @SuppressWarnings("InlineMeSuggester") // the caller is Tribuo
    public Pair<Double, SGDVector> loss(DenseVector truth, SGDVector prediction) {
        return lossAndGradient(truth, prediction);
    }

    @Override
    public Pair<Double, SGDVector> lossAndGradient(DenseVector truth, SGDVector prediction) {
        double loss = loss(truth.get(0), prediction.get(0));
        double slope = slope(truth.get(0), prediction.get(0));
        return new Pair<>(loss, new DenseVector(1, Math.max(-STEEPEST, Math.min(STEEPEST, slope))));
    }

    /** By so much the loss falls when the prediction grows by a little. */
    private double slope(double truth, double prediction) {
        if (objective instanceof Objective.Quantile quantile) {
            return truth > prediction ? quantile.level() : quantile.level() - 1;
        }
        if (objective instanceof Objective.SquaredError) {
            return truth - prediction;
        }
        double power = power();
        double logarithm = clamp(prediction);
        return truth * StrictMath.exp((1 - power) * logarithm) - StrictMath.exp((2 - power) * logarithm);
    }

    private double loss(double truth, double prediction) {
        if (objective instanceof Objective.Quantile quantile) {
            double error = truth - prediction;
            return error > 0 ? quantile.level() * error : (quantile.level() - 1) * error;
        }
        if (objective instanceof Objective.SquaredError) {
            return (truth - prediction) * (truth - prediction) / 2;
        }
        double power = power();
        double logarithm = clamp(prediction);
        double expected = StrictMath.exp((2 - power) * logarithm) / (2 - power);
        return power == 1
                ? expected - truth * logarithm
                : expected - truth * StrictMath.exp((1 - power) * logarithm) / (1 - power);
    }

    /** Of the mean that the variance grows with. */
    private double power() {
        return objective instanceof Objective.Tweedie tweedie ? tweedie.power() : 1;
    }

    @Override
    public String toString() {
        return label;
    }

    @Override
    public ConfiguredObjectProvenance getProvenance() {
        return new ConfiguredObjectProvenanceImpl(this, "RegressionObjective");
    }
}
