package dev.storetwin.core.solver;

/** Why a search ended before it had proved anything. */
public enum Stop {
    /** It looked at as many nodes as it was allowed to. */
    NODES("the limit of nodes was reached", true),
    /** It took as many steps as it was allowed to. */
    ITERATIONS("the limit of iterations was reached", true),
    /** Time was up; on another day it gets further. */
    CLOCK("time was up", false),
    /** Somebody interrupted the thread, which stays interrupted. */
    INTERRUPTED("the thread was interrupted", false),
    /** The numbers could not be trusted. */
    NUMBERS("rounding errors grew too large; maybe very large and very small numbers stand in one program", true);

    private final String words;
    private final boolean isReproducible;

    Stop(String words, boolean isReproducible) {
        this.words = words;
        this.isReproducible = isReproducible;
    }

    /** The same for people. */
    public String words() {
        return words;
    }

    /** Whether the same program ends at the same place the next time. */
    public boolean isReproducible() {
        return isReproducible;
    }
}
