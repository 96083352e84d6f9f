package dev.storetwin.core.guardrail.sheet;

import dev.storetwin.guardrail.Fact;
import dev.storetwin.guardrail.Finding;
import dev.storetwin.guardrail.RuleFile;
import dev.storetwin.guardrail.RuleOutline;
import dev.storetwin.guardrail.RuleSet;
import dev.storetwin.guardrail.RuleSetRefused;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A rule set, sorted by what its files hold: rules in DRL, limits, tables of rules. */
public final class RuleFolder {

    private final RuleSet ruleSet;
    private final List<RuleFile> rules;
    private final List<RuleTable> tables;
    private final List<Fact> limits;

    private RuleFolder(RuleSet ruleSet, List<RuleFile> rules, List<RuleTable> tables, List<Fact> limits) {
        this.ruleSet = ruleSet;
        this.rules = rules;
        this.tables = tables;
        this.limits = limits;
    }

    /**
     * Reads the tables of a set.
     *
     * @throws RuleSetRefused with the file, row and cell of all that cannot be read
     */
    public static RuleFolder of(RuleSet ruleSet) {
        var findings = new ArrayList<Finding>();
        var rules = new ArrayList<RuleFile>();
        var tables = new ArrayList<RuleTable>();
        var limits = new LimitSheet(findings);
        for (var file : ruleSet.files()) {
            if (file.name().toLowerCase(Locale.ROOT).endsWith(".csv")) {
                read(file, tables, limits, findings);
            } else {
                rules.add(file);
            }
        }
        if (!findings.isEmpty()) {
            throw new RuleSetRefused(ruleSet.name(), findings);
        }
        return new RuleFolder(ruleSet, List.copyOf(rules), List.copyOf(tables), limits.limits());
    }

    private static void read(RuleFile file, List<RuleTable> tables, LimitSheet limits, List<Finding> findings) {
        var ofFile = new ArrayList<Finding>();
        var sheet = Sheet.read(file, ofFile);
        if (ofFile.isEmpty()) {
            var first = sheet.header().cell(1);
            switch (first) {
                case "limit" -> limits.read(sheet);
                case "rule" -> tables.add(RuleTable.of(sheet, ofFile));
                default ->
                    ofFile.add(sheet.finding(
                            sheet.header(),
                            1,
                            "The table begins with '%s', expected 'limit' or 'rule'.".formatted(first),
                            hint(first)));
            }
        }
        findings.addAll(ofFile);
    }

    private static String hint(String first) {
        return first.startsWith("limit;") || first.startsWith("rule;")
                ? "Maybe it was saved with semicolons between the cells: save it with commas."
                : "Maybe its first line is not 'limit,scope,value', or it is no table for rules and belongs elsewhere.";
    }

    /** The numbers of all tables of limits. */
    public List<Fact> limits() {
        return limits;
    }

    /** Whether there is anything for a rule compiler. */
    public boolean hasRules() {
        return !rules.isEmpty() || tables.stream().anyMatch(RuleTable::hasRules);
    }

    /** All rules as DRL, those of tables too, by the names of their files. */
    public RuleSet inDrl() {
        var ofTables = tables.stream().filter(RuleTable::hasRules).map(RuleTable::drl);
        return new RuleSet(
                ruleSet.name(), Stream.concat(rules.stream(), ofTables).toList(), ruleSet.isTrusted());
    }

    /** A rule of the DRL with the row and cell where it and its conditions stand, if that is a table. */
    public RuleOutline placed(RuleOutline rule) {
        return tables.stream()
                .filter(it -> it.file().equals(rule.file()))
                .findFirst()
                .map(it -> it.inCells(rule))
                .orElse(rule);
    }

    /** What was found in the DRL, with the row and cell of what stands in a table. */
    public List<Finding> inPlace(List<Finding> ofDrl) {
        var isTable = tables.stream().map(RuleTable::file).toList();
        var inDrl = ofDrl.stream().filter(it -> !isTable.contains(it.file()));
        var inTables = tables.stream()
                .flatMap(table ->
                        table
                                .inCells(ofDrl.stream()
                                        .filter(it -> it.file().equals(table.file()))
                                        .toList())
                                .stream());
        return Stream.concat(inDrl, inTables).sorted().toList();
    }
}
