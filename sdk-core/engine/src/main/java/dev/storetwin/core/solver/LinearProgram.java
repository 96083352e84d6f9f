package dev.storetwin.core.solver;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A linear program, or a mixed integer one: numbers to choose, limits on sums of them, and a sum to make small or large.
 *
 * @param sense       whether the objective is to be small or large
 * @param variables   the numbers to choose; a variable is known by its place in this list
 * @param constraints the limits; their names tell people what cannot hold together
 */
public record LinearProgram(Sense sense, List<Variable> variables, List<Constraint> constraints) {

    /** How far a value may be off: of a limit in units of the limit's size, of a whole number absolutely. */
    public static final double TOLERANCE = 1e-6;

    /** What is wanted of the objective. */
    public enum Sense {
        MINIMISE,
        MAXIMISE
    }

    /**
     * A number to choose.
     *
     * @param name      for people
     * @param lower     least value, or negative infinity
     * @param upper     greatest value, or infinity
     * @param isInteger whether it must be whole
     * @param cost      what one unit of it adds to the objective
     */
    public record Variable(String name, double lower, double upper, boolean isInteger, double cost) {

        public Variable {
            if (!(lower <= upper) || lower == Double.POSITIVE_INFINITY || upper == Double.NEGATIVE_INFINITY) {
                throw new IllegalArgumentException("""
                        Variable %s lies between %s and %s: there is no such number.
                        Maybe the bounds are the wrong way round.""".formatted(name, lower, upper));
            }
            if (!Double.isFinite(cost)) {
                throw new IllegalArgumentException("""
                        Variable %s costs %s per unit, which is no finite number.
                        Maybe a price is missing.""".formatted(name, cost));
            }
        }
    }

    /**
     * A multiple of a variable.
     *
     * @param variable    its place among the variables
     * @param coefficient by how much it is multiplied
     */
    public record Term(int variable, double coefficient) {

        public Term {
            if (!Double.isFinite(coefficient)) {
                throw new IllegalArgumentException("""
                        Variable %d is multiplied by %s, which is no finite number.
                        Maybe a quantity is missing.""".formatted(variable, coefficient));
            }
        }
    }

    /**
     * A limit on a sum. Equal bounds make it an equation.
     *
     * @param name  for people; several may have the same
     * @param terms the sum; a variable may appear once
     * @param lower least value of the sum, or negative infinity
     * @param upper greatest value, or infinity; may be below {@code lower}, then nothing can satisfy it
     */
    public record Constraint(String name, List<Term> terms, double lower, double upper) {

        public Constraint {
            terms = List.copyOf(terms);
            if (Double.isNaN(lower) || Double.isNaN(upper)) {
                throw new IllegalArgumentException("""
                        The limits of %s are %s and %s.
                        Maybe a limit is missing: leave it infinite.""".formatted(name, lower, upper));
            }
        }

        /** The sum at these values. */
        public double activity(List<Double> values) {
            double sum = 0;
            for (var term : terms) {
                sum += term.coefficient() * values.get(term.variable());
            }
            return sum;
        }

        /** By how much these values miss the limit: 0 when they keep it. */
        public double violation(List<Double> values) {
            double sum = activity(values);
            return Math.max(0, Math.max(lower - sum, sum - upper));
        }

        private boolean isKept(List<Double> values) {
            double size = 1;
            for (var term : terms) {
                size = Math.max(size, Math.abs(term.coefficient() * values.get(term.variable())));
            }
            return violation(values) <= TOLERANCE * size;
        }
    }

    public LinearProgram {
        variables = List.copyOf(variables);
        constraints = List.copyOf(constraints);
        for (var constraint : constraints) {
            var seen = new java.util.BitSet(variables.size());
            for (var term : constraint.terms()) {
                check(term, constraint, variables.size(), seen.get(Math.max(0, term.variable())));
                seen.set(term.variable());
            }
        }
    }

    private static void check(Term term, Constraint constraint, int variables, boolean isSecond) {
        if (term.variable() < 0 || term.variable() >= variables || isSecond) {
            throw new IllegalArgumentException("""
                    Constraint %s names variable %d %s.
                    Maybe it belongs to another program, or two multiples of it should be added up.""".formatted(
                    constraint.name(), term.variable(), isSecond ? "twice" : "of %d variables".formatted(variables)));
        }
    }

    /** An empty program whose objective is to be small. */
    public static ProgramBuilder minimise() {
        return new ProgramBuilder(Sense.MINIMISE);
    }

    /** An empty program whose objective is to be large. */
    public static ProgramBuilder maximise() {
        return new ProgramBuilder(Sense.MAXIMISE);
    }

    /** The same with other limits. */
    public LinearProgram withConstraints(List<Constraint> others) {
        return new LinearProgram(sense, variables, others);
    }

    /** The objective at these values. */
    public double objective(List<Double> values) {
        double sum = 0;
        for (int i = 0; i < variables.size(); i++) {
            sum += variables.get(i).cost() * values.get(i);
        }
        return sum;
    }

    /** What these values break: bounds, whole numbers or limits, up to {@link #TOLERANCE}; empty when they are a solution. */
    public Optional<String> brokenBy(List<Double> values) {
        var broken = new ArrayList<String>();
        for (int i = 0; i < variables.size() && broken.isEmpty(); i++) {
            if (!isAllowed(variables.get(i), values.get(i))) {
                broken.add("variable %s is %s".formatted(variables.get(i).name(), values.get(i)));
            }
        }
        for (int i = 0; i < constraints.size() && broken.isEmpty(); i++) {
            if (!constraints.get(i).isKept(values)) {
                broken.add("constraint %s is missed by %s"
                        .formatted(constraints.get(i).name(), constraints.get(i).violation(values)));
            }
        }
        return broken.stream().findFirst();
    }

    private static boolean isAllowed(Variable variable, double value) {
        double tolerance = TOLERANCE * Math.max(1, Math.abs(value));
        return value >= variable.lower() - tolerance
                && value <= variable.upper() + tolerance
                && (!variable.isInteger() || Math.abs(value - Math.rint(value)) <= TOLERANCE);
    }
}
