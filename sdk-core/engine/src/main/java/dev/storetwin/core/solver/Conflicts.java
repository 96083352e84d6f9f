package dev.storetwin.core.solver;

import dev.storetwin.core.solver.ConflictAnswer.AllHold;
import dev.storetwin.core.solver.ConflictAnswer.Clash;
import dev.storetwin.core.solver.ConflictAnswer.Easing;
import dev.storetwin.core.solver.ConflictAnswer.Unclear;
import dev.storetwin.core.solver.LinearAnswer.Infeasible;
import dev.storetwin.core.solver.LinearAnswer.Unbounded;
import dev.storetwin.core.solver.LinearProgram.Constraint;
import dev.storetwin.core.solver.LinearProgram.Sense;
import dev.storetwin.core.solver.LinearProgram.Term;
import dev.storetwin.core.solver.LinearProgram.Variable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Explains a program that nothing satisfies. Some of its limits are wishes, known by their names (those of one name stand or fall together); all others
 * are facts, which nobody can relax.
 */
public final class Conflicts {

    /*
     * Each clash must lose one of its wishes, so the fewest to relax are the least set that hits every clash (Reiter 1987). Clashes are found one at a
     * time: whatever hits all that are known is given up, and if the rest still cannot hold it has another clash. A clash is narrowed down by halves
     * (Junker, QuickXplain, 2004) until it needs each of its wishes.
     */

    private final LinearOptimiser optimiser;
    private final SolverLimits limits;

    /** @param limits of each program that is solved on the way */
    public Conflicts(LinearOptimiser optimiser, SolverLimits limits) {
        this.optimiser = optimiser;
        this.limits = limits;
    }

    /** What is in the way, and the least that must give way. Names that no limit has are not asked about. */
    public ConflictAnswer explain(LinearProgram program, Set<String> wishes) {
        var named = new LinkedHashSet<String>();
        program.constraints().stream()
                .map(Constraint::name)
                .filter(wishes::contains)
                .forEach(named::add);
        try {
            return explain(program, List.copyOf(named));
        } catch (Undecided undecided) {
            return new Unclear(undecided.reason);
        }
    }

    private ConflictAnswer explain(LinearProgram program, List<String> wishes) throws Undecided {
        if (canHold(program, wishes, wishes)) {
            return new AllHold("all wishes can be granted together");
        }
        if (!canHold(program, wishes, List.of())) {
            return new Unclear("even without any wish nothing satisfies what is given; maybe a fact is wrong");
        }
        var clashes = new ArrayList<List<String>>();
        var given = Set.<String>of();
        var rest = wishes;
        do {
            clashes.add(narrowed(program, wishes, List.of(), false, rest));
            given = fewestHitting(clashes);
            rest = without(wishes, given);
        } while (!canHold(program, wishes, rest));
        var first = clashes.get(0);
        return new Clash(first, easings(program, wishes, given), "%s cannot hold together".formatted(listed(first)));
    }

    private static String listed(List<String> names) {
        return names.size() == 1
                ? names.get(0) + " and what is given"
                : String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.get(names.size() - 1);
    }

    /** Of the candidates those that clash with each other and what is kept. {@code isFresh}: something was added to that since it was last tried. */
    private List<String> narrowed(
            LinearProgram program, List<String> wishes, List<String> kept, boolean isFresh, List<String> candidates)
            throws Undecided {
        if (isFresh && !canHold(program, wishes, kept)) {
            return List.of();
        }
        if (candidates.size() <= 1) {
            return candidates;
        }
        int half = candidates.size() / 2;
        var front = candidates.subList(0, half);
        var back = candidates.subList(half, candidates.size());
        var ofBack = narrowed(program, wishes, joined(kept, front), true, back);
        var ofFront = narrowed(program, wishes, joined(kept, ofBack), !ofBack.isEmpty(), front);
        return joined(ofFront, ofBack);
    }

    private static List<String> joined(List<String> some, List<String> others) {
        var all = new ArrayList<>(some);
        all.addAll(others);
        return all;
    }

