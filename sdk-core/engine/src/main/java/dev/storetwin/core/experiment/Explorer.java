package dev.storetwin.core.experiment;

import dev.storetwin.core.guardrail.ShopFacts;
import dev.storetwin.core.random.Draws;
import dev.storetwin.event.BindingAct;
import dev.storetwin.experiment.Exploration;
import dev.storetwin.experiment.Learning;
import dev.storetwin.proposal.Belief;
import dev.storetwin.state.TwinState;
import dev.storetwin.type.Capability;
import dev.storetwin.type.Money;
import dev.storetwin.type.Target;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Draws among what the guardrails left.
 *
 * <p>How it works: where learning is configured and nothing speaks against it, each candidate is taken with the probability that it is the best
 * one (Thompson sampling). Only those take part whose expected regret the budget can still bear; leaving things as they are teaches nothing, so
 * that takes part only where it is best. The draw is keyed by seed, target and day: who asks again on one day hears the same.
 */
public final class Explorer {

    private static final String PURPOSE = "thompson";

    private final long seed;
    private final Exploration exploration;
    private final Optional<Learning> terms;

    public Explorer(long seed, Exploration exploration) {
        this.seed = seed;
        this.exploration = exploration;
        this.terms = exploration.learning();
    }

    /** Whether anything is ever tried within a budget; then the cover of stock is looked at. */
    public boolean isLearning() {
        return terms.isPresent();
    }

    /**
     * One of some candidates.
     *
     * @param candidates the best first, "do nothing" among them
     * @param facts      tell how long stock lasts
     */
    public Drawing draw(Trial trial, List<Candidate> candidates, ShopFacts facts) {
        if (terms.isEmpty()) {
            return exploration.rate() > 0
                    ? new EvenDraw(seed, exploration).among(candidates.size(), trial.target(), trial.asOf())
                    : Drawing.certain(0, candidates.size());
        }
        return candidates.size() == 1
                ? Drawing.certain(0, 1)
                : learned(trial, candidates, new TrialRefusal(terms.get(), facts));
    }

    private Drawing learned(Trial trial, List<Candidate> candidates, TrialRefusal refusal) {
        var cooling = refusal.byCoolDown(trial);
        if (cooling.isPresent()) {
            int nothing = IntStream.range(0, candidates.size())
                    .filter(it -> candidates.get(it).isDoNothing())
                    .findFirst()
                    .orElseThrow();
            return Drawing.certain(nothing, candidates.size(), cooling.get());
        }
        return refusal.of(trial, candidates)
                .map(it -> untried(candidates, it))
                .orElseGet(() -> thompson(trial, candidates));
    }

    private static Drawing untried(List<Candidate> candidates, String why) {
        return Drawing.certain(0, candidates.size(), "Nothing is tried to learn: " + why);
    }

    private Drawing thompson(Trial trial, List<Candidate> candidates) {
        var account = new RegretAccount(terms.orElseThrow().budget());
        var left = account.left(trial.state(), trial.capability(), trial.target(), trial.asOf());
        var known = IntStream.range(0, candidates.size())
                .filter(it -> candidates.get(it).belief().isPresent())
                .boxed()
                .toList();
        if (known.size() < 2) {
            return untried(candidates, "nobody says how sure the values are");
        }
        int best = Collections.max(
                known, Comparator.comparingDouble(it -> candidates.get(it).mean()));
        var affordable = known.stream()
                .filter(it -> it == best || mayBeTried(candidates.get(it), candidates.get(best), left))
                .toList();
        if (affordable.size() < 2) {
            return untried(
                    candidates,
                    "all but the best is short of stock or dearer than the %s that are left of %s"
                            .formatted(left, account.inWords()));
        }
        var chances = chances(candidates, affordable);
        int taken = Drawing.at(uniform(trial), chances);
        double regret = candidates.get(best).mean() - candidates.get(taken).mean();
        var words = new ArrayList<String>();
        words.add(words(candidates, affordable.size(), taken, best, chances.get(taken), regret, trial.unit()));
        words.add("%s of %s were left to learn with".formatted(left, account.inWords()));
        return new Drawing(taken, chances, regret, true, words);
    }

    private boolean mayBeTried(Candidate candidate, Candidate best, Money left) {
        return !candidate.isDoNothing()
                && candidate.stockOut() <= terms.orElseThrow().mostStockOut()
                && money(best.mean() - candidate.mean(), left).compareTo(left) <= 0;
    }

    private static Money money(double amount, Money like) {
        return Money.of(BigDecimal.valueOf(amount).toPlainString(), like.currency())
                .roundedUp();
    }

    private static List<Double> chances(List<Candidate> candidates, List<Integer> affordable) {
        List<Belief> beliefs = affordable.stream()
                .map(it -> candidates.get(it).belief().orElseThrow())
                .toList();
        var among = ChanceOfBest.of(beliefs);
        var chances = new ArrayList<>(Collections.nCopies(candidates.size(), 0.0));
        for (int i = 0; i < affordable.size(); i++) {
            chances.set(affordable.get(i), among.get(i));
        }
        return chances;
    }

    private double uniform(Trial trial) {
        long day = trial.asOf().atZone(trial.state().zone()).toLocalDate().toEpochDay();
        var about = trial.capability() + ":" + trial.target().key();
        return Draws.of(seed).uniform(PURPOSE, about, day);
    }

    private static String words(
            List<Candidate> candidates, int among, int taken, int best, double chance, double regret, String unit) {
        var drawn = String.format(
                Locale.ROOT,
                "Drawn to learn, with probability %.4f among %d that the rules and the budget left: %s",
                chance,
                among,
                candidates.get(taken).words());
        return taken == best
                ? drawn + ", which is thought best"
                : String.format(
                        Locale.ROOT,
                        "%s; expected to give up %.2f %s against %s, which is thought best",
                        drawn,
                        regret,
                        unit,
                        candidates.get(best).words());
    }

    /**
     * Why what was drawn may not be carried out any more; empty when it may.
     *
     * @param regret of the decision
     * @param begun  when it was begun before, where it failed
     */
    public Optional<String> objection(
            TwinState state,
            Capability capability,
            Target target,
            Money regret,
            Optional<BindingAct> begun,
            Instant now) {
        if (state.commitments().explorationFrozen(capability)) {
            return Optional.of("an operator has frozen trying things to learn");
        }
        var account = terms.map(it -> new RegretAccount(it.budget()));
        if (account.isEmpty()) {
            return Optional.of("nothing is tried to learn any more");
        }
        var own = begun.filter(it -> account.get().isSameWindow(it.header().occurredAt(), now, state))
                .flatMap(it -> it.commitment().regret())
                .orElse(Money.zero(regret.currency()));
        var left = account.get().left(state, capability, target, now).plus(own);
        return regret.compareTo(left) <= 0
                ? Optional.empty()
                : Optional.of("it gives up %s to learn, and %s are left of %s; ask the twin again"
                        .formatted(regret, left, account.get().inWords()));
    }
}
