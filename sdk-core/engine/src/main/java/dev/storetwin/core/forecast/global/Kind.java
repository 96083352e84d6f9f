package dev.storetwin.core.forecast.global;

/** Two kinds of series that do not learn from each other: a zero of one means nothing to the other. */
enum Kind {
    /** Often zero: measured by its level. */
    SLOW,
    /** Hardly ever zero: measured from where it stands by how it changes. */
    MOVING;

    private static final double OFTEN = .05;

    static Kind of(History history) {
        double zeros = history.zeroShare(0, history.size());
        return zeros > OFTEN || Double.isNaN(zeros) ? SLOW : MOVING;
    }

    Ruler ruler(History history, int origin) {
        return this == SLOW ? Ruler.byLevel(history, origin) : Ruler.byChange(history, origin);
    }

    /** How much a row counts: as much as an error of its scale does in a loss that is measured by change. */
    double weight(History history, int origin) {
        if (this == MOVING) {
            return 1;
        }
        double change = history.meanChange(0, origin);
        return change > 0 ? Math.max(.2, Math.min(5, ruler(history, origin).scale() / change)) : .2;
    }
}
