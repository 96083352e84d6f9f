package dev.storetwin.benchmarks.pricing;

import dev.storetwin.benchmarks.pricing.UnlikeWorld.Shown;
import dev.storetwin.core.pricing.elasticity.ElasticityAnswer;
import dev.storetwin.core.pricing.elasticity.ElasticityEstimator;
import dev.storetwin.core.pricing.elasticity.ElasticityStudy;
import dev.storetwin.core.pricing.elasticity.PanelColumn;
import dev.storetwin.core.pricing.elasticity.PricePanel;
import dev.storetwin.pricing.ElasticityStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Elasticities of worlds that the estimator was not made for: how many get a number of their own, how far it is off, and how often its interval
 * holds. Each shop is studied by itself.
 *
 * <p>Usage: {@code java ... UnlikeWorlds [first seed] [seeds] [shops] [world] [reasons]}.
 */
public final class UnlikeWorlds {

    private UnlikeWorlds() {}

    public static void main(String[] args) {
        long first = args.length > 0 ? Long.parseLong(args[0]) : 101;
        int seeds = args.length > 1 ? Integer.parseInt(args[1]) : 4;
        int shops = args.length > 2 ? Integer.parseInt(args[2]) : 6;
        System.out.println(
                "| world | given | estimated | bias | error | oracle | ratio | covered | far off | wrong sign "
                        + "| pooled or refused | covered | nothing |");
        System.out.println("|---|---|---|---|---|---|---|---|---|---|---|---|---|");
        for (var world : UnlikeWorld.values()) {
            if (args.length < 4 || args[3].equals("all") || args[3].equals(world.name())) {
                var tally = new Tally();
                for (long seed = first; seed < first + seeds; seed++) {
                    int many = shops * Math.max(1, 20 / world.products());
                    for (int shop = 0; shop < many; shop++) {
                        add(tally, world, world.shop(seed, shop), args.length > 4);
                    }
                }
                tally.show(world);
            }
        }
    }

    private static void add(Tally tally, UnlikeWorld world, List<UnlikeProduct> products, boolean reasons) {
        var study = study(world, products);
        var byName = study.byName();
        for (var product : products) {
            var answer = byName.get(product.name);
            if (answer != null) {
                double oracle = world.shown() == Shown.COST ? product.bestByCost() : product.bestBySlope();
                tally.add(product, answer, oracle);
                if (reasons) {
                    System.out.printf(
                            Locale.ROOT,
                            "%s %.2f %s: %s%n",
                            product.name,
                            product.elasticity,
                            answer.interval().map(Object::toString).orElse(""),
                            answer.status() + " " + answer.method() + " " + answer.reason());
                }
            }
        }
    }

    static ElasticityStudy study(UnlikeWorld world, List<UnlikeProduct> products) {
        return ElasticityEstimator.usual().study(panel(world, products));
    }

    private static PricePanel panel(UnlikeWorld world, List<UnlikeProduct> products) {
        var panel = PricePanel.builder(columns(world.shown()));
        for (var it : products) {
            for (int week = 0; week < it.weeks; week++) {
                if (it.told[week]) {
                    panel.add(
                            it.name,
                            it.shop,
                            "",
                            week,
                            5 * StrictMath.exp(it.price[week]),
                            it.units[week],
                            world.shown() == Shown.COST || world.shown() == Shown.COLUMNS_AND_COST
                                    ? 3 * StrictMath.exp(it.cost[week])
                                    : Double.NaN,
                            controls(world.shown(), it, week));
                }
            }
        }
        return panel.build();
    }

    private static List<PanelColumn> columns(Shown shown) {
        var columns = new ArrayList<PanelColumn>();
        if (shown != Shown.COST) {
            List.of("promo", "feature", "season").forEach(it -> columns.add(PanelColumn.number(it)));
        }
        if (shown == Shown.COMPETITOR) {
            columns.add(PanelColumn.price("competitor"));
        }
        return columns;
    }

    private static double[] controls(Shown shown, UnlikeProduct it, int week) {
        return switch (shown) {
            case COST -> new double[0];
            case COLUMNS, COLUMNS_AND_COST -> new double[] {it.promo[week], it.feature[week], it.season[week]};
            case COMPETITOR ->
                new double[] {it.promo[week], it.feature[week], it.season[week], StrictMath.exp(it.competitor[week])};
        };
    }

    /** What became of the products of one world. */
    private static final class Tally {

        private int products;
        private int estimated;
        private int covered;
        private int farOff;
        private int wrongSign;
        private int lent;
        private int lentCovered;
        private double bias;
        private double error;
        private double best;

        void add(UnlikeProduct product, ElasticityAnswer answer, double oracle) {
            products++;
            if (answer.interval().isEmpty()) {
                return;
            }
            var it = answer.interval().get();
            boolean holds = it.lower() <= product.elasticity && product.elasticity <= it.upper();
            if (answer.status() != ElasticityStatus.ESTIMATED) {
                lent++;
                lentCovered += holds ? 1 : 0;
                return;
            }
            double off = it.value() - product.elasticity;
            estimated++;
            covered += holds ? 1 : 0;
            farOff += Math.abs(off) > it.upper() - it.lower() ? 1 : 0;
            wrongSign += product.elasticity >= 0 && it.upper() < 0 ? 1 : 0;
            bias += off;
            error += Math.abs(off);
            best += Math.abs(oracle - product.elasticity);
        }

        void show(UnlikeWorld world) {
            var own = estimated == 0
                    ? "| | | | | | "
                    : String.format(
                            Locale.ROOT,
                            "%+.3f | %.3f | %.3f | %.2f | %.1f %% | %d | %d",
                            bias / estimated,
                            error / estimated,
                            best / estimated,
                            error / best,
                            100.0 * covered / estimated,
                            farOff,
                            wrongSign);
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %s | %.0f %% | %s | %.0f %% | %s | %.0f %% |%n",
                    world.words(),
                    world.shown().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                    100.0 * estimated / products,
                    own,
                    100.0 * lent / products,
                    lent == 0 ? "" : String.format(Locale.ROOT, "%.1f %%", 100.0 * lentCovered / lent),
                    100.0 * (products - estimated - lent) / products);
        }
    }
}
