package dev.storetwin.cli;

import dev.storetwin.csv.Column;
import dev.storetwin.csv.CsvProblem;
import dev.storetwin.csv.CsvRow;
import dev.storetwin.csv.CsvTable;
import dev.storetwin.guardrail.Limit;
import dev.storetwin.type.Money;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/** The merchant's numbers beside the rules: {@code limits.csv} of a rules folder, {@code name,scope,amount,currency}. */
final class LimitFile {

    private static final String NAME = "limits.csv";
    private static final String EVERYTHING = "*";

    private LimitFile() {}

    /**
     * The limits of a folder; none when it has no such file.
     *
     * @throws CsvProblem with file, line and column of the first cell that cannot be used
     */
    static List<Limit> read(Path folder) {
        var file = folder.resolve(NAME);
        return Files.exists(file) ? limits(file) : List.of();
    }

    private static List<Limit> limits(Path file) {
        try (var table = CsvTable.open(file)) {
            var name = table.require("name");
            var scope = table.find("scope");
            var amount = table.require("amount");
            var currency = table.require("currency");
            var limits = new ArrayList<Limit>();
            table.forEach(row -> limits.add(
                    new Limit(row.require(name), row.find(scope).orElse(EVERYTHING), money(row, amount, currency))));
            return limits;
        }
    }

    private static Money money(CsvRow row, Column amount, Column currency) {
        try {
            return new Money(row.decimal(amount), Currency.getInstance(row.require(currency)));
        } catch (CsvProblem problem) {
            throw problem;
        } catch (IllegalArgumentException unknown) {
            throw row.problem(currency, "expected a currency code such as GBP.", "it is a sign or in small letters.");
        }
    }
}
