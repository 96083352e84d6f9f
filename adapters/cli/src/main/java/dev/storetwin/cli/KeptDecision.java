package dev.storetwin.cli;

import dev.storetwin.core.DecisionArchive;
import dev.storetwin.type.DecisionId;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiFunction;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A decision in the data directory of a twin that is not running: what commands about one decision begin with. */
@SuppressWarnings("NullAway.Init") // picocli fills in what is annotated
final class KeptDecision {

    @Parameters(paramLabel = "ID", description = "The decision, such as d-0123456789abcdef.")
    private String id;

    @Option(names = "--data", required = true, paramLabel = "DIR", description = "The twin's data directory.")
    private Path data;

    /**
     * What the directory answers about it.
     *
     * @throws BadInput when there is no such decision, or no such directory
     */
    <T> T ask(BiFunction<DecisionArchive, DecisionId, Optional<T>> question) {
        try (var archive = DecisionArchives.open(data)) {
            return question.apply(archive, DecisionId.of(id)).orElseThrow(() -> DecisionArchives.unknown(id, data));
        }
    }
}
