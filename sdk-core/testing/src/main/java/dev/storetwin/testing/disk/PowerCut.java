package dev.storetwin.testing.disk;

/** The power went off. Nothing runs any more: whatever touches the disk from now on meets this again. */
public final class PowerCut extends RuntimeException {

    PowerCut() {
        super("The power was cut.");
    }
}
