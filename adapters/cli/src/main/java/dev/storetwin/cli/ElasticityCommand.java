package dev.storetwin.cli;

import dev.storetwin.cli.pricing.ElasticityTable;
import dev.storetwin.cli.pricing.ObservationFile;
import dev.storetwin.core.pricing.elasticity.ElasticityEstimator;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How demand answers to price, or that the data cannot say. */
@Command(
        name = "elasticity",
        description = {
            "Estimates how demand answers to price, series by series and for groups of them, or says that the data cannot say.",
            "Writes series,elasticity,lower,upper,method,status,reason; groups follow as group:NAME, all series as group:*."
        })
@SuppressWarnings("NullAway.Init") // picocli fills in what is annotated
final class ElasticityCommand implements Callable<Integer> {

    @Option(
            names = "--observations",
            required = true,
            paramLabel = "FILE",
            description =
                    "series,period,price,units[,promo][,feature][,cost][,store][,group][,season][,competitor_*]; plain or .gz.")
    private Path observations;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "Where to; - for standard output.")
    private Path out;

    private final Console console;

    ElasticityCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        var result = new ResultFile(out, console).check().beside(Stream.of(observations));
        var file = ObservationFile.read(observations);
        file.notes().forEach(console::say);
        var study = ElasticityEstimator.usual().study(file.panel());
        console.say(ElasticityTable.summary(study));
        result.write(to -> ElasticityTable.write(study, to));
        return ExitCode.DONE;
    }
}
