package dev.storetwin;

/**
 * How far the disk is behind: what a host looks at before it sends more.
 *
 * @param waiting  events that were offered and are not safe yet
 * @param capacity how many may wait; beyond it they are turned away
 */
public record Backlog(int waiting, int capacity) {

    /** Of a twin that lives in memory: nothing ever waits. */
    public static final Backlog NONE = new Backlog(0, 0);

    /** From 0 for empty to 1 for full. */
    public double fill() {
        return capacity == 0 ? 0 : waiting / (double) capacity;
    }
}
