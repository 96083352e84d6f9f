package dev.storetwin.cli.pricing;

import dev.storetwin.cli.series.Digits;
import dev.storetwin.core.pricing.elasticity.ElasticityAnswer;
import dev.storetwin.core.pricing.elasticity.ElasticityInterval;
import dev.storetwin.core.pricing.elasticity.ElasticityStudy;
import dev.storetwin.csv.CsvOutput;
import dev.storetwin.pricing.ElasticityStatus;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Elasticities as a file: {@code series,elasticity,lower,upper,method,status,reason}, series first, then groups. */
public final class ElasticityTable {

    private static final List<String> HEADER =
            List.of("series", "elasticity", "lower", "upper", "method", "status", "reason");

    private ElasticityTable() {}

    public static void write(ElasticityStudy study, Writer to) {
        try (var table = CsvOutput.to(to, HEADER)) {
            Stream.concat(study.series().stream(), study.groups().stream()).forEach(it -> table.write(cells(it)));
        }
    }

    private static List<String> cells(ElasticityAnswer answer) {
        var cells = new ArrayList<String>();
        cells.add(answer.name());
        cells.add(number(answer, ElasticityInterval::value));
        cells.add(number(answer, ElasticityInterval::lower));
        cells.add(number(answer, ElasticityInterval::upper));
        cells.add(answer.method());
        cells.add(answer.status().label());
        cells.add(answer.reason());
        return cells;
    }

    private static String number(ElasticityAnswer answer, ToDoubleFunction<ElasticityInterval> of) {
        return answer.interval().map(it -> Digits.of(of.applyAsDouble(it))).orElse("");
    }

    /** How many series came out how, in a sentence. */
    public static String summary(ElasticityStudy study) {
        var counts = Arrays.stream(ElasticityStatus.values())
                .map(status -> "%d %s"
                        .formatted(
                                study.series().stream()
                                        .filter(it -> it.status() == status)
                                        .count(),
                                status.label()))
                .collect(Collectors.joining(", "));
        return "%d series: %s.".formatted(study.series().size(), counts);
    }
}
