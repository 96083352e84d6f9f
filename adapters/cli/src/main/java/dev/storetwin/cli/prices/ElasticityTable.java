package dev.storetwin.cli.prices;

import dev.storetwin.csv.Column;
import dev.storetwin.csv.CsvRow;
import dev.storetwin.csv.CsvTable;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A file of elasticities, as the command {@code elasticity} writes it: {@code series,elasticity,lower,upper,method,status,reason}. */
public final class ElasticityTable {

    private static final String UNIDENTIFIED = "unidentified";

    /** What is said of a number by the status beside it. */
    private static final Map<String, String> USABLE = Map.of(
            "", "",
            "estimated", "",
            "pooled", "the elasticity is pooled with its like",
            "refused", "its own elasticity was refused, that of its like is used");

    /** Steeper than anything that people buy: another number stands there. */
    private static final double STEEPEST = -100;

    private final Map<String, Answer> answers = new HashMap<>();

    /**
     * What is known of one series.
     *
     * @param isKnown without it the numbers mean nothing
     * @param words   how it is known, or why it is not
     */
    record Answer(boolean isKnown, double value, double lower, double upper, String words) {

        static Answer unknown(String why) {
            return new Answer(false, 0, 0, 0, why);
        }
    }

    private ElasticityTable() {}

    /** Reads a whole file. */
    public static ElasticityTable read(Path path) {
        var read = new ElasticityTable();
        try (var table = CsvTable.open(path)) {
            var columns = Columns.of(table);
            table.forEach(row -> read.answers.merge(
                    row.require(columns.series),
                    columns.answer(row),
                    (one, other) -> one.equals(other)
                            ? one
                            : Answer.unknown("The file of elasticities has the series twice, with different answers")));
        }
        return read;
    }

    /** Where the cells of an elasticity stand. */
    private record Columns(
            Column series,
            Column value,
            Optional<Column> lower,
            Optional<Column> upper,
            Optional<Column> status,
            Optional<Column> reason) {

        static Columns of(CsvTable table) {
            return new Columns(
                    table.require("series"),
                    table.require("elasticity"),
                    table.find("lower"),
                    table.find("upper"),
                    table.find("status"),
                    table.find("reason"));
        }

        Answer answer(CsvRow row) {
            var word = row.find(status).orElse("").toLowerCase(Locale.ROOT);
            if (!USABLE.containsKey(word) && !word.equals(UNIDENTIFIED)) {
                throw row.problem(
                        status.orElseThrow(),
                        "expected estimated, pooled, refused or unidentified, found '%s'.".formatted(word),
                        "another column was meant.");
            }
            var number = NumberCell.of(row, Optional.of(value));
            var least = NumberCell.of(row, lower);
            var most = NumberCell.of(row, upper);
            if (word.equals(UNIDENTIFIED)) {
                return Answer.unknown("The elasticity is " + word
                        + row.find(reason).map(": "::concat).orElse(""));
            }
            return number.number().isEmpty()
                    ? Answer.unknown("The elasticity is not known")
                    : ElasticityTable.answer(number.number().get(), least, most, USABLE.getOrDefault(word, ""));
        }
    }

    private static Answer answer(BigDecimal value, NumberCell lower, NumberCell upper, String said) {
        if (lower.isNaN() || upper.isNaN()) {
            return Answer.unknown("The interval of the elasticity is not known");
        }
        double least = lower.number().orElse(value).doubleValue();
        double most = upper.number().orElse(value).doubleValue();
        if (value.signum() >= 0) {
            return Answer.unknown(
                    "An elasticity of %s says that a higher price sells no less".formatted(value.toPlainString()));
        }
        if (!(least <= value.doubleValue() && value.doubleValue() <= most) || value.doubleValue() < STEEPEST) {
            return Answer.unknown("An elasticity of %s between %s and %s cannot be".formatted(value, least, most));
        }
        var words = lower.number().isPresent() && upper.number().isPresent()
                ? ""
                : "the elasticity has no interval and is taken at its word";
        return new Answer(
                true, value.doubleValue(), Math.max(STEEPEST, least), Math.min(0, most), said.isEmpty() ? words : said);
    }

    Answer of(String series) {
        return answers.getOrDefault(series, Answer.unknown("No elasticity is told of it"));
    }
}
