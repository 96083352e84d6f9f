package dev.storetwin.monitor;

import dev.storetwin.event.EventKey;
import dev.storetwin.state.Defect;
import dev.storetwin.type.Source;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How good the data is that the twin is fed with, source by source. It holds counts and event ids, nothing personal.
 *
 * @param at       when it was made
 * @param sources  in order of name; the twin's own acts are none
 * @param troubles of the twin itself with what it keeps of all this, in words; mostly none
 */
public record QualityReport(Instant at, List<SourceQuality> sources, List<String> troubles) {

    public QualityReport {
        sources = List.copyOf(sources);
        troubles = List.copyOf(troubles);
    }

    /** The same with one trouble more. */
    public QualityReport withTrouble(String words) {
        return new QualityReport(
                at, sources, Stream.concat(troubles.stream(), Stream.of(words)).toList());
    }

    /** Empty when nothing came from there. */
    public Optional<SourceQuality> source(Source source) {
        return sources.stream().filter(it -> it.source().equals(source)).findFirst();
    }

    /** Sources that should have sent something and have not. */
    public List<SourceHealth> silent() {
        return sources.stream()
                .map(SourceQuality::health)
                .filter(SourceHealth::isSilent)
                .toList();
    }

    /** As a page for people. */
    public String toMarkdown() {
        return Stream.of(
                        Stream.of("# Data quality at " + at, ""),
                        Stream.of(
                                "| source | events | accepted | duplicates | stale | quarantined | unknown references"
                                        + " | out of order | late: half, 95 %, 99 %, longest | pulse |",
                                "|---|---|---|---|---|---|---|---|---|---|"),
                        sources.stream().map(QualityReport::row),
                        Stream.of(""),
                        sources.stream().flatMap(QualityReport::defects),
                        troubles.stream().map(it -> "- trouble: " + cell(it)))
                .flatMap(it -> it)
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String row(SourceQuality it) {
        return String.format(
                Locale.ROOT,
                "| %s | %d | %d | %d | %d | %d | %d | %.1f %% | %s | %s |",
                cell(it.source().value()),
                it.events(),
                it.accepted(),
                it.duplicates(),
                it.stale(),
                it.refused(),
                it.unknownReferences(),
                100 * it.outOfOrderShare(),
                it.lateness(),
                cell(it.health().words()));
    }

    private static Stream<String> defects(SourceQuality it) {
        return Stream.of(
                        lines("quarantined", it.quarantined(), it.examples()),
                        lines("noted", it.notes(), it.examples()))
                .flatMap(lines -> lines)
                .map(line -> "- " + cell(it.source().value()) + ", " + line);
    }

    private static Stream<String> lines(String what, Map<Defect, Long> counts, Map<Defect, EventKey> examples) {
        return counts.entrySet().stream().map(it -> "%s: %d %s%s"
                .formatted(
                        what,
                        it.getValue(),
                        it.getKey().label(),
                        Optional.ofNullable(examples.get(it.getKey()))
                                .map(key -> ", last " + cell(key.toString()))
                                .orElse("")));
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replaceAll("\\p{Cntrl}", " ");
    }

    @Override
    public String toString() {
        return toMarkdown();
    }
}
