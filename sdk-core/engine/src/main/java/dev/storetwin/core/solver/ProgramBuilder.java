package dev.storetwin.core.solver;

import dev.storetwin.core.solver.LinearProgram.Constraint;
import dev.storetwin.core.solver.LinearProgram.Sense;
import dev.storetwin.core.solver.LinearProgram.Term;
import dev.storetwin.core.solver.LinearProgram.Variable;
import java.util.ArrayList;
import java.util.List;

/** Writes down a {@link LinearProgram}, variables first: each answers its place, by which limits name it. */
public final class ProgramBuilder {

    private final Sense sense;
    private final List<Variable> variables = new ArrayList<>();
    private final List<Constraint> constraints = new ArrayList<>();

    ProgramBuilder(Sense sense) {
        this.sense = sense;
    }

    /** Adds a number within bounds, either of which may be infinite. */
    public int variable(String name, double lower, double upper, double cost) {
        return add(new Variable(name, lower, upper, false, cost));
    }

    /** Adds a whole number within bounds. */
    public int integer(String name, double lower, double upper, double cost) {
        return add(new Variable(name, lower, upper, true, cost));
    }

    /** Adds a choice: 1 for yes, which costs this much, 0 for no. */
    public int choice(String name, double cost) {
        return integer(name, 0, 1, cost);
    }

    private int add(Variable variable) {
        variables.add(variable);
        return variables.size() - 1;
    }

    /** Begins a limit; it stands when one of its closing words was said. */
    public Sum sum(String name) {
        return new Sum(name);
    }

    /** The program as written so far. */
    public LinearProgram build() {
        return new LinearProgram(sense, variables, constraints);
    }

    /** A sum that is about to be limited. */
    public final class Sum {

        private final String name;
        private final List<Term> terms = new ArrayList<>();

        private Sum(String name) {
            this.name = name;
        }

        /** Adds a multiple of a variable. */
        public Sum plus(double coefficient, int variable) {
            terms.add(new Term(variable, coefficient));
            return this;
        }

        /** Adds a variable. */
        public Sum plus(int variable) {
            return plus(1, variable);
        }

        /** Takes a variable off. */
        public Sum minus(int variable) {
            return plus(-1, variable);
        }

        /** The sum is not greater than this. */
        public ProgramBuilder atMost(double limit) {
            return between(Double.NEGATIVE_INFINITY, limit);
        }

        /** The sum is not less than this. */
        public ProgramBuilder atLeast(double limit) {
            return between(limit, Double.POSITIVE_INFINITY);
        }

        /** The sum is this. */
        public ProgramBuilder equalTo(double value) {
            return between(value, value);
        }

        /** The sum lies between these, both included. */
        public ProgramBuilder between(double lower, double upper) {
            constraints.add(new Constraint(name, terms, lower, upper));
            return ProgramBuilder.this;
        }
    }
}
