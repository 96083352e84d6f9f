package dev.storetwin.testing;

import dev.storetwin.core.random.Draw;

/** Counts that vary more than those of a Poisson process: a Poisson draw whose mean is itself a gamma draw. */
final class NegativeBinomial {

    private static final double LARGEST_PRODUCT = 30;

    private NegativeBinomial() {}

    /** The smaller the shape, the more uneven the counts; their variance is {@code mean + mean * mean / shape}. */
    static int draw(Draw draw, double mean, double shape) {
        return poisson(draw, mean * gamma(draw, shape) / shape);
    }

    /** Counts events until the product of uniforms falls below e^-mean (Knuth); a large mean is drawn in halves. */
    private static int poisson(Draw draw, double mean) {
        if (mean > LARGEST_PRODUCT) {
            return poisson(draw, mean / 2) + poisson(draw, mean / 2);
        }
        double limit = StrictMath.exp(-mean);
        int count = -1;
        double product = 1;
        do {
            product *= draw.nextDouble();
            count++;
        } while (product > limit);
        return count;
    }

    /** Squeezed rejection from a transformed normal (Marsaglia and Tsang 2000). Needs a shape of at least 1. */
    private static double gamma(Draw draw, double shape) {
        double d = shape - 1.0 / 3;
        double c = 1 / StrictMath.sqrt(9 * d);
        while (true) {
            double normal = draw.nextGaussian();
            double root = 1 + c * normal;
            if (root > 0) {
                double cube = root * root * root;
                double accept = .5 * normal * normal + d - d * cube + d * StrictMath.log(cube);
                if (StrictMath.log(draw.nextOpenDouble()) < accept) {
                    return d * cube;
                }
            }
        }
    }
}
