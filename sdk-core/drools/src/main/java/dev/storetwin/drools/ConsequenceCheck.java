package dev.storetwin.drools;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.SwitchEntry;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.drools.mvel.parser.ast.expr.ModifyStatement;

/**
 * Checks the consequence of one rule: words of the guard, local variables and calls on values, and nothing else.
 *
 * <p>How it works: a walk over the tree of Java that accepts the kinds of nodes on a list and refuses all others, so that a loop, a lambda or a
 * class has no way in. A call is accepted by its name and by what it is called on: a value, or one of the types whose static methods only make
 * values. Whether names and types fit is left to {@link ConsequenceTypes}.
 */
final class ConsequenceCheck {

    private static final Set<String> KINDS = Set.of(
            "AssignExpr",
            "BinaryExpr",
            "BlockStmt",
            "BooleanLiteralExpr",
            "BreakStmt",
            "CastExpr",
            "CharLiteralExpr",
            "ClassOrInterfaceType",
            "ConditionalExpr",
            "DoubleLiteralExpr",
            "DrlNameExpr",
            "EmptyStmt",
            "EnclosedExpr",
            "ExpressionStmt",
            "FieldAccessExpr",
            "IfStmt",
            "InstanceOfExpr",
            "IntegerLiteralExpr",
            "LongLiteralExpr",
            "MethodCallExpr",
            "Modifier",
            "ModifyStatement",
            "NameExpr",
            "NullLiteralExpr",
            "ObjectCreationExpr",
            "PrimitiveType",
            "ReturnStmt",
            "SimpleName",
            "StringLiteralExpr",
            "SwitchEntry",
            "SwitchExpr",
            "SwitchStmt",
            "TextBlockLiteralExpr",
            "UnaryExpr",
            "VarType",
            "VariableDeclarationExpr",
            "VariableDeclarator",
            "YieldStmt");

    private static final Set<String> LOOPING_CALLS =
            Set.of("forEach", "forEachOrdered", "forEachRemaining", "generate", "iterate");
    private static final Set<String> ENGINE = Set.of("channels", "drools", "kcontext");
    private static final Set<String> CHANGES = Set.of("delete", "insert", "insertAsync", "insertLogical", "retract");
    private static final Set<String> GUARD_WORDS = Set.of("adjust", "block", "review");

    private final Inspection inspection;
    private final CheckedRule rule;
    private final Consequence consequence;
    private final Set<String> locals = new HashSet<>();

    ConsequenceCheck(Inspection inspection, CheckedRule rule) {
        this.inspection = inspection;
        this.rule = rule;
        this.consequence = rule.consequence();
    }

    void check() {
        consequence.block(inspection).ifPresent(block -> {
            block.findAll(VariableDeclarator.class).forEach(it -> locals.add(it.getNameAsString()));
            block.getStatements().forEach(this::walk);
            rule.bindings().growth().inside().excess(block).ifPresent(it -> refuse(it, SafeWords.GROWTH, ""));
        });
    }

    private void walk(Node node) {
        if (!KINDS.contains(node.getClass().getSimpleName())) {
            refuse(
                    node,
                    "A consequence has no %s.".formatted(NodeWords.of(node).replaceFirst("^(a|an) ", "")),
                    hint(node));
            return;
        }
        if (walksOn(node)) {
            node.getChildNodes().forEach(this::walk);
        }
    }

    private static String hint(Node node) {
        return NodeWords.of(node).contains("loop")
                ? "Maybe let the conditions match each fact: a rule fires once for each."
                : SafeWords.ONLY_GUARD;
    }

    /** Checks a node, and says whether its parts are worth a look, too. */
    private boolean walksOn(Node node) {
        if (node instanceof MethodCallExpr call) {
            return checkCall(call);
        }
        if (node instanceof FieldAccessExpr access) {
            return checkAccess(access);
        }
        if (node instanceof ObjectCreationExpr creation) {
            return checkCreation(creation);
        }
        if (node instanceof ClassOrInterfaceType type) {
            return checkType(type);
        }
        if (node instanceof NameExpr name) {
            return checkName(name);
        }
        if (node instanceof AssignExpr assignment) {
            return checkChange(assignment, assignment.getTarget());
        }
        if (node instanceof ModifyStatement modify) {
            return checkModify(modify);
        }
        if (node instanceof UnaryExpr unary && unary.getOperator().name().endsWith("CREMENT")) {
            return checkChange(unary, unary.getExpression());
        }
        return !(node instanceof ReturnStmt back && back.getExpression().isPresent())
                || refuse(node, "A consequence returns nothing.", SafeWords.ONLY_GUARD);
    }

    private boolean checkCall(MethodCallExpr call) {
        var name = call.getNameAsString();
        if (!inspection.profile().allowsMember(name)) {
            return refuse(call.getName(), "'%s' is not for rules.".formatted(name), SafeWords.ONLY_GUARD);
        }
        if (LOOPING_CALLS.contains(name)) {
            return refuse(
                    call.getName(),
                    "A consequence has no loop ('%s').".formatted(name),
                    "Maybe let the conditions match each fact: a rule fires once for each.");
        }
        if (!inspection.profile().allowsPattern(name, call.getArguments())) {
            return refuse(call.getName(), SafeWords.PATTERN, "");
        }
        if (!inspection.profile().allowsDigits(name, call.getArguments())) {
            return refuse(call.getName(), SafeWords.DIGITS, "");
        }
        if (call.getScope().isEmpty()) {
            return checkBareCall(call, name);
        }
        var scope = call.getScope().get();
        if (NodeWords.text(scope).equals("guard")) {
            checkReason(call);
        }
        var owner = typeName(scope);
        if (owner.isEmpty()) {
            return true;
        }
        call.getArguments().forEach(this::walk);
        if (!inspection.profile().allowsStatic(owner.get(), name)) {
            refuse(scope, "'%s.%s' is not for rules.".formatted(NodeWords.text(scope), name), SafeWords.STATICS);
        }
        return false;
    }

