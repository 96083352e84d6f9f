package dev.storetwin.benchmarks.pricing;

import dev.storetwin.core.pricing.elasticity.ElasticityEstimator;
import dev.storetwin.core.pricing.elasticity.ElasticityStudy;
import dev.storetwin.core.pricing.elasticity.PanelColumn;
import dev.storetwin.core.pricing.elasticity.PricePanel;
import dev.storetwin.pricing.ElasticityStatus;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * Elasticities of simulated shops against their truth: shocks that columns explain, hidden shocks with costs, and hidden shocks without.
 *
 * <p>Usage: {@code java ... ElasticityProof [seed] [shops]}.
 */
public final class ElasticityProof {

    private static final int PRODUCTS = 50;
    private static final double[] NOISES = {.15, .3, .5};

    private ElasticityProof() {}

    /** What the estimator is shown beside price and units. */
    enum Shown {
        COLUMNS,
        SHOCK,
        COST,
        COLUMNS_AND_COST,
        COST_AND_CHANCE,
        NOTHING,
        CHANCE
    }

    public static void main(String[] args) {
        long seed = args.length > 0 ? Long.parseLong(args[0]) : 1;
        int shops = args.length > 1 ? Integer.parseInt(args[1]) : 100;
        System.out.println(
                "| case | noise | error | oracle | ratio | same given shock | ratio | least squares | covered | answered | of |");
        System.out.println("|---|---|---|---|---|---|---|---|---|---|---|");
        for (double noise : NOISES) {
            var world = ShopWorld.standard(noise).withShops(shops, PRODUCTS);
            show("a: columns", world, seed, Shown.COLUMNS);
            show("b: cost", world, seed, Shown.COST);
            show("c: nothing", world, seed, Shown.NOTHING);
        }
        for (double noise : NOISES) {
            others(ShopWorld.standard(noise).withShops(Math.max(1, shops / 5), PRODUCTS), seed);
        }
    }

    private static void others(ShopWorld world, long seed) {
        show("a: columns, curved", world.withCurves(), seed, Shown.COLUMNS);
        show("a: columns, wandering", world.withSerial(.7, .5), seed, Shown.COLUMNS);
        show("a: columns, 52 weeks", world.withWeeks(52), seed, Shown.COLUMNS);
        show("a and b: columns and cost", world, seed, Shown.COLUMNS_AND_COST);
        show("b: cost, wandering", world.withSerial(.7, .5), seed, Shown.COST);
        show("b: cost and chance", world, seed, Shown.COST_AND_CHANCE);
        show("b: cost, 26 weeks", world.withWeeks(26), seed, Shown.COST);
        show("c: chance", world, seed, Shown.CHANCE);
        show("c: chance, wandering", world.withSerial(.8, .8), seed, Shown.CHANCE);
    }

    private static void show(String name, ShopWorld world, long seed, Shown shown) {
        var products = new SimulatedShops(world, seed).products();
        var study = study(products, shown);
        boolean byCost = shown.name().startsWith("COST");
        ToDoubleFunction<SimulatedProduct> oracle = byCost ? PlainSlopes::byCost : PlainSlopes::givenShock;
        var score = Score.of(products, study);
        double best = error(products, oracle);
        double same = byCost || score.answered() == 0
                ? best
                : Score.of(products, study(products, Shown.SHOCK)).error();
        var answers = score.answered() == 0
                ? "none | %.4f | | | ".formatted(best)
                : String.format(
                        Locale.ROOT,
                        "%.4f | %.4f | %.3f | %.4f | %.3f",
                        score.error(),
                        best,
                        score.error() / best,
                        same,
                        score.error() / same);
        System.out.printf(
                Locale.ROOT,
                "| %s | %.2f | %s | %.3f | %s | %d | %d |%n",
                name,
                world.noise(),
                answers,
                error(products, PlainSlopes::naive),
                score.answered() == 0 ? "" : String.format(Locale.ROOT, "%.1f %%", 100 * score.covered()),
                score.answered(),
                products.size());
    }

    static double error(List<SimulatedProduct> products, ToDoubleFunction<SimulatedProduct> estimate) {
        return products.stream()
                .mapToDouble(it -> Math.abs(estimate.applyAsDouble(it) - it.elasticity()))
                .average()
                .orElse(0);
    }

    /** Mean absolute error and coverage of what was answered by its own weeks. */
    record Score(double error, double squares, double covered, int answered) {

        static Score of(List<SimulatedProduct> products, ElasticityStudy study) {
            var byName = study.byName();
            double error = 0;
            double squares = 0;
            int covered = 0;
            int answered = 0;
            for (var product : products) {
                var answer = byName.get(product.name());
                if (answer != null && answer.status() != ElasticityStatus.UNIDENTIFIED) {
                    var it = answer.interval().orElseThrow();
                    double off = it.value() - product.elasticity();
                    error += Math.abs(off);
                    squares += off * off;
                    covered += it.lower() <= product.elasticity() && product.elasticity() <= it.upper() ? 1 : 0;
                    answered++;
                }
            }
            return new Score(error / answered, squares / answered, (double) covered / answered, answered);
        }
    }

    static ElasticityStudy study(List<SimulatedProduct> products, Shown shown) {
        return ElasticityEstimator.usual().study(panel(products, shown));
    }

    static PricePanel panel(List<SimulatedProduct> products, Shown shown) {
        var panel = PricePanel.builder(columns(shown));
        for (var it : products) {
            for (int week = 0; week < it.units().length; week++) {
                panel.add(
                        it.name(),
                        it.shop(),
                        "",
                        week,
                        StrictMath.exp(it.logPrices()[week]),
                        it.units()[week],
                        shown.name().contains("COST") ? StrictMath.exp(it.logCosts()[week]) : Double.NaN,
                        controls(it, week, shown));
            }
        }
        return panel.build();
    }

    private static List<PanelColumn> columns(Shown shown) {
        return switch (shown) {
            case COLUMNS, COLUMNS_AND_COST ->
                List.of(PanelColumn.number("promo"), PanelColumn.number("feature"), PanelColumn.number("season"));
            case SHOCK -> List.of(PanelColumn.number("season"));
            case CHANCE, COST_AND_CHANCE -> List.of(PanelColumn.number("feature"), PanelColumn.number("season"));
            case COST, NOTHING -> List.of();
        };
    }

    private static double[] controls(SimulatedProduct product, int week, Shown shown) {
        var columns = product.columns();
        return switch (shown) {
            case COLUMNS, COLUMNS_AND_COST -> new double[] {columns[0][week], columns[1][week], columns[2][week]};
            case SHOCK -> new double[] {product.shocks()[week]};
            case CHANCE, COST_AND_CHANCE -> new double[] {product.chance()[0][week], product.chance()[1][week]};
            case COST, NOTHING -> new double[0];
        };
    }
}
