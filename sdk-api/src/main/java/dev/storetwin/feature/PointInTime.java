package dev.storetwin.feature;

/** What a row of a training set may know of its past. */
public enum PointInTime {
    /** What the twin had heard at the moment of the row: the numbers that would have been served then. */
    AS_KNOWN,
    /**
     * What had happened by then, as far as it is known today: corrections that came later (a cancellation, an edit) are in the row. For a
     * history that was loaded in one go, of which nobody remembers when the shop heard of it.
     */
    AS_HAPPENED
}