    private boolean checkModify(ModifyStatement modify) {
        walk(modify.getModifyObject());
        for (var statement : modify.getChildNodes()) {
            statement.findAll(MethodCallExpr.class).stream()
                    .filter(it -> it.getScope().isEmpty())
                    .forEach(it -> it.setScope(new NameExpr(NodeWords.text(modify.getModifyObject()))));
        }
        return true;
    }

    /** Only {@code update}, which makes rules look at a fact again. */
    private boolean checkBareCall(MethodCallExpr call, String name) {
        if (name.equals("update")) {
            return true;
        }
        if (CHANGES.contains(name)) {
            return refuse(
                    call,
                    "A rule adds and removes no facts ('%s').".formatted(name),
                    "Maybe say it in the conditions: which rule fires first must not matter.");
        }
        return refuse(
                call,
                "There is no method '%s' here.".formatted(name),
                GUARD_WORDS.contains(name) ? "Maybe guard.%s?".formatted(name) : SafeWords.ONLY_GUARD);
    }

    private void checkReason(MethodCallExpr call) {
        int position = call.getNameAsString().equals("adjust") ? 1 : 0;
        if (!GUARD_WORDS.contains(call.getNameAsString()) || call.getArguments().size() <= position) {
            return;
        }
        if (!(call.getArgument(position) instanceof StringLiteralExpr reason)) {
            return;
        }
        int values = call.getArguments().size() - position - 1;
        int places = reason.asString().split("\\{}", -1).length - 1;
        if (reason.asString().isBlank()) {
            refuse(
                    reason,
                    "A reason cannot be empty.",
                    "Maybe say what is wrong with the action, and what would be right.");
        } else if (values != places) {
            refuse(
                    reason,
                    "The reason has %d places for values ({}), and %d values follow.".formatted(places, values),
                    "");
        }
    }

    private boolean checkAccess(FieldAccessExpr access) {
        if (!inspection.profile().allowsMember(access.getNameAsString())) {
            return refuse(
                    access.getName(),
                    "'%s' is not for rules.".formatted(access.getNameAsString()),
                    SafeWords.ONLY_GUARD);
        }
        var owner = typeName(access.getScope());
        owner.ifPresent(it -> checkOwner(access, it));
        return owner.isEmpty();
    }

    private void checkOwner(Node at, Class<?> owner) {
        if (!inspection.profile().allowsType(owner)) {
            refuse(at, "'%s' is not for rules.".formatted(owner.getName()), SafeWords.PACKAGES);
        }
    }

    private boolean checkCreation(ObjectCreationExpr creation) {
        var name = creation.getType().getNameWithScope();
        var type = inspection.types().find(name);
        creation.getArguments().forEach(this::walk);
        if (type.isPresent() && !inspection.profile().allowsNumber(type.get(), creation.getArguments())) {
            return refuse(creation, SafeWords.NUMBER, "");
        }
        if (creation.getAnonymousClassBody().isPresent()
                || type.filter(inspection.profile()::allowsNew).isEmpty()) {
            return type.isEmpty()
                    ? refuse(
                            creation,
                            "There is no type '%s'.".formatted(name),
                            inspection.types().hint(name))
                    : refuse(creation, "'new %s' is not for rules.".formatted(name), SafeWords.STATICS);
        }
        return false;
    }

    private boolean checkType(ClassOrInterfaceType type) {
        var name = type.getNameWithScope();
        var found = inspection.types().find(name);
        type.getTypeArguments().ifPresent(it -> it.forEach(this::walk));
        if (found.isEmpty()) {
            return refuse(
                    type,
                    "There is no type '%s'.".formatted(name),
                    inspection.types().hint(name));
        }
        checkOwner(type, found.get());
        return false;
    }

    private boolean checkName(NameExpr name) {
        var word = name.getNameAsString();
        if (ENGINE.contains(word)) {
            return refuse(name, "'%s' is not for rules.".formatted(word), SafeWords.ONLY_GUARD);
        }
        var isType = Character.isUpperCase(word.charAt(0));
        return isNamed(name, word)
                || (!isType && ConsequenceTypes.isKnown(rule))
                || refuse(
                        name,
                        (isType ? "There is no type '%s'." : "There is nothing here named '%s'.").formatted(word),
                        inspection.types().hint(word));
    }

    /** The generated class around a consequence has names of its own, of which a rule must not know. */
    private boolean isNamed(NameExpr name, String word) {
        return locals.contains(word)
                || rule.bindings().has(word)
                || word.equals("guard")
                || name.getParentNode().filter(SwitchEntry.class::isInstance).isPresent()
                || inspection.types().find(word).isPresent();
    }

    private boolean checkChange(Node change, Expression target) {
        return locals.contains(NodeWords.text(target))
                || refuse(
                        change,
                        "Only local variables can change, not '%s'.".formatted(NodeWords.text(target)),
                        "Maybe a new local variable is meant.");
    }

    /** The type that an expression names. A variable of the same name does not hide it: it may have another scope. */
    private Optional<Class<?>> typeName(Expression expression) {
        var isName = expression instanceof NameExpr || expression instanceof FieldAccessExpr;
        return isName ? inspection.types().find(NodeWords.text(expression)) : Optional.empty();
    }

    private boolean refuse(Node node, String problem, String hint) {
        inspection.add(consequence.offset(node), problem, hint);
        return false;
    }
}
