package dev.storetwin.benchmarks.pricing;

import dev.storetwin.experiment.Exploration;
import dev.storetwin.experiment.Learning;
import dev.storetwin.experiment.RegretBudget;
import dev.storetwin.type.Money;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;

/**
 * What learning while earning finds out, and what it costs: the same simulated shops under a twin that never tries anything and under twins
 * with a budget.
 *
 * <p>{@code java ... dev.storetwin.benchmarks.pricing.LearningProof [shops] [things] [weeks]}. Ends with exit code 1 when a budget is exceeded.
 */
public final class LearningProof {

    private static final int HISTORY_WEEKS = 12;

    private final int things;
    private final int weeks;

    LearningProof(int things, int weeks) {
        this.things = things;
        this.weeks = weeks;
    }

    /**
     * One shop under one twin.
     *
     * @param error   mean distance of elasticities from the truth, at the end
     * @param early   expected margin of the first half of the weeks
     * @param late    of the second half
     * @param dearest regret of the dearest week
     * @param spent   regret of all weeks
     * @param tried   prices that were tried
     */
    record Run(double error, double early, double late, double dearest, double spent, int tried) {

        double earned() {
            return early + late;
        }
    }

    public static void main(String[] arguments) {
        Locale.setDefault(Locale.ROOT);
        int shops = argument(arguments, 0).orElse(20);
        var proof = new LearningProof(
                argument(arguments, 1).orElse(6), argument(arguments, 2).orElse(40));
        System.exit(proof.print(System.out, shops) ? 0 : 1);
    }

    private static OptionalInt argument(String[] arguments, int index) {
        return index < arguments.length ? OptionalInt.of(Integer.parseInt(arguments[index])) : OptionalInt.empty();
    }

    private boolean print(PrintStream out, int shops) {
        var arms = new LinkedHashMap<String, Double>();
        arms.put("never", 0.0);
        arms.put("25 EUR a week", 25.0);
        arms.put("100 EUR a week", 100.0);
        arms.put("400 EUR a week", 400.0);
        out.printf("%d shops of %d things, %d weeks after %d of one price%n", shops, things, weeks, HISTORY_WEEKS);
        out.println(
                "arm               elasticity error    less than never      margin against never (%)        of the 2nd half"
                        + "   regret of all / dearest week / budget   tried");
        Map<String, List<Run>> runs = new LinkedHashMap<>();
        arms.forEach((name, budget) -> runs.put(name, runs(shops, budget)));
        boolean isWithin = true;
        var never = runs.getOrDefault("never", List.of());
        for (var arm : arms.entrySet()) {
            var own = runs.getOrDefault(arm.getKey(), List.of());
            line(out, arm.getKey(), own, never, arm.getValue());
            isWithin &= own.stream().allMatch(it -> it.dearest() <= arm.getValue());
        }
        return isWithin;
    }

    private List<Run> runs(int shops, double budget) {
        var runs = new ArrayList<Run>();
        for (int shop = 0; shop < shops; shop++) {
            runs.add(run(shop, budget));
        }
        return runs;
    }

    Run run(long seed, double budget) {
        try (var shop = new EarningShop(seed, things, exploration(budget))) {
            shop.sell(HISTORY_WEEKS);
            double start = shop.earned();
            double half = start;
            double dearest = 0;
            double spent = 0;
            int tried = 0;
            for (int week = 0; week < weeks; week++) {
                tried += shop.price();
                shop.sell(1);
                double regret = shop.regretOfWeek().toDouble();
                dearest = Math.max(dearest, regret);
                spent += regret;
                half = week == weeks / 2 - 1 ? shop.earned() : half;
            }
            return new Run(shop.error(), half - start, shop.earned() - half, dearest, spent, tried);
        }
    }

    private static Exploration exploration(double budget) {
        var amount = Money.of(String.valueOf(budget), "EUR");
        return budget > 0 ? Exploration.learning(Learning.within(RegretBudget.perWeek(amount))) : Exploration.NONE;
    }

    private static void line(PrintStream out, String name, List<Run> own, List<Run> never, double budget) {
        var all = new double[own.size()];
        var late = new double[own.size()];
        var nearer = new double[own.size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = 100 * (own.get(i).earned() / never.get(i).earned() - 1);
            nearer[i] = never.get(i).error() - own.get(i).error();
            late[i] = 100 * (own.get(i).late() / never.get(i).late() - 1);
        }
        out.printf(
                "%-16s  %s   %s   %s   %s   %7.1f / %7.2f / %5.0f   %6d%n",
                name,
                mean(own.stream().mapToDouble(Run::error).toArray()),
                mean(nearer),
                mean(all),
                mean(late),
                own.stream().mapToDouble(Run::spent).average().orElse(0),
                own.stream().mapToDouble(Run::dearest).max().orElse(0),
                budget,
                own.stream().mapToInt(Run::tried).sum());
    }

    /** With twice the standard error over shops. */
    private static String mean(double[] values) {
        double sum = 0;
        double squares = 0;
        for (double value : values) {
            sum += value;
            squares += value * value;
        }
        double mean = sum / values.length;
        double variance = Math.max(0, squares / values.length - mean * mean) * values.length / (values.length - 1.0);
        return "%8.3f +- %.3f".formatted(mean, 2 * Math.sqrt(variance / values.length));
    }
}
