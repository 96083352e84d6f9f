package dev.storetwin.benchmarks.guardrail;

/** Stops a twin again and again while threads act as fast as they can, and counts what was written after a stop had returned: nothing may be. */
public final class KillSwitchRaces {

    private KillSwitchRaces() {}

    /**
     * Runs the trials.
     *
     * @param arguments how many; 1,000 without
     */
    public static void main(String[] arguments) throws InterruptedException {
        int trials = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000;
        long acted = 0;
        long late = 0;
        for (int trial = 0; trial < trials; trial++) {
            var ending = KillSwitchRace.run(trial);
            acted += ending.acted();
            late += ending.late();
        }
        System.out.printf("%d trials: %d actions before a stop returned, %d after%n", trials, acted, late);
        if (late > 0) {
            throw new IllegalStateException(late + " actions after the kill switch.");
        }
    }
}
