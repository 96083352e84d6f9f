package dev.storetwin.optimisers;

import dev.storetwin.core.solver.LinearAnswer;
import dev.storetwin.core.solver.LinearAnswer.GivenUp;
import dev.storetwin.core.solver.LinearAnswer.Infeasible;
import dev.storetwin.core.solver.LinearAnswer.Optimal;
import dev.storetwin.core.solver.LinearAnswer.Unbounded;
import dev.storetwin.core.solver.LinearOptimiser;
import dev.storetwin.core.solver.LinearProgram;
import dev.storetwin.core.solver.LinearProgram.Variable;
import dev.storetwin.core.solver.SolverLimits;

/** Solves programs by ojAlgo's simplex method, and those with whole numbers by {@link BranchAndBound} upon it. Any thread may use it. */
public final class OjAlgoOptimiser implements LinearOptimiser {

    @Override
    public LinearAnswer solve(LinearProgram program, SolverLimits limits) {
        var watchdog = new SolverWatchdog(limits.patience());
        var relaxation = new Relaxation(program, limits, watchdog);
        boolean isMixed = program.variables().stream().anyMatch(Variable::isInteger);
        return isMixed
                ? new BranchAndBound(program, limits, watchdog, relaxation).solve()
                : continuous(program, relaxation);
    }

    private static LinearAnswer continuous(LinearProgram program, Relaxation relaxation) {
        var outcome = relaxation.solve(Bounds.of(program));
        return switch (outcome.kind()) {
            case OPTIMAL -> new Optimal(Values.solution(program, outcome.values()), "no better values keep all limits");
            case INFEASIBLE -> new Infeasible("no values keep all limits");
            case UNBOUNDED ->
                new Unbounded("the objective has no end within the limits; maybe a bound or a limit is missing");
            case STOPPED -> new GivenUp(relaxation.stop(), relaxation.stop().words());
        };
    }
}
