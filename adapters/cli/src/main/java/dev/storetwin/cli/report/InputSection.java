package dev.storetwin.cli.report;

/** How the input was read, so that nobody has to guess where lines went. */
final class InputSection {

    private InputSection() {}

    static void write(Report report, Markup out) {
        var input = report.input();
        if (input.notes().isEmpty() && input.sentence().isEmpty()) {
            return;
        }
        out.open("section", "class", "card").leaf("h2", "How the data was read");
        if (!input.sentence().isEmpty()) {
            out.leaf("p", input.sentence());
        }
        if (input.notes().isEmpty()) {
            out.leaf("p", "Every line was taken as it stood.", "class", "empty");
        } else {
            out.open("table", "class", "input").open("tbody");
            input.notes().forEach(it -> note(it, out));
            out.close().close();
        }
        out.closeLine();
    }

    private static void note(InputNote note, Markup out) {
        out.open("tr").leaf("th", note.what(), "scope", "row");
        out.open("td", "class", "n")
                .text(Figures.count(note.count()))
                .text(" ")
                .leaf("small", note.unit())
                .close();
        out.open("td").text(Words.capitalized(note.handling()));
        for (var example : note.examples()) {
            out.open("div", "class", "quiet").leaf("bdi", example).close();
        }
        out.close().closeLine();
    }
}
