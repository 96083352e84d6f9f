package dev.storetwin.core.guardrail.sheet;

import dev.storetwin.guardrail.Finding;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One column of a table of rules: a piece of a rule in which the cells' values have their places.
 *
 * @param cell its number in each row
 * @param kind what it adds to a rule
 * @param text the header without its first word
 */
record Template(int cell, Kind kind, String text) {

    /** What a column adds to a rule. */
    enum Kind {
        WHEN,
        THEN,
        NOTE
    }

    private static final Pattern PLACE = Pattern.compile("\\{([a-z]+)}");
    private static final String KNOWN =
            Stream.of(CellText.values()).map(Template::word).collect(Collectors.joining(", "));

    /** The column of a header cell; what is wrong with it is added to the findings. */
    static Template of(Sheet sheet, int cell, List<Finding> findings) {
        var header = sheet.header().cell(cell);
        var words = header.split("\\s+", 2);
        var kind = kind(words[0]);
        var template = new Template(cell, kind, words.length > 1 ? words[1] : "");
        if (kind == Kind.NOTE && !words[0].equals("note")) {
            findings.add(sheet.finding(
                    sheet.header(),
                    cell,
                    "The column '%s' is neither a condition nor a consequence.".formatted(header),
                    "Maybe 'when PriceChange(...)', 'then guard.block(...)', or 'note' for what nobody reads."));
        } else if (kind != Kind.NOTE && template.text().isEmpty()) {
            findings.add(sheet.finding(
                    sheet.header(),
                    cell,
                    "After '%s' stands nothing.".formatted(words[0]),
                    "Maybe a pattern is missing."));
        }
        template.findUnknownPlaces(sheet, findings);
        return template;
    }

    private static Kind kind(String word) {
        return switch (word) {
            case "when" -> Kind.WHEN;
            case "then" -> Kind.THEN;
            default -> Kind.NOTE;
        };
    }

    private static String word(CellText form) {
        return "{" + form.name().toLowerCase(Locale.ROOT) + "}";
    }

    private void findUnknownPlaces(Sheet sheet, List<Finding> findings) {
        PLACE.matcher(text)
                .results()
                .map(it -> it.group())
                .filter(it -> Stream.of(CellText.values()).map(Template::word).noneMatch(it::equals))
                .forEach(it -> findings.add(sheet.finding(
                        sheet.header(),
                        cell,
                        "'%s' stands for nothing.".formatted(it),
                        "Maybe one of " + KNOWN + ".")));
    }

    /** Writes the piece with a row's value; a value that does not fit is added to the findings. */
    void write(Sheet sheet, Sheet.Row row, RuleLine line, List<Finding> findings) {
        int from = 0;
        var places = PLACE.matcher(text);
        while (places.find()) {
            line.add(text.substring(from, places.start()), cell, false);
            line.add(value(sheet, row, places.group(1), isQuoted(places.start()), findings), cell, true);
            from = places.end();
        }
        line.add(text.substring(from), cell, false);
    }

    private String value(Sheet sheet, Sheet.Row row, String word, boolean quoted, List<Finding> findings) {
        var cellText = row.cell(cell);
        if (Stream.of(CellText.values()).map(Template::word).noneMatch(("{" + word + "}")::equals)) {
            return "";
        }
        var form = CellText.valueOf(word.toUpperCase(Locale.ROOT));
        var written = form.write(cellText);
        if (written.isEmpty()) {
            var problem = "'%s' is not %s.".formatted(cellText, form.expected());
            findings.add(sheet.finding(row, cell, problem, LimitValue.hint(cellText)));
        }
        return quoted ? CellText.within(cellText) : written.orElse("");
    }

    /** Whether a place of the text is between quotes. */
    private boolean isQuoted(int at) {
        boolean open = false;
        for (int i = 0; i < at; i++) {
            if (text.charAt(i) == '\\') {
                i++;
            } else if (text.charAt(i) == '"') {
                open = !open;
            }
        }
        return open;
    }
}