    private static List<String> without(List<String> wishes, Set<String> given) {
        return wishes.stream().filter(wish -> !given.contains(wish)).toList();
    }

    /** Whether anything satisfies the facts and these of the wishes; what it costs does not matter. */
    private boolean canHold(LinearProgram program, List<String> wishes, List<String> held) throws Undecided {
        var dropped = new LinkedHashSet<>(wishes);
        held.forEach(dropped::remove);
        var constraints = program.constraints().stream()
                .filter(constraint -> !dropped.contains(constraint.name()))
                .toList();
        var free = program.variables().stream().map(Conflicts::free).toList();
        var answer = optimiser.solve(new LinearProgram(Sense.MINIMISE, free, constraints), limits);
        if (answer.solution().isEmpty() && !(answer instanceof Infeasible)) {
            throw new Undecided(answer);
        }
        return answer.solution().isPresent();
    }

    private static Variable free(Variable variable) {
        return new Variable(variable.name(), variable.lower(), variable.upper(), variable.isInteger(), 0);
    }

    private Set<String> fewestHitting(List<List<String>> clashes) throws Undecided {
        var program = LinearProgram.minimise();
        var places = new TreeMap<String, Integer>();
        for (var clash : clashes) {
            clash.forEach(wish -> places.computeIfAbsent(wish, name -> program.choice(name, 1)));
        }
        for (var clash : clashes) {
            var hit = program.sum(listed(clash));
            places.forEach((wish, place) -> {
                if (clash.contains(wish)) {
                    hit.plus(place);
                }
            });
            hit.atLeast(1);
        }
        var best = best(program.build());
        var chosen = new LinkedHashSet<String>();
        places.forEach((wish, place) -> {
            if (best.value(place) > 0.5) {
                chosen.add(wish);
            }
        });
        return chosen;
    }

    /** How far the given wishes are missed at least, when all others hold: each limit may be missed, at a price of one over its size. */
    private List<Easing> easings(LinearProgram program, List<String> wishes, Set<String> given) throws Undecided {
        var variables = new ArrayList<Variable>();
        program.variables().forEach(variable -> variables.add(free(variable)));
        var constraints = new ArrayList<Constraint>();
        var missed = new TreeMap<Integer, String>();
        for (var constraint : program.constraints()) {
            constraints.add(given.contains(constraint.name()) ? elastic(constraint, variables, missed) : constraint);
        }
        var best = best(new LinearProgram(Sense.MINIMISE, variables, constraints));
        var by = new TreeMap<String, Double>();
        missed.forEach((place, wish) -> by.merge(wish, best.value(place), Double::sum));
        return wishes.stream()
                .filter(given::contains)
                .map(wish -> new Easing(wish, by.getOrDefault(wish, 0.0)))
                .toList();
    }

    private static Constraint elastic(Constraint constraint, List<Variable> variables, Map<Integer, String> missed) {
        var terms = new ArrayList<>(constraint.terms());
        double price = 1 / size(constraint);
        for (int sign : new int[] {1, -1}) {
            missed.put(variables.size(), constraint.name());
            terms.add(new Term(variables.size(), sign));
            variables.add(new Variable("miss", 0, Double.POSITIVE_INFINITY, false, price));
        }
        return new Constraint(constraint.name(), terms, constraint.lower(), constraint.upper());
    }

    private static double size(Constraint constraint) {
        double lower = Double.isFinite(constraint.lower()) ? Math.abs(constraint.lower()) : 0;
        double upper = Double.isFinite(constraint.upper()) ? Math.abs(constraint.upper()) : 0;
        return Math.max(1, Math.max(lower, upper));
    }

    private LinearAnswer.Solution best(LinearProgram program) throws Undecided {
        var answer = optimiser.solve(program, limits);
        if (answer instanceof Unbounded || answer.solution().isEmpty()) {
            throw new Undecided(answer);
        }
        return answer.solution().get();
    }

    /** A program on the way was too hard. */
    private static final class Undecided extends Exception {

        private final String reason;

        Undecided(LinearAnswer answer) {
            reason = "a program on the way could not be solved: %s".formatted(answer.reason());
        }
    }
}
