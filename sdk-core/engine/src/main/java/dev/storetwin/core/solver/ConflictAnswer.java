package dev.storetwin.core.solver;

import java.util.List;

/** Why wishes cannot all be granted, and what it takes; one of these. */
public sealed interface ConflictAnswer {

    /** For people. */
    String reason();

    /** They can all be granted. */
    record AllHold(String reason) implements ConflictAnswer {}

    /**
     * They cannot.
     *
     * @param together wishes that cannot hold together, while they could without any one of them
     * @param easings  the fewest wishes to give way, and by how much; with them all others hold
     */
    record Clash(List<String> together, List<Easing> easings, String reason) implements ConflictAnswer {

        public Clash {
            together = List.copyOf(together);
            easings = List.copyOf(easings);
        }
    }

    /** It could not be found out: what is no wish fails by itself, or the work it takes has a limit. */
    record Unclear(String reason) implements ConflictAnswer {}

    /**
     * A wish that gives way.
     *
     * @param wish name of its limits
     * @param by   how much its limits are missed in all, in their own units
     */
    record Easing(String wish, double by) {}
}
