package dev.storetwin.testing.disk;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

/** A directory: the names that are seen, those that were forced, and the changes in between. */
final class DirectoryNode implements Node {

    private final Map<String, Node> seen = new TreeMap<>();
    private final Map<String, Node> safe = new TreeMap<>();
    private final List<NameChange> changes = new ArrayList<>();

    Map<String, Node> seen() {
        return seen;
    }

    void change(NameChange change) {
        change.applyTo(seen);
        changes.add(change);
    }

    void force() {
        safe.clear();
        safe.putAll(seen);
        changes.clear();
    }

    /*
     * What has a name that was forced and a name that was not is one and the same: so each node is copied once. Changes are rewritten to
     * the copies.
     */
    @Override
    public DirectoryNode afterKill() {
        DirectoryNode next = new DirectoryNode();
        var copies = new IdentityHashMap<Node, Node>();
        UnaryOperator<Node> copy = node -> copies.computeIfAbsent(node, Node::afterKill);
        seen.forEach((name, node) -> next.seen.put(name, copy.apply(node)));
        safe.forEach((name, node) -> next.safe.put(name, copy.apply(node)));
        changes.forEach(change -> next.changes.add(change.of(copy)));
        return next;
    }

    @Override
    public DirectoryNode afterPowerCut(RandomGenerator chance) {
        var kept = new TreeMap<>(safe);
        Change.survivors(changes, chance).forEach(change -> change.applyTo(kept));
        DirectoryNode next = new DirectoryNode();
        kept.forEach((name, node) -> next.seen.put(name, node.afterPowerCut(chance)));
        next.safe.putAll(next.seen);
        return next;
    }

    /** A change of names. */
    interface NameChange extends Change {

        void applyTo(Map<String, Node> names);

        NameChange of(UnaryOperator<Node> copy);
    }

    /** A name that was given. */
    record Linked(String name, Node node) implements NameChange {

        @Override
        public void applyTo(Map<String, Node> names) {
            names.put(name, node);
        }

        @Override
        public NameChange of(UnaryOperator<Node> copy) {
            return new Linked(name, copy.apply(node));
        }
    }

    /** A name that was taken away. */
    record Unlinked(String name) implements NameChange {

        @Override
        public void applyTo(Map<String, Node> names) {
            names.remove(name);
        }

        @Override
        public NameChange of(UnaryOperator<Node> copy) {
            return this;
        }
    }

    /** A name that was changed for another, at one stroke. */
    record Renamed(String from, String to, Node node) implements NameChange {

        @Override
        public void applyTo(Map<String, Node> names) {
            names.remove(from);
            names.put(to, node);
        }

        @Override
        public NameChange of(UnaryOperator<Node> copy) {
            return new Renamed(from, to, copy.apply(node));
        }
    }
}
