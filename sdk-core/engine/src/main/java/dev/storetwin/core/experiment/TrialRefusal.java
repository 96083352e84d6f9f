package dev.storetwin.core.experiment;

import dev.storetwin.core.guardrail.ShopFacts;
import dev.storetwin.experiment.Learning;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Why nothing is tried: an operator says no, or things are short, or the last change is too young. */
record TrialRefusal(Learning terms, ShopFacts facts) {

    private static final double HOURS_OF_DAY = 24;

    /** The first reason that holds; empty when something may be tried. */
    Optional<String> of(Trial trial, List<Candidate> candidates) {
        return Stream.of(byOperator(trial), byMoney(trial), byStock(trial, candidates))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> byOperator(Trial trial) {
        var commitments = trial.state().commitments();
        if (commitments.explorationFrozen(trial.capability())) {
            return Optional.of("an operator has frozen it");
        }
        if (commitments.killSwitchEngaged()) {
            return Optional.of("acting is stopped");
        }
        return trial.mayAct()
                ? Optional.empty()
                : Optional.of("the twin may not act alone here, and only what is carried out teaches anything");
    }

    private Optional<String> byMoney(Trial trial) {
        var budget = terms.budget().amount().currency();
        return trial.unit().equals(budget.getCurrencyCode())
                        && budget.equals(trial.state().currency())
                ? Optional.empty()
                : Optional.of("the budget counts %s, the shop %s and this answer %s"
                        .formatted(budget, trial.state().currency(), trial.unit()));
    }

    private Optional<String> byStock(Trial trial, List<Candidate> candidates) {
        var now = candidates.stream().filter(Candidate::isDoNothing).findFirst();
        if (now.filter(it -> it.stockOut() > terms.mostStockOut()).isPresent()) {
            return Optional.of(String.format(
                    Locale.ROOT, "stock may run out (%.0f %%)", 100 * now.get().stockOut()));
        }
        return trial.target()
                .sku()
                .flatMap(it -> facts.cover(trial.state(), it, trial.asOf()))
                .filter(it -> it.days() < terms.leastCoverDays())
                .map(it -> String.format(
                        Locale.ROOT,
                        "stock lasts for %.1f days, and %.0f at least are wanted",
                        it.days(),
                        terms.leastCoverDays()));
    }

    /** Why the last change must stand yet; empty when it need not, or there was none. */
    Optional<String> byCoolDown(Trial trial) {
        return trial.state()
                .commitments()
                .lastApplied(trial.capability(), trial.target())
                .filter(it -> it.at().isAfter(trial.asOf().minus(Duration.ofDays(terms.coolDownDays()))))
                .filter(it -> !it.at().isAfter(trial.asOf()))
                .map(it -> String.format(
                        Locale.ROOT,
                        "cool-down: %s was carried out %.1f days ago and stands for %d",
                        it.decision(),
                        Duration.between(it.at(), trial.asOf()).toMinutes() / 60.0 / HOURS_OF_DAY,
                        terms.coolDownDays()));
    }
}
