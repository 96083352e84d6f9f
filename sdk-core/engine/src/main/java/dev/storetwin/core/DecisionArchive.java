package dev.storetwin.core;

import dev.storetwin.Decisions;
import dev.storetwin.audit.DecisionOutcomes;
import dev.storetwin.core.audit.DecisionLog;
import dev.storetwin.core.guardrail.Guardrails;
import dev.storetwin.core.journal.FileDisk;
import dev.storetwin.core.memory.DirectoryStorage;
import dev.storetwin.core.thread.Opened;
import dev.storetwin.decision.DecisionRange;
import dev.storetwin.decision.DecisionRecord;
import dev.storetwin.decision.Explanation;
import dev.storetwin.decision.Reproduction;
import dev.storetwin.decision.ShadowReport;
import dev.storetwin.decision.ShadowWatch;
import dev.storetwin.guardrail.RuleSet;
import dev.storetwin.type.DecisionId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The decisions in the data directory of a twin that is closed. It needs nothing but the directory, and decides nothing new. What the host's
 * own planners and guardrails decided can be explained, but only the host's twin makes it again.
 */
public final class DecisionArchive implements Decisions, AutoCloseable {

    private final Opened opened;
    private final DecisionLog log;
    private final LiveDecisions decisions;

    private DecisionArchive(Opened opened, DirectoryStorage storage, KeptSettings settings) {
        this.opened = opened;
        var ruleSets = StoreTwinBuilder.ruleSets(storage);
        var guardrails = opened.add(new Guardrails(
                StoreTwinBuilder.ruleCompiler(HostCode.NONE.features()),
                StoreTwinBuilder.ruleCache(storage),
                ruleSets,
                List.of()));
        var parts = new Reproducing.Parts(settings, ruleSets, guardrails, HostCode.NONE);
        this.log = new DecisionLog(storage.audit());
        this.decisions = new LiveDecisions(storage.audit(), storage, storage::state, parts);
    }

    /**
     * Opens a directory, as its twin would: one at a time.
     *
     * @throws IllegalArgumentException      when no twin ever decided there
     * @throws java.io.UncheckedIOException when it cannot be used: its twin is running, or it is damaged
     */
    public static DecisionArchive open(Path directory) {
        var disk = new FileDisk();
        var kept = Files.isDirectory(directory) ? KeptSettings.in(disk, directory) : KeptSettings.nowhere();
        var settings = kept.last().orElseThrow(() -> new IllegalArgumentException("""
                %s is not the data directory of a twin that has decided something.
                Maybe another directory is meant, or the twin was of an older version.""".formatted(directory)));
        var opened = new Opened();
        try {
            var storage = opened.add(StoreTwinBuilder.reopened(directory, disk, settings));
            return new DecisionArchive(opened, storage, kept);
        } catch (RuntimeException | Error unusable) {
            opened.close();
            throw unusable;
        }
    }

    /** The names of all decisions, in the order in which they were written down. */
    public List<DecisionId> ids() {
        return log.ids();
    }

    @Override
    public Optional<DecisionRecord> find(DecisionId id) {
        return decisions.find(id);
    }

    @Override
    public Optional<Explanation> explain(DecisionId id) {
        return decisions.explain(id);
    }

    @Override
    public Reproduction reproduce(DecisionId id) {
        return decisions.reproduce(id);
    }

    @Override
    public List<Reproduction> reproduce(Collection<DecisionId> ids) {
        return decisions.reproduce(ids);
    }

    @Override
    public Optional<DecisionOutcomes> outcomes(DecisionId id) {
        return decisions.outcomes(id);
    }

    /**
     * Which decisions would come out otherwise under other rules.
     *
     * @throws dev.storetwin.guardrail.RuleSetRefused with every finding
     */
    public ShadowReport shadow(RuleSet rules, DecisionRange past, ShadowWatch watch) {
        return decisions.shadow(rules, past, watch);
    }

    @Override
    public void close() {
        opened.close();
    }
}
