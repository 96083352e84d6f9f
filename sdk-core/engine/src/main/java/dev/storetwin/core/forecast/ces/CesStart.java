package dev.storetwin.core.forecast.ces;

/** The best first states of a model for a series, and the error that is left. */
final class CesStart {

    /*
     * The errors are linear in the first states. So these are not searched for: the errors of a run from nothing, and those of runs
     * that see nothing but one part of a first state each, give the best combination by regression (modified Gram-Schmidt). The
     * parts are the level, its hidden partner and, with a season, the pattern of classical decomposition: its size is fitted, its
     * shape is taken as it is, so that the number of parts does not grow with the period.
     */

    private static final int MOST_PARTS = 4;
    private static final double NEGLIGIBLE = 1e-12;

    private final double[] values;
    private final double[] nothing;
    private final double[] pattern;
    private final double[][] responses = new double[MOST_PARTS][];
    private final double[] left;
    private final double[][] shares = new double[MOST_PARTS][MOST_PARTS];
    private final double[] squares = new double[MOST_PARTS];
    private final double[] sizes = new double[MOST_PARTS];
    private final CesStates[] states = new CesStates[2];

    /** @param pattern of the season, one addend for each position; a single 0 without season */
    CesStart(double[] values, double[] pattern) {
        this.values = values;
        this.pattern = pattern;
        this.nothing = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            nothing[i] = Double.isNaN(values[i]) ? Double.NaN : 0;
        }
        this.left = new double[values.length];
        for (int part = 0; part < MOST_PARTS; part++) {
            responses[part] = new double[values.length];
        }
        states[0] = new CesStates(values.length, 1);
        states[1] = new CesStates(values.length, pattern.length);
    }

    static int parts(CesSeason season) {
        return switch (season) {
            case LEVEL -> 1;
            case NONE -> 2;
            case PARTIAL -> 3;
            case SIMPLE, FULL -> 4;
        };
    }

    /** Sum of squared one-step errors from the best first states; infinite where numbers overflow. */
    double error(CesModel model) {
        int parts = parts(model.season());
        var run = states[model.season().isLagged() ? 1 : 0];
        begin(run, model, new double[MOST_PARTS]);
        run.run(values, model, left);
        for (int part = 0; part < parts; part++) {
            var unit = new double[MOST_PARTS];
            unit[part] = 1;
            begin(run, model, unit);
            run.run(nothing, model, responses[part]);
            orthogonalise(part);
        }
        double error = dot(left, left);
        return Double.isFinite(error) ? error : Double.POSITIVE_INFINITY;
    }

    /** What the best first states lead to, period by period. */
    CesStates path(CesModel model) {
        error(model);
        int parts = parts(model.season());
        var best = new double[MOST_PARTS];
        for (int part = parts - 1; part >= 0; part--) {
            best[part] = -sizes[part];
            for (int later = part + 1; later < parts; later++) {
                best[part] -= shares[later][part] * best[later];
            }
        }
        var path = new CesStates(values.length, model.period());
        begin(path, model, best);
        path.run(values, model, new double[values.length]);
        return path;
    }

    private void begin(CesStates states, CesModel model, double[] parts) {
        boolean plain = model.season().isPlain();
        states.levels[0] = plain ? parts[0] : 0;
        states.partners[0] = plain ? parts[0] / model.a0() + parts[1] : 0;
        for (int i = 0; model.season().isLagged() && i < pattern.length; i++) {
            double season = parts[2] * pattern[i] + (plain ? 0 : parts[0]);
            states.seasons[i] = season;
            states.seasonPartners[i] = season / model.b0() + parts[3] * pattern[i] + (plain ? 0 : parts[1]);
        }
    }

    /** Takes out of a response what the earlier ones explain, and out of the errors what it explains. */
    private void orthogonalise(int part) {
        var response = responses[part];
        double before = dot(response, response);
        for (int earlier = 0; earlier < part; earlier++) {
            double share = squares[earlier] > 0 ? dot(response, responses[earlier]) / squares[earlier] : 0;
            shares[part][earlier] = share;
            subtract(response, share, responses[earlier]);
        }
        double after = dot(response, response);
        squares[part] = after > NEGLIGIBLE * before ? after : 0;
        sizes[part] = squares[part] > 0 ? dot(left, response) / squares[part] : 0;
        subtract(left, sizes[part], response);
    }

    private static void subtract(double[] from, double times, double[] what) {
        for (int i = 0; i < from.length; i++) {
            from[i] -= times * what[i];
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
