package dev.storetwin.core;

import dev.storetwin.decision.Decision;
import dev.storetwin.decision.DecisionRecord;
import dev.storetwin.decision.DecisionStatus;
import dev.storetwin.decision.JudgedAlternative;
import dev.storetwin.decision.ShadowReport;
import dev.storetwin.decision.ShadowReport.Change;
import dev.storetwin.decision.ShadowReport.Ending;
import dev.storetwin.decision.ShadowReport.Unjudged;
import dev.storetwin.decision.ShadowWatch;
import dev.storetwin.guardrail.RuleSet;
import dev.storetwin.proposal.Alternative;
import dev.storetwin.type.DecisionId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Past decisions made again by other rules, from what was known then.
 *
 * <p>Only what the rules change may count. So a decision whose alternatives come out otherwise too, as under another version of a planner, is not
 * judged.
 */
final class ShadowRun {

    private final RuleSet rules;
    private final Reproducing byOthers;
    private final EarlierStates earlier;
    private final Map<DecisionId, Change> changes = new HashMap<>();
    private final Map<DecisionId, Unjudged> unjudged = new HashMap<>();

    /** @param byOthers makes decisions again by these rules */
    ShadowRun(RuleSet rules, Reproducing byOthers, EarlierStates earlier) {
        this.rules = rules;
        this.byOthers = byOthers;
        this.earlier = earlier;
    }

    /**
     * In order of their revisions, so that the journal is read forward; told in the order that they are given in.
     *
     * @param decisions oldest first
     */
    ShadowReport over(List<DecisionRecord> decisions, ShadowWatch watch) {
        var byRevision = decisions.stream()
                .sorted(Comparator.comparingLong(it -> it.decision().revision()))
                .toList();
        var past = new DecisionPast(byRevision, earlier);
        int done = 0;
        while (done < byRevision.size() && watch.goesOn(done, byRevision.size())) {
            judge(byRevision.get(done), past);
            done++;
        }
        return new ShadowReport(
                rules.name(),
                rules.contentHash(),
                done - unjudged.size(),
                inOrder(decisions, changes),
                inOrder(decisions, unjudged),
                done == byRevision.size());
    }

    private static <T> List<T> inOrder(List<DecisionRecord> decisions, Map<DecisionId, T> found) {
        return decisions.stream()
                .map(it -> it.decision().id())
                .filter(found::containsKey)
                .map(found::get)
                .toList();
    }

    private void judge(DecisionRecord record, DecisionPast past) {
        var before = record.decision();
        try {
            var after = again(record, past);
            if (!Ending.of(before).isSame(Ending.of(after))) {
                changes.put(
                        before.id(),
                        new Change(before.id(), before.asOf(), before.target(), Ending.of(before), Ending.of(after)));
            }
        } catch (Reproducing.Missing missing) {
            unjudged.put(before.id(), new Unjudged(before.id(), missing.reason()));
        }
    }

    private Decision<?> again(DecisionRecord record, DecisionPast past) throws Reproducing.Missing {
        var before = record.decision();
        if (before.status() == DecisionStatus.FAILED) {
            throw new Reproducing.Missing("it failed: " + before.reasons().get(0));
        }
        var state =
                past.at(before).orElseThrow(() -> new Reproducing.Missing(EarlierStates.notKept(before.revision())));
        var after = byOthers.again(record, state, past::of);
        if (after.status() == DecisionStatus.FAILED) {
            throw new Reproducing.Missing("it fails now: " + after.reasons().get(0));
        }
        if (!proposed(before).equals(proposed(after))) {
            throw new Reproducing.Missing("""
                    other alternatives come out than were written down, whatever the rules.
                    Maybe another version of the planner made it: reproduce tells what differs.""");
        }
        return after;
    }

    private static List<String> proposed(Decision<?> decision) {
        return decision.alternatives().stream()
                .map(JudgedAlternative::proposed)
                .map(ShadowRun::inWords)
                .sorted()
                .toList();
    }

    /** Values as a record of them has them: what is no number is all the same there. */
    private static String inWords(Alternative<?> alternative) {
        double value = alternative.expectedValue();
        return "%s %s"
                .formatted(
                        alternative.describe(),
                        Double.toHexString(Double.isFinite(value) ? value : Double.NEGATIVE_INFINITY));
    }
}
