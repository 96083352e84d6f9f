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
import java.util.Currency;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** A file of rules: {@code scope,rule,value[,priority]}. */
public final class RuleFile {

    private static final int SHOWN = 40;
    private static final Set<PriceRule.Kind> SAID_ONCE =
            EnumSet.of(PriceRule.Kind.AIM, PriceRule.Kind.SALVAGE, PriceRule.Kind.CHANGE_COST);

    /** What a line says. */
    private record Said(long line, PriceBound bound) {}

    private final CsvTable table;
    private final ScopeWords scopes;
    private final PriceTicks ticks;
    private final Column scope;
    private final Column rule;
    private final Column value;
    private final Optional<Column> priority;
    private final Map<String, Said> said = new HashMap<>();
    private Optional<String> currency;

    private RuleFile(CsvTable table, ScopeWords scopes, PriceTicks ticks, Optional<String> currency) {
        this.currency = currency;
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
            return new RuleFile(table, new ScopeWords(products.traits()), products.ticks(), products.currency()).read();
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
            requireCurrency(row, kind);
            var rule = new PriceRule(kind, scope(row), bound, priority(row));
            refuseContradiction(row, rule);
            return Optional.of(rule);
        } catch (BoundWords.Unreadable unreadable) {
            throw unreadable(row, kind, unreadable.what());
        } catch (CsvProblem problem) {
            throw problem;
        } catch (IllegalArgumentException refused) {
            throw unreadable(row, kind, BoundWords.Unreadable.of(refused).what());
        }
    }

    /** What counts once can be said once: nobody knows which of two counts. */
    private void refuseContradiction(CsvRow row, PriceRule rule) {
        if (!SAID_ONCE.contains(rule.kind())) {
            return;
        }
        var first = said.putIfAbsent(rule.kind().word() + " " + rule.scope(), new Said(row.line(), rule.bound()));
        if (first != null && !first.bound().equals(rule.bound())) {
            throw row.problem(
                    value,
                    "%s of %s is %s in line %d and %s here."
                            .formatted(rule.kind().word(), rule.scope(), first.bound(), first.line(), rule.bound()),
                    "one of them is meant for less than that: give it a narrower scope.");
        }
    }

    /** Amounts are in the currency of the products; another one beside them would be taken for it. */
    private void requireCurrency(CsvRow row, PriceRule.Kind kind) {
        var named = BoundWords.currency(kind, row.text(value));
        if (named.isEmpty()) {
            return;
        }
        var word = named.get();
        if (word.length() > 1 && !ProductPrices.isCurrency(word.toUpperCase(Locale.ROOT))) {
            throw row.problem(
                    value,
                    "'%s' is no currency, expected a code such as EUR.".formatted(word),
                    "money is meant: leave the word out, or write money.");
        }
        currency = currency.or(() -> named);
        if (!isSame(word, currency.get())) {
            throw row.problem(
                    value,
                    "'%s' is in another currency than %s.".formatted(row.text(value), currency.get()),
                    "amounts of rules are in the currency of the products: convert it.");
        }
    }

    /** Both codes, or one of them the sign of the other. */
    private static boolean isSame(String named, String known) {
        return named.equalsIgnoreCase(known) || hasSign(known, named) || hasSign(named, known);
    }

    private static boolean hasSign(String code, String sign) {
        return sign.length() == 1
                && ProductPrices.isCurrency(code.toUpperCase(Locale.ROOT))
                && Currency.getInstance(code.toUpperCase(Locale.ROOT))
                        .getSymbol(Locale.US)
                        .contains(sign);
    }

    private CsvProblem unreadable(CsvRow row, PriceRule.Kind kind, String what) {
        return row.problem(
                value,
                "%s %s, found %s.".formatted(kind.word(), what.replaceAll("\\.$", ""), shown(row.text(value))),
                "the value belongs to another rule: docs/guide/pricing.md lists all of them.");
    }

    private static String shown(String text) {
        return "'" + (text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...") + "'";
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
                        "there is no rule %s.".formatted(shown(word)),
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
