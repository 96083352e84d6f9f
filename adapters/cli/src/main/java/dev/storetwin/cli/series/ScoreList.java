package dev.storetwin.cli.series;

import dev.storetwin.core.json.JsonObjectWriter;
import dev.storetwin.forecast.BacktestResult;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** Scores as a file: a JSON list with one object per method, each on its own line. */
public final class ScoreList {

    private ScoreList() {}

    public static void write(List<BacktestResult> results, Writer to) throws IOException {
        var lines = results.stream().map(ScoreList::line).collect(Collectors.joining(",\n"));
        to.write("[\n" + lines + "\n]\n");
    }

    private static String line(BacktestResult result) {
        var bytes = JsonObjectWriter.write(json -> json.text("method", result.method())
                .whole("origins", result.origins())
                .whole("n", result.n())
                .number("smape", result.smape())
                .number("mase", result.mase())
                .number("rmsse", result.rmsse())
                .number("wape", result.wape())
                .number("bias", result.bias())
                .number("spl", result.spl())
                .number("coverage95", result.coverage95())
                .number("cost", result.cost())
                .number("cpu_s", result.cpuSeconds()));
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
