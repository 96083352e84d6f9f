package dev.storetwin.csv;

/**
 * A file that cannot be used as it is. The message names the file, the line and the column, what was expected, and what to try.
 */
public final class CsvProblem extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    private static final int LONGEST_QUOTE = 40;

    private CsvProblem(String message) {
        super(message);
    }

    /** About a whole file, such as a missing column. */
    public static CsvProblem of(String file, String what, String hint) {
        return new CsvProblem("%s: %s\nMaybe %s".formatted(file, what, hint));
    }

    /** About one line. */
    public static CsvProblem of(String file, long line, String what, String hint) {
        return new CsvProblem("%s:%d: %s\nMaybe %s".formatted(file, line, what, hint));
    }

    /** About a cell of a row that no column is named for; counted from 1. */
    static CsvProblem of(String file, long line, int cell, String what, String hint) {
        return new CsvProblem("%s:%d:%d: %s\nMaybe %s".formatted(file, line, cell, what, hint));
    }

    /** About one cell; the column is named and counted from 1. */
    public static CsvProblem of(String file, long line, Column column, String what, String hint) {
        return new CsvProblem(
                "%s:%d:%d: %s: %s\nMaybe %s".formatted(file, line, column.index() + 1, column.name(), what, hint));
    }

    /** A cell as a message may show it: cut to a readable length, without line breaks. */
    static String quoted(String cell) {
        var text = cell.replaceAll("\\s+", " ");
        return text.length() <= LONGEST_QUOTE ? "'" + text + "'" : "'" + text.substring(0, LONGEST_QUOTE) + "...'";
    }
}
