package dev.storetwin.drools;

import com.github.javaparser.ast.Node;
import java.util.Map;
import org.drools.mvel.parser.printer.PrintUtil;

/** How findings call the parts of Java. */
final class NodeWords {

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("ArrayAccessExpr", "an element of an array"),
            Map.entry("ArrayCreationExpr", "an array"),
            Map.entry("ArrayType", "an array"),
            Map.entry("AssertStmt", "'assert'"),
            Map.entry("AssignExpr", "an assignment"),
            Map.entry("CastExpr", "a cast"),
            Map.entry("ClassExpr", "'.class'"),
            Map.entry("ContinueStmt", "'continue'"),
            Map.entry("DoStmt", "a loop ('do')"),
            Map.entry("ForEachStmt", "a loop ('for')"),
            Map.entry("ForStmt", "a loop ('for')"),
            Map.entry("FullyQualifiedInlineCastExpr", "a cast with '#'"),
            Map.entry("InlineCastExpr", "a cast with '#'"),
            Map.entry("InstanceOfExpr", "'instanceof'"),
            Map.entry("LabeledStmt", "a label"),
            Map.entry("LambdaExpr", "a lambda"),
            Map.entry("LocalClassDeclarationStmt", "a class"),
            Map.entry("LocalRecordDeclarationStmt", "a record"),
            Map.entry("ListCreationLiteralExpression", "a list in brackets"),
            Map.entry("MapCreationLiteralExpression", "a map in brackets"),
            Map.entry("MarkerAnnotationExpr", "an annotation"),
            Map.entry("MethodReferenceExpr", "a method reference"),
            Map.entry("NormalAnnotationExpr", "an annotation"),
            Map.entry("OOPathExpr", "a path with '/'"),
            Map.entry("SingleMemberAnnotationExpr", "an annotation"),
            Map.entry("SuperExpr", "'super'"),
            Map.entry("SynchronizedStmt", "'synchronized'"),
            Map.entry("TemporalLiteralExpr", "a time span in brackets"),
            Map.entry("ThisExpr", "'this'"),
            Map.entry("ThrowStmt", "'throw'"),
            Map.entry("TypePatternExpr", "a pattern after 'instanceof'"),
            Map.entry("TryStmt", "'try'"),
            Map.entry("WhileStmt", "a loop ('while')"));

    private NodeWords() {}

    static String of(Node node) {
        var kind = node.getClass().getSimpleName();
        return WORDS.getOrDefault(kind, kind.replaceAll("(Expr|Stmt)$", ""));
    }

    /** As written; JavaParser's own printer does not know the nodes of DRL. */
    static String text(Node node) {
        return PrintUtil.printNode(node);
    }
}
