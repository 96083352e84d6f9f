package dev.storetwin.cli.prices;

import dev.storetwin.core.pricing.plan.PriceEnding;
import dev.storetwin.core.pricing.plan.PriceTicks;
import dev.storetwin.csv.Column;
import dev.storetwin.csv.CsvProblem;
import dev.storetwin.csv.CsvRow;
import dev.storetwin.csv.CsvTable;
import dev.storetwin.pricing.PriceBound;
import dev.storetwin.pricing.PriceRule;
import dev.storetwin.pricing.PriceScope;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A file of rules: {@code scope,rule,value[,priority]}. */
public final class RuleFile {

    private final CsvTable table;
    private final ScopeWords scopes;
    private final PriceTicks ticks;
    private final Column scope;
    private final Column rule;
    private final Column value;
    private final Optional<Column> priority;

    private RuleFile(CsvTable table, ScopeWords scopes, PriceTicks ticks) {
        this.table = table;
        this.scopes = scopes;
        this.ticks = ticks;
        this.scope = table.require("scope");
        this.rule = table.require("rule");
        this.value = table.require("value");
        this.priority = table.find("priority");
    }

    /**
     * Reads a whole file.
     *
     * @param products whose names scopes may use
     * @throws CsvProblem with file, line and column of the first cell that cannot be used
     */
    public static List<PriceRule> read(Path path, ProductPrices products) {
        try (var table = CsvTable.open(path)) {
            return new RuleFile(table, new ScopeWords(products.traits()), products.ticks()).read();
        }
    }

    private List<PriceRule> read() {
        var rules = new ArrayList<PriceRule>();
        table.forEachAsItIs(row -> {
            row.requireNoMore(); // a row may end after its last word: not every rule has a value
            rule(row).ifPresent(rules::add);
        });
        return rules;
    }

    private Optional<PriceRule> rule(CsvRow row) {
        var kind = kind(row);
        var text = row.text(value);
        if (BoundWords.isOff(kind, text)) {
            return Optional.empty();
        }
        try {
            var bound = BoundWords.read(kind, text);
            requireEndings(bound);
            return Optional.of(new PriceRule(kind, scope(row), bound, priority(row)));
        } catch (BoundWords.Unreadable unreadable) {
            throw unreadable(row, kind, unreadable.expected());
        } catch (IllegalArgumentException refused) {
            if (refused instanceof CsvProblem problem) {
                throw problem;
            }
            throw unreadable(row, kind, "another value");
        }
    }

    private CsvProblem unreadable(CsvRow row, PriceRule.Kind kind, String expected) {
        return row.problem(
                value,
                "%s expects %s, found '%s'.".formatted(kind.word(), expected, row.text(value)),
                "the value belongs to another rule: docs/guide/pricing.md lists all of them.");
    }

    private void requireEndings(PriceBound bound) {
        if (bound instanceof PriceBound.Endings endings) {
            endings.endings().forEach(it -> PriceEnding.of(it, ticks));
        }
    }

    private PriceRule.Kind kind(CsvRow row) {
        var word = row.require(rule);
        return RuleWords.kind(word)
                .orElseThrow(() -> row.problem(
                        rule,
                        "there is no rule '%s'.".formatted(word),
                        RuleWords.near(word).map("%s is meant. "::formatted).orElse("it has another name. ")
                                + "Rules are " + RuleWords.all() + "."));
    }

    private PriceScope scope(CsvRow row) {
        try {
            return scopes.read(row.text(scope));
        } catch (ScopeWords.Unknown unknown) {
            throw row.problem(scope, unknown.what(), unknown.hint());
        }
    }

    private OptionalInt priority(CsvRow row) {
        if (row.find(priority).isEmpty()) {
            return OptionalInt.empty();
        }
        long rank = row.whole(priority.orElseThrow());
        if (rank < 1 || rank > 1_000_000) {
            throw row.problem(
                    priority.orElseThrow(),
                    "expected 1 (kept longest) or more, found %d.".formatted(rank),
                    "the rule may never be broken: leave it empty.");
        }
        return OptionalInt.of((int) rank);
    }
}
