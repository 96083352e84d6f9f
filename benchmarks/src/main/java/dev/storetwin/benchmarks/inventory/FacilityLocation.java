package dev.storetwin.benchmarks.inventory;

import dev.storetwin.benchmarks.inventory.LocationFiles.Problem;
import dev.storetwin.core.inventory.placement.PlacementAnswer.Placed;
import dev.storetwin.core.inventory.placement.PlacementLimits;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/** Where to stock, on published problems: {@code FacilityLocation FOLDER}. One line for each problem, then all together; no problem takes more than nine seconds. */
public final class FacilityLocation {

    private static final PlacementLimits LIMITS = PlacementLimits.DEFAULT.withPatience(Duration.ofSeconds(9));
    private static final double CENT = 0.011;

    private int count;
    private int proved;
    private int published;
    private int belowPublished;
    private double gaps;
    private double worstGap;
    private double worstSeconds;
    private double seconds;

    private FacilityLocation() {}

    public static void main(String[] arguments) throws IOException {
        var trial = new FacilityLocation();
        System.out.printf(
                Locale.ROOT,
                "%-14s %8s %14s %14s %9s %14s %9s %8s%n",
                "instance",
                "size",
                "cost",
                "bound",
                "gap %",
                "published",
                "above %",
                "s");
        for (var problem : LocationFiles.read(Path.of(arguments[0]))) {
            trial.solve(problem);
        }
        trial.sum();
    }

    private void solve(Problem problem) {
        var given = problem.given();
        long start = System.nanoTime();
        var answer = new dev.storetwin.core.inventory.placement.FacilityLocation(LIMITS).place(given);
        double took = (System.nanoTime() - start) / 1e9;
        count++;
        seconds += took;
        worstSeconds = Math.max(worstSeconds, took);
        if (!(answer instanceof Placed placed)) {
            worstGap = Double.POSITIVE_INFINITY;
            gaps = Double.POSITIVE_INFINITY;
            System.out.printf(Locale.ROOT, "%-14s %s%n", problem.name(), answer.reason());
            return;
        }
        double optimum = problem.published();
        gaps += placed.gap();
        worstGap = Math.max(worstGap, placed.gap());
        proved += placed.gap() < 1e-6 ? 1 : 0;
        published += Math.abs(placed.cost() - optimum) <= CENT ? 1 : 0;
        boolean isBelow = placed.cost() < optimum - CENT || placed.bound() > optimum + CENT;
        belowPublished += isBelow ? 1 : 0;
        System.out.printf(
                Locale.ROOT,
                "%-14s %3dx%-4d %14.2f %14.2f %9.4f %14.2f %9.4f %8.2f%s%s%n",
                problem.name(),
                given.sites().size(),
                given.customers().size(),
                placed.cost(),
                placed.bound(),
                100 * placed.gap(),
                optimum,
                100 * (placed.cost() / optimum - 1),
                took,
                placed.isReproducible() ? "" : " cut short by the clock",
                isBelow ? " CONTRADICTS WHAT IS PUBLISHED" : "");
    }

    private void sum() {
        System.out.printf(
                Locale.ROOT,
                "%d problems: %d proved best, %d at the published optimum, %d contradict it; mean gap %.4f %%, worst %.4f %%; worst time %.2f s, all %.1f s%n",
                count,
                proved,
                published,
                belowPublished,
                100 * gaps / count,
                100 * worstGap,
                worstSeconds,
                seconds);
    }
}
