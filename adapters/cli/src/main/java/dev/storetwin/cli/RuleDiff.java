package dev.storetwin.cli;

import dev.storetwin.core.guardrail.Gate;
import dev.storetwin.core.guardrail.PastAction;
import dev.storetwin.core.guardrail.PastActions;
import dev.storetwin.core.guardrail.SheetCompiler;
import dev.storetwin.csv.CsvOutput;
import dev.storetwin.csv.CsvTable;
import dev.storetwin.guardrail.CompiledRules;
import dev.storetwin.guardrail.RuleHit;
import dev.storetwin.guardrail.RuleOutline;
import dev.storetwin.guardrail.Ruling;
import dev.storetwin.inventory.Replenishment;
import dev.storetwin.pricing.PriceChange;
import dev.storetwin.proposal.Action;
import dev.storetwin.type.Channel;
import dev.storetwin.type.Money;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.Quantity;
import dev.storetwin.type.Sku;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Has past actions judged by two sets of rules, and tells those about which they differ. */
final class RuleDiff {

    private static final List<String> HEADER = List.of(
            "decision_id",
            "sku",
            "channel",
            "node",
            "action",
            "old_verdict",
            "new_verdict",
            "old_rules",
            "new_rules",
            "reason");

    private final Side before;
    private final Side after;

    /**
     * One of the two sets.
     *
     * @param rules  compiled
     * @param places where each rule stands, by its name
     */
    record Side(CompiledRules rules, Map<String, String> places) {

        static Side of(CompiledRules rules) {
            return new Side(
                    rules,
                    SheetCompiler.ofServices().outline(rules.ruleSet()).stream()
                            .collect(Collectors.toMap(
                                    RuleOutline::name, it -> "%s:%d:%d".formatted(it.file(), it.line(), it.column()))));
        }

        /** The rules that spoke, each with its place. */
        String spoke(Ruling<Action> ruling) {
            return ruling.hits().stream()
                    .map(RuleHit::rule)
                    .distinct()
                    .map(it -> places.containsKey(it) ? "%s: %s".formatted(places.get(it), it) : it)
                    .collect(Collectors.joining("; "));
        }
    }

    RuleDiff(Side before, Side after) {
        this.before = before;
        this.after = after;
    }

    /**
     * The actions of a file: decisions.csv, or an audit trail, which has all alternatives and the price before.
     *
     * @throws BadInput when it is neither
     */
    static List<PastAction> read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw BadInput.of("There is no file %s.".formatted(file), "the path is meant from another folder.");
        }
        try {
            return isTable(file) ? rows(file) : PastActions.ofTrail(file);
        } catch (IllegalArgumentException wrong) {
            throw new BadInput(String.valueOf(wrong.getMessage()));
        }
    }

    static boolean isTable(Path file) {
        var name = file.getFileName().toString();
        return name.endsWith(".csv") || name.endsWith(".csv.gz");
    }

    private static List<PastAction> rows(Path file) {
        try (var table = CsvTable.open(file)) {
            var id = table.require("decision_id");
            var sku = table.require("sku");
            var channel = table.require("channel");
            var node = table.require("node");
            var kind = table.require("action");
            var value = table.require("value");
            var unit = table.require("unit");
            var actions = new ArrayList<PastAction>();
            table.forEach(row -> {
                if (row.text(kind).equals("price")) {
                    var price = Money.of(row.decimal(value).toPlainString(), row.require(unit));
                    var change =
                            new PriceChange(Sku.of(row.require(sku)), Channel.of(row.require(channel)), price, price);
                    actions.add(new PastAction(row.require(id), Optional.empty(), change));
                } else if (row.text(kind).equals("order")) {
                    var order = new Replenishment(
                            Sku.of(row.require(sku)),
                            NodeId.of(row.require(node)),
                            Quantity.of(row.decimal(value)),
                            Optional.empty());
                    actions.add(new PastAction(row.require(id), Optional.empty(), order));
                }
            });
            return actions;
        }
    }

    /** A row for each action whose verdict, or what it is adjusted to, would change; with a header. */
    String table(List<PastAction> actions) {
        var text = new StringWriter();
        try (var rows = CsvOutput.to(text, HEADER)) {
            actions.forEach(it -> row(it).ifPresent(rows::write));
        }
        return text.toString();
    }

    private Optional<List<String>> row(PastAction past) {
        var old = past.judgedBy(before.rules());
        var now = past.judgedBy(after.rules());
        if (old.severity() == now.severity() && old.adjustments().equals(now.adjustments())) {
            return Optional.empty();
        }
        var target = past.action().target();
        return Optional.of(List.of(
                past.decision(),
                target.sku().map(Objects::toString).orElse(""),
                target.channel().map(Objects::toString).orElse(""),
                target.node().map(Objects::toString).orElse(""),
                past.action().describe(),
                verdict(old),
                verdict(now),
                before.spoke(old),
                after.spoke(now),
                Gate.reason(now.hits().isEmpty() ? old : now)));
    }

    private static String verdict(Ruling<Action> ruling) {
        var word = ruling.severity().name().toLowerCase(Locale.ROOT);
        var to = ruling.adjustments().stream().map(Action::describe).collect(Collectors.joining(" or "));
        return to.isEmpty() ? word : word + " to " + to;
    }
}
