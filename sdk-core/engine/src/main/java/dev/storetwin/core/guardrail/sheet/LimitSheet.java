package dev.storetwin.core.guardrail.sheet;

import dev.storetwin.guardrail.Fact;
import dev.storetwin.guardrail.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The merchant's numbers: tables {@code limit,scope,value}, of which a set may have several. */
final class LimitSheet {

    private static final String EVERYTHING = "*";

    private final List<Finding> findings;
    private final List<Fact> limits = new ArrayList<>();
    private final Map<List<String>, String> places = new LinkedHashMap<>();
    private final Map<String, Class<?>> kinds = new LinkedHashMap<>();

    LimitSheet(List<Finding> findings) {
        this.findings = findings;
    }

    List<Fact> limits() {
        return List.copyOf(limits);
    }

    void read(Sheet sheet) {
        int scope = column(sheet, "scope");
        int value = column(sheet, "value");
        if (scope > 0 && value > 0) {
            sheet.rows().forEach(row -> read(sheet, row, scope, value));
        }
    }

    private int column(Sheet sheet, String name) {
        var columns = sheet.header().cells();
        int index = columns.indexOf(name);
        if (index < 0) {
            findings.add(sheet.finding(
                    sheet.header(), 1, "There is no column '%s', expected limit,scope,value.".formatted(name), ""));
        }
        int last = columns.lastIndexOf(name);
        if (last > index) {
            findings.add(sheet.finding(
                    sheet.header(),
                    last + 1,
                    "The column '%s' stands here a second time, and it is not clear which counts.".formatted(name),
                    "Maybe give the one that is for you another name."));
        }
        return index + 1;
    }

    private void read(Sheet sheet, Sheet.Row row, int scope, int value) {
        var name = row.cell(1);
        if (name.isEmpty()) {
            findings.add(sheet.finding(row, 1, "The limit has no name.", "Maybe the row is not finished."));
            return;
        }
        var whom = row.cell(scope).isEmpty() ? EVERYTHING : row.cell(scope);
        var cell = row.cell(value);
        var fact = LimitValue.fact(name, whom, cell);
        if (fact.isEmpty()) {
            var problem = "'%s' is no limit, expected such as 49.90 EUR, 12 %%, 0.12 or 16:30.".formatted(cell);
            findings.add(sheet.finding(row, value, problem, LimitValue.hint(cell)));
            return;
        }
        refuseRepetition(sheet, row, name, whom);
        refuseOtherKind(sheet, row, value, name, fact.get());
        limits.add(fact.get());
    }

    private void refuseRepetition(Sheet sheet, Sheet.Row row, String name, String scope) {
        var place = "%s:%d".formatted(sheet.file(), row.line());
        var before = places.putIfAbsent(List.of(name, scope), place);
        if (before != null) {
            findings.add(sheet.finding(
                    row,
                    1,
                    "The limit '%s' for %s stands at %s already.".formatted(name, scope, before),
                    "Maybe delete one of the two."));
        }
    }

    /** A rule that looks for a {@code Limit} does not see a {@code NumberLimit}. */
    private void refuseOtherKind(Sheet sheet, Sheet.Row row, int cell, String name, Fact fact) {
        var before = kinds.putIfAbsent(name, fact.getClass());
        if (before != null && before != fact.getClass()) {
            findings.add(sheet.finding(
                    row,
                    cell,
                    "The limit '%s' is a %s here, but a %s elsewhere."
                            .formatted(name, fact.getClass().getSimpleName(), before.getSimpleName()),
                    "Maybe the currency is missing."));
        }
    }
}
