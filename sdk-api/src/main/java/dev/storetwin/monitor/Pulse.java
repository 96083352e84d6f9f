package dev.storetwin.monitor;

/** Whether a source is heard as usual. */
public enum Pulse {
    /** Too little is known of its usual pace to say. */
    LEARNING,
    /** It sends, or is as quiet as usual at this hour. */
    STEADY,
    /** Events that should have come have not. */
    SILENT
}
