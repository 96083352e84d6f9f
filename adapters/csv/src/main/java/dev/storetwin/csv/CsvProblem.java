package dev.storetwin.csv;

/**
 * A file that cannot be used as it is. The message names the file, the line and the column, what was expected, and what to try.
 */
public final class CsvProblem extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    private static final int LONGEST_QUOTE = 40;
    private static final int LONGEST_WHAT = 400;
    private static final int LONGEST_HINT = 1_000;
    private static final int LONGEST_NAME = 60;

    private CsvProblem(String place, String what, String hint) {
        super("%s: %s\nMaybe %s".formatted(place, shown(what, LONGEST_WHAT), shown(hint, LONGEST_HINT)));
    }

    /** About a whole file, such as a missing column. */
    public static CsvProblem of(String file, String what, String hint) {
        return new CsvProblem(shown(file, LONGEST_WHAT), what, hint);
    }

    /** About one line. */
    public static CsvProblem of(String file, long line, String what, String hint) {
        return new CsvProblem("%s:%d".formatted(file, line), what, hint);
    }

    /** About a cell of a row that no column is named for; counted from 1. */
    static CsvProblem of(String file, long line, int cell, String what, String hint) {
        return new CsvProblem("%s:%d:%d".formatted(file, line, cell), what, hint);
    }

    /** About one cell; the column is named and counted from 1. */
    public static CsvProblem of(String file, long line, Column column, String what, String hint) {
        return new CsvProblem(
                "%s:%d:%d: %s".formatted(file, line, column.index() + 1, shown(column.name(), LONGEST_NAME)),
                what,
                hint);
    }

    /** A cell as a message may show it: cut to a readable length, without line breaks. */
    static String quoted(String cell) {
        return "'" + shown(cell, LONGEST_QUOTE) + "'";
    }

    /** What a message may hold of a file: no line break, nothing that commands a terminal, and no more than can be read. */
    private static String shown(String text, int longest) {
        var start = text.length() <= longest ? text : text.substring(0, longest) + "...";
        return start.replaceAll("\\s+", " ").replaceAll("\\p{Cntrl}", "\ufffd");
    }
}
