package dev.storetwin.core;

import dev.storetwin.Decisions;
import dev.storetwin.audit.AuditTrail;
import dev.storetwin.audit.DecisionOutcomes;
import dev.storetwin.core.audit.DecisionLog;
import dev.storetwin.core.audit.LoggedDecision;
import dev.storetwin.core.decision.Story;
import dev.storetwin.core.memory.Storage;
import dev.storetwin.decision.DecisionRange;
import dev.storetwin.decision.DecisionRecord;
import dev.storetwin.decision.Explanation;
import dev.storetwin.decision.Reproduction;
import dev.storetwin.decision.ShadowReport;
import dev.storetwin.decision.ShadowWatch;
import dev.storetwin.guardrail.RuleSet;
import dev.storetwin.state.TwinState;
import dev.storetwin.type.DecisionId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The decisions of a shop, from its audit trail and its journal. */
final class LiveDecisions implements Decisions {

    private final DecisionLog log;
    private final Storage storage;
    private final Supplier<? extends TwinState> present;
    private final Reproducing.Parts parts;

    /** @param present what is known now */
    LiveDecisions(AuditTrail audit, Storage storage, Supplier<? extends TwinState> present, Reproducing.Parts parts) {
        this.log = new DecisionLog(audit);
        this.storage = storage;
        this.present = present;
        this.parts = parts;
    }

    @Override
    public Optional<DecisionRecord> find(DecisionId id) {
        Arguments.given("id", id);
        return log.find(id).map(LoggedDecision::record);
    }

    @Override
    public Optional<Explanation> explain(DecisionId id) {
        Arguments.given("id", id);
        return log.find(id)
                .map(it -> new Explanation(
                        Story.of(
                                it.record().decision(),
                                log.outcomes(id).stream()
                                        .map(act -> "%s %s: %s".formatted(act.at(), act.kind(), act.detail()))
                                        .toList()),
                        it.json()));
    }

    @Override
    public Optional<DecisionOutcomes> outcomes(DecisionId id) {
        Arguments.given("id", id);
        return log.find(id).map(it -> OutcomeJoin.of(it.record().decision(), log.outcomes(id), present.get()));
    }

    @Override
    public Reproduction reproduce(DecisionId id) {
        Arguments.given("id", id);
        return reproduce(List.of(id)).get(0);
    }

    /** In order of their revisions, so that the journal is read forward; answered in the order that was asked for. */
    @Override
    public List<Reproduction> reproduce(Collection<DecisionId> ids) {
        Arguments.given("ids", ids);
        var logged = List.copyOf(log.find(ids).values());
        var answers = new HashMap<DecisionId, Reproduction>();
        try (var reproducing = Reproducing.asThen(parts);
                var earlier = new EarlierStates(storage, present.get())) {
            var past =
                    new DecisionPast(logged.stream().map(LoggedDecision::record).toList(), earlier);
            logged.stream()
                    .sorted(Comparator.comparingLong(
                            it -> it.record().decision().revision()))
                    .forEach(it -> answers.put(it.record().decision().id(), again(it, reproducing, past)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable.getMessage(), unreadable);
        }
        return ids.stream().map(it -> answer(it, answers)).toList();
    }

    private static Reproduction answer(DecisionId id, Map<DecisionId, Reproduction> answers) {
        return Optional.ofNullable(answers.get(id)).orElseGet(() -> new Reproduction.NotReproducible(id, """
                there is no decision of that name in the audit trail.
                Maybe it is in the trail of another twin, or its name was cut."""));
    }

    private static Reproduction again(LoggedDecision logged, Reproducing reproducing, DecisionPast past) {
        var decision = logged.record().decision();
        return past.at(decision)
                .map(it -> reproducing.of(logged, it, past::of))
                .orElseGet(() ->
                        new Reproduction.NotReproducible(decision.id(), EarlierStates.notKept(decision.revision())));
    }

    /**
     * Makes past decisions again by rules that are not in force.
     *
     * @throws dev.storetwin.guardrail.RuleSetRefused with every finding
     */
    ShadowReport shadow(RuleSet rules, DecisionRange past, ShadowWatch watch) {
        try (var compiled = parts.guardrails().compile(rules);
                var reproducing = Reproducing.by(compiled, parts);
                var earlier = new EarlierStates(storage, present.get())) {
            return new ShadowRun(rules, reproducing, earlier).over(log.newest(past), watch);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable.getMessage(), unreadable);
        }
    }
}
