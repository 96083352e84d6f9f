package dev.storetwin.optimisers;

import dev.storetwin.core.solver.LinearProgram;

/** Between which values each variable lies at one node of the search: those of the program, narrowed by branching. */
record Bounds(double[] lower, double[] upper) {

    static Bounds of(LinearProgram program) {
        int n = program.variables().size();
        var bounds = new Bounds(new double[n], new double[n]);
        for (int i = 0; i < n; i++) {
            var variable = program.variables().get(i);
            bounds.lower[i] =
                    variable.isInteger() ? Math.ceil(variable.lower() - LinearProgram.TOLERANCE) : variable.lower();
            bounds.upper[i] =
                    variable.isInteger() ? Math.floor(variable.upper() + LinearProgram.TOLERANCE) : variable.upper();
        }
        return bounds;
    }

    Bounds copy() {
        return new Bounds(lower.clone(), upper.clone());
    }

    /** Keeps a variable between these too. */
    void narrow(int variable, double least, double most) {
        lower[variable] = Math.max(lower[variable], least);
        upper[variable] = Math.min(upper[variable], most);
    }

    boolean areEmpty() {
        for (int i = 0; i < lower.length; i++) {
            if (lower[i] > upper[i]) {
                return true;
            }
        }
        return false;
    }
}
