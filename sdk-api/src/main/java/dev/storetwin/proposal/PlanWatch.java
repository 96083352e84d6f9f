package dev.storetwin.proposal;

/** Looks on while a plan is made. */
@FunctionalInterface
public interface PlanWatch {

    /** Waits for the end. */
    PlanWatch PATIENT = progress -> true;

    /**
     * Hears how far the plan is, in the thread that asked for it. What it throws is logged and stops the plan.
     *
     * @return false to stop; then nothing is decided, and the trail has one note that says so. Not heard any more while decisions are written
     *         down
     */
    boolean goesOn(PlanProgress progress);
}
