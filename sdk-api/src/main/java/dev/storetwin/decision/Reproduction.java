package dev.storetwin.decision;

import dev.storetwin.type.DecisionId;
import java.util.List;
import java.util.stream.Collectors;

/** What came of making a decision again. */
public sealed interface Reproduction {

    /** The decision that was asked for. */
    DecisionId decision();

    /** The answer for people. */
    String inWords();

    default boolean isIdentical() {
        return this instanceof Identical;
    }

    /**
     * Every field is as it was written down.
     *
     * @param fields how many were compared
     */
    record Identical(DecisionId decision, int fields) implements Reproduction {
        @Override
        public String inWords() {
            return "%s comes out the same: %d fields, no difference.".formatted(decision, fields);
        }
    }

    /**
     * It comes out otherwise.
     *
     * @param differences field by field, in order of their names
     */
    record Different(DecisionId decision, List<Difference> differences) implements Reproduction {

        public Different {
            differences = List.copyOf(differences);
        }

        @Override
        public String inWords() {
            return differences.stream()
                    .map(it -> "%n  %s: recorded %s, now %s".formatted(it.field(), it.recorded(), it.derived()))
                    .collect(Collectors.joining(
                            "", "%s comes out otherwise in %d fields:".formatted(decision, differences.size()), ""));
        }
    }

    /**
     * It cannot be made again.
     *
     * @param reason what is missing, and what may help
     */
    record NotReproducible(DecisionId decision, String reason) implements Reproduction {
        @Override
        public String inWords() {
            return "%s cannot be made again: %s".formatted(decision, reason);
        }
    }

    /**
     * A field that differs.
     *
     * @param field    such as {@code alternatives[2].proposed.expectedValue}
     * @param recorded as it was written down; a word that says so where it was not
     * @param derived  as it comes out now; a word that says so where it does not
     */
    record Difference(String field, String recorded, String derived) {}
}
