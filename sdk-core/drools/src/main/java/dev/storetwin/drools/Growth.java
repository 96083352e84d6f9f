package dev.storetwin.drools;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LiteralExpr;
import com.github.javaparser.ast.expr.LiteralStringValueExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.SimpleName;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.type.Type;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How large values may become. Without any loop, a text that is put together with itself thirty times fills the memory.
 *
 * <p>How it works: a value of a fact weighs one, a quoted text more the longer it is, and what is calculated weighs as much as its parts together;
 * a replacement within a text multiplies them. What is given a name keeps its weight under that name.
 */
final class Growth {

    private static final long HEAVIEST = 10_000;
    private static final int CHARACTERS = 8;

    private final Map<String, Long> weights = new TreeMap<>();

    Growth() {}

    /** Knows the same names, and those it learns stay here. */
    Growth inside() {
        var inside = new Growth();
        inside.weights.putAll(weights);
        return inside;
    }

    static boolean isTooMuch(long weight) {
        return weight > HEAVIEST;
    }

    void name(String name, long weight) {
        weights.put(name, weight);
    }

    /** Where statements in their order first make something too heavy; learns the weights of their variables. */
    Optional<Node> excess(Node node) {
        if (node instanceof VariableDeclarator variable
                && variable.getInitializer().isPresent()) {
            var value = variable.getInitializer().get();
            var excess = excess(value);
            name(variable.getNameAsString(), weight(value));
            return excess;
        }
        if (node instanceof Expression expression && !(node instanceof VariableDeclarationExpr)) {
            expression.findAll(AssignExpr.class, Node.TreeTraversal.POSTORDER).forEach(this::assign);
            return isTooMuch(weight(expression)) ? Optional.of(node) : Optional.empty();
        }
        return node.getChildNodes().stream().flatMap(it -> excess(it).stream()).findFirst();
    }

    private void assign(AssignExpr change) {
        if (change.getTarget() instanceof NameExpr target) {
            name(target.getNameAsString(), weight(change));
        }
    }

    long weight(Node node) {
        if (node instanceof NameExpr name) {
            return weights.getOrDefault(name.getNameAsString(), 1L);
        }
        if (node instanceof LiteralExpr) {
            return node instanceof LiteralStringValueExpr text
                    ? 1 + text.getValue().length() / CHARACTERS
                    : 1;
        }
        if (node instanceof SimpleName || node instanceof Type) {
            return 0;
        }
        if (node instanceof MethodCallExpr call && call.getNameAsString().startsWith("replace")) {
            return capped(call.getScope().map(this::weight).orElse(1L) * (1 + weightOf(call.getArguments())));
        }
        return Math.max(1, weightOf(node.getChildNodes()));
    }

    private long weightOf(Iterable<? extends Node> parts) {
        long sum = 0;
        for (var part : parts) {
            sum = capped(sum + weight(part));
        }
        return sum;
    }

    /** Far from what a long holds. */
    private static long capped(long weight) {
        return Math.min(weight, HEAVIEST * HEAVIEST);
    }
}
