package dev.storetwin.decision;

/** Looks on while past decisions are made again. */
public interface ShadowWatch {

    /** Waits for the end. */
    ShadowWatch PATIENT = (done, all) -> true;

    /**
     * Hears how far the run is, before each decision.
     *
     * @param done decisions so far, of {@code all}
     * @return false to end the run here; what it found so far is told
     */
    boolean goesOn(int done, int all);
}
