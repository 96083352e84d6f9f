package dev.storetwin.benchmarks.pricing;

import dev.storetwin.benchmarks.pricing.ElasticityProof.Score;
import dev.storetwin.benchmarks.pricing.ElasticityProof.Shown;
import java.util.List;
import java.util.Locale;

/**
 * How much of the gain that the best possible shrinkage has over estimates by themselves is reached, on 26 weeks. The best knows mean and
 * spread of the true elasticities and the noise.
 *
 * <p>Usage: {@code java ... ShrinkageProof [seed] [shops]}.
 */
public final class ShrinkageProof {

    private static final int WEEKS = 26;
    private static final double[] SPREADS = {.3, .6, 1};
    private static final double[] NOISES = {.15, .3, .5};

    private ShrinkageProof() {}

    public static void main(String[] args) {
        long seed = args.length > 0 ? Long.parseLong(args[0]) : 1;
        int shops = args.length > 1 ? Integer.parseInt(args[1]) : 100;
        System.out.println("| true spread | noise | alone | ours | best | share of gain | covered |");
        System.out.println("|---|---|---|---|---|---|---|");
        for (double spread : SPREADS) {
            for (double noise : NOISES) {
                show(
                        ShopWorld.standard(noise)
                                .withWeeks(WEEKS)
                                .withSpread(spread)
                                .withShops(shops, 50),
                        seed);
            }
        }
    }

    private static void show(ShopWorld world, long seed) {
        var products = new SimulatedShops(world, seed)
                .products().stream().filter(it -> it.elasticity() < 0).toList();
        var score = Score.of(products, ElasticityProof.study(products, Shown.SHOCK));
        double alone = squares(products, 0, world);
        double best = squares(products, 1, world);
        System.out.printf(
                Locale.ROOT,
                "| %.1f | %.2f | %.4f | %.4f | %.4f | %.1f %% | %.1f %% |%n",
                world.spread(),
                world.noise(),
                alone,
                score.squares(),
                best,
                100 * (alone - score.squares()) / (alone - best),
                100 * score.covered());
    }

    /** Mean squared error of estimates given the shock, drawn to the true mean or not. */
    private static double squares(List<SimulatedProduct> products, double drawn, ShopWorld world) {
        double sum = 0;
        for (var it : products) {
            double error = world.noise() * PlainSlopes.errorGivenShock(it);
            double own = 1 - drawn * error * error / (error * error + world.spread() * world.spread());
            double estimate = own * PlainSlopes.givenShock(it) + (1 - own) * ShopWorld.MEAN;
            sum += (estimate - it.elasticity()) * (estimate - it.elasticity());
        }
        return sum / products.size();
    }
}
