package dev.storetwin.core.guardrail.sheet;

import dev.storetwin.core.guardrail.sheet.Template.Kind;
import dev.storetwin.guardrail.Finding;
import dev.storetwin.guardrail.RuleFile;
import dev.storetwin.guardrail.RuleOutline;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A table {@code rule,when ...,then ...} of which each row is a rule. Its DRL has the rule of row N on line N, so that a place in the one is a
 * place in the other.
 */
final class RuleTable {

    private static final Pattern NAME = Pattern.compile("[^\"\\\\\\p{Cntrl}]{1,200}");
    private static final String HEAD = "package tables;"
            + " import dev.storetwin.fulfillment.*;"
            + " import dev.storetwin.guardrail.*;"
            + " import dev.storetwin.inventory.*;"
            + " import dev.storetwin.merchandising.*;"
            + " import dev.storetwin.pricing.*;"
            + " import dev.storetwin.returns.*;"
            + " import dev.storetwin.type.*;"
            + " import java.time.*;"
            + " global dev.storetwin.guardrail.Guard guard;";

    private final Sheet sheet;
    private final List<Template> templates;
    private final Map<Integer, RuleLine> lines = new TreeMap<>();

    private RuleTable(Sheet sheet, List<Template> templates) {
        this.sheet = sheet;
        this.templates = templates;
    }

    /** Reads a table; what is wrong with it is added to the findings. */
    static RuleTable of(Sheet sheet, List<Finding> findings) {
        var templates = IntStream.rangeClosed(2, sheet.header().cells().size())
                .filter(it -> !sheet.header().cell(it).isEmpty())
                .mapToObj(it -> Template.of(sheet, it, findings))
                .toList();
        var table = new RuleTable(sheet, templates);
        if (findings.isEmpty()) {
            sheet.rows().forEach(row -> table.write(row, findings));
        }
        return table;
    }

    private void write(Sheet.Row row, List<Finding> findings) {
        var name = row.cell(1);
        if (!NAME.matcher(name).matches()) {
            findings.add(sheet.finding(
                    row,
                    1,
                    "A rule's name has 1 to 200 characters, without quotes and backslashes.",
                    "Maybe it is missing."));
            return;
        }
        var conditions = templates(row, Kind.WHEN);
        var consequences = templates(row, Kind.THEN);
        if (conditions.isEmpty() || consequences.isEmpty()) {
            findings.add(sheet.finding(
                    row,
                    1,
                    "The rule '%s' has no %s.".formatted(name, conditions.isEmpty() ? "condition" : "consequence"),
                    "A column whose cell is empty does not belong to the rule: maybe write 'yes'."));
            return;
        }
        var line = new RuleLine();
        line.add("rule \"%s\" when".formatted(name));
        conditions.forEach(it -> write(it, row, line, "", findings));
        line.add(" then");
        consequences.forEach(it -> write(it, row, line, it.text().endsWith(";") ? "" : ";", findings));
        line.add(" end");
        lines.put(row.line(), line);
    }

    private void write(Template template, Sheet.Row row, RuleLine line, String close, List<Finding> findings) {
        line.add(" ", template.cell(), false);
        template.write(sheet, row, line, findings);
        line.add(close, template.cell(), false);
    }

    private List<Template> templates(Sheet.Row row, Kind kind) {
        return templates.stream()
                .filter(it -> it.kind() == kind && !row.cell(it.cell()).isEmpty())
                .toList();
    }

    String file() {
        return sheet.file();
    }

    boolean hasRules() {
        return !lines.isEmpty();
    }

    RuleFile drl() {
        int last = lines.keySet().stream().mapToInt(it -> it).max().orElse(1);
        var text = IntStream.rangeClosed(2, last)
                .mapToObj(it -> lines.containsKey(it) ? lines.get(it).toString() : "")
                .collect(Collectors.joining("\n"));
        return new RuleFile(sheet.file(), HEAD + "\n" + text + "\n");
    }

    /**
     * What the rule compiler found in the DRL, with the cells where it stands. What is wrong in the header is wrong in every row that uses it,
     * and told once.
     */
    List<Finding> inCells(List<Finding> ofDrl) {
        var found = new ArrayList<Finding>();
        for (var finding : ofDrl) {
            var line = lines.get(finding.line());
            if (line == null) {
                found.add(finding.line() <= 1 ? finding.at(finding.line(), finding.line()) : finding);
                continue;
            }
            var part = line.at(finding.column());
            var isHeaders = part.ofHeader() && isEverywhere(finding, part.cell(), ofDrl);
            found.add(finding.at(isHeaders ? sheet.header().line() : finding.line(), part.cell()));
        }
        return found.stream().distinct().toList();
    }

    RuleOutline inCells(RuleOutline rule) {
        var line = lines.getOrDefault(rule.line(), new RuleLine());
        var conditions = rule.conditions().stream()
                .map(it -> new RuleOutline.Condition(
                        it.text(), it.line(), line.at(it.column()).cell(), it.probe()))
                .toList();
        return new RuleOutline(rule.name(), rule.file(), rule.line(), 1, conditions);
    }

    private boolean isEverywhere(Finding finding, int cell, List<Finding> all) {
        return sheet.rows().stream().filter(row -> !row.cell(cell).isEmpty()).allMatch(row -> all.stream()
                .anyMatch(it -> it.line() == row.line()
                        && it.problem().equals(finding.problem())
                        && isIn(row.line(), it.column(), cell)));
    }

    private boolean isIn(int line, int column, int cell) {
        var rule = lines.get(line);
        return rule != null && rule.at(column).cell() == cell;
    }
}
