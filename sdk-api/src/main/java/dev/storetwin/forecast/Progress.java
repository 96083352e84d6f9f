package dev.storetwin.forecast;

/** Someone who watches long work. */
@FunctionalInterface
public interface Progress {

    /** Nobody watches. */
    Progress NONE = (done, total) -> {};

    /** So many of all series are done. Called in ascending order, from the thread that asked for the work. */
    void advanced(int done, int total);
}
