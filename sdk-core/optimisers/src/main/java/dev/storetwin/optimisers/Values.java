package dev.storetwin.optimisers;

import dev.storetwin.core.solver.LinearAnswer.Solution;
import dev.storetwin.core.solver.LinearProgram;
import java.util.Arrays;
import java.util.List;

/** From numbers in an array to a solution in words of the port. */
final class Values {

    private Values() {}

    static Solution solution(LinearProgram program, double[] values) {
        var listed = listed(values);
        return new Solution(program.objective(listed), listed);
    }

    /** Without negative zeros, which equal no other. */
    static List<Double> listed(double[] values) {
        return Arrays.stream(values).map(it -> it + 0.0).boxed().toList();
    }
}
