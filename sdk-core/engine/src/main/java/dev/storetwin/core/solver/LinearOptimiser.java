package dev.storetwin.core.solver;

import java.util.Optional;
import java.util.ServiceLoader;

/**
 * Solves linear and mixed integer programs. Found by {@link ServiceLoader}, so that the engine need not know the library that does it: the artifact
 * {@code storetwin-optimisers} brings one.
 */
public interface LinearOptimiser {

    /**
     * The answer, worked out in the caller's thread and within the limits. The same program and limits give the same answer, unless that says otherwise.
     */
    LinearAnswer solve(LinearProgram program, SolverLimits limits);

    /** The optimiser on the class path or module path. */
    static Optional<LinearOptimiser> find() {
        return ServiceLoader.load(LinearOptimiser.class, LinearOptimiser.class.getClassLoader())
                .findFirst();
    }
}
