package dev.storetwin.optimisers;

import org.jspecify.annotations.Nullable;

/**
 * A part of the search that is still to be looked at: what its parent was, with one variable between closer bounds.
 *
 * @param number   in order of creation, which decides between equals
 * @param parent   none for the whole space
 * @param bound    no solution in it is better; in the sense of making small
 * @param variable branched on to come here, or -1
 * @param least    the variable's lower bound
 * @param most     the variable's upper bound
 * @param move     how far the variable had to go, negative downwards
 */
record Node(int number, @Nullable Node parent, double bound, int variable, double least, double most, double move)
        implements Comparable<Node> {

    static Node root() {
        return new Node(0, null, Double.NEGATIVE_INFINITY, -1, 0, 0, 0);
    }

    /** All that branching has narrowed on the way here, put upon the bounds of the whole space. */
    Bounds within(Bounds whole) {
        var bounds = whole.copy();
        for (Node at = this; at != null && at.variable >= 0; at = at.parent) {
            bounds.narrow(at.variable, at.least, at.most);
        }
        return bounds;
    }

    @Override
    public int compareTo(Node other) {
        int byBound = Double.compare(bound, other.bound);
        return byBound != 0 ? byBound : Integer.compare(other.number, number);
    }
}
